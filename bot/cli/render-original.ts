/** Shows a sentence as it stands in the text of its file, with what stands around it. */

import type { Span } from "../../corpus/sentence.ts";

const linesAround = 2;
/** A longer line is cut to what stands beside the sentence. */
const charactersBeside = 60;

/**
 * The lines of the text that hold the spans, and two on each side, numbered from 1. The sentence
 * stands between `⟦` and `⟧`, each of its parts by itself.
 */
export function renderOriginal(text: string, spans: readonly Span[]): string {
  const marked = markSpans(text, spans);
  const lines = marked.split("\n");
  const held = lines.flatMap((line, index) => (isHeld(line) ? [index] : []));
  // A part that goes over several lines opens on one and closes on another.
  const [first = 0] = held;
  const last = held.at(-1) ?? first;
  const from = Math.max(0, first - linesAround);
  const shown = lines.slice(from, last + linesAround + 1);
  const width = String(from + shown.length).length;
  return shown
    .map((line, at) => `${String(from + at + 1).padStart(width)} │ ${cutLine(line)}`.trimEnd())
    .join("\n");
}

function markSpans(text: string, spans: readonly Span[]): string {
  let marked = "";
  let at = 0;
  for (const { start, end } of spans) {
    marked += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return marked + text.slice(at);
}

function isHeld(line: string): boolean {
  return line.includes("⟦") || line.includes("⟧");
}

function cutLine(line: string): string {
  if (!isHeld(line)) {
    return line.length > 2 * charactersBeside ? `${line.slice(0, 2 * charactersBeside)}…` : line;
  }
  const from = line.includes("⟦") ? Math.max(0, line.indexOf("⟦") - charactersBeside) : 0;
  const close = line.lastIndexOf("⟧");
  const to = close === -1 ? line.length : Math.min(line.length, close + 1 + charactersBeside);
  return `${from > 0 ? "…" : ""}${line.slice(from, to)}${to < line.length ? "…" : ""}`;
}
