/** Shows a sentence as it stands in the text of its file, with what stands around it. */

import type { Span } from "../../corpus/sentence.ts";
import { printable } from "./printable.ts";

const linesAround = 2;
/** A longer line is cut to what stands beside the sentence. */
const charactersBeside = 60;

/**
 * The lines of the text that hold the spans, and two on each side, numbered from 1; `…` stands for
 * lines between parts that are far apart. The sentence stands between `⟦` and `⟧`, each of its parts
 * by itself.
 */
export function renderOriginal(text: string, spans: readonly Span[]): string {
  const lines = linesOf(text, spans);
  const held = lines.flatMap((line, index) => (line.isHeld ? [index] : []));
  const near = new Set(
    (held.length === 0 ? [0] : held).flatMap((index) =>
      Array.from({ length: 2 * linesAround + 1 }, (_, at) => index - linesAround + at),
    ),
  );
  const shown = [...near].filter((index) => index in lines).sort((one, other) => one - other);
  const width = String((shown.at(-1) ?? 0) + 1).length;
  return shown
    .flatMap((index, at) => {
      const isGap = at > 0 && shown[at - 1] !== index - 1;
      const row = `${String(index + 1).padStart(width)} │ ${shownLine(lines[index])}`.trimEnd();
      return isGap ? [`${" ".repeat(width)} …`, row] : [row];
    })
    .join("\n");
}

interface Line {
  readonly text: string;
  /** The marks in it, as offsets in its text, ascending. */
  readonly marks: readonly { readonly at: number; readonly mark: "⟦" | "⟧" }[];
  /** Whether some of a span lies in it. */
  readonly isHeld: boolean;
}

function linesOf(text: string, spans: readonly Span[]): readonly Line[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const end = start + line.length;
    const held = spans.filter((span) => span.start < end && span.end > start);
    const marks = held.flatMap((span): Line["marks"] => [
      ...(span.start >= start ? [{ at: span.start - start, mark: "⟦" as const }] : []),
      ...(span.end <= end ? [{ at: span.end - start, mark: "⟧" as const }] : []),
    ]);
    start = end + 1;
    return { text: line, marks, isHeld: held.length > 0 };
  });
}

function shownLine(line: Line | undefined): string {
  if (line === undefined) return "";
  const { text, marks, isHeld } = line;
  const first = marks[0];
  const last = marks.at(-1);
  const isOpenBefore = isHeld && first?.mark !== "⟦";
  const isOpenBehind = isHeld && last?.mark !== "⟧";
  const from = isOpenBefore || !isHeld ? 0 : Math.max(0, (first?.at ?? 0) - charactersBeside);
  const beside = isHeld ? (last?.at ?? 0) + charactersBeside : 2 * charactersBeside;
  const to = isOpenBehind ? text.length : Math.min(text.length, beside);
  let marked = "";
  let at = from;
  for (const { at: next, mark } of marks) {
    marked += text.slice(at, next) + mark;
    at = next;
  }
  marked += text.slice(at, to);
  return printable(`${from > 0 ? "…" : ""}${marked}${to < text.length ? "…" : ""}`);
}
