/** Finds the blocks of plain text, which has only its lines to show them. */

import { hasWord } from "../../text/characters.ts";
import type { DroppedText } from "../../document.ts";
import { pageFurniture } from "../../noise/page-furniture.ts";
import { repeatedLines } from "../../noise/repeated-lines.ts";
import type { TextLine } from "../../text/text-lines.ts";
import type { Block, ParsedDocument } from "../parsed-document.ts";
import { findCaptions } from "./find-captions.ts";
import { rejoinStretches } from "./rejoin-stretches.ts";
import { rewrapLines } from "./rewrap-lines.ts";
import { type Stretch, toStretches, withRole } from "./stretch.ts";

/** Level of a heading that no mark shows. */
const plainHeadingLevel = 2;
const inBrackets = /^[（(].*[）)]$/u;
/** `电话：0791` and the like say something. */
const labelWithNumber = /[:：]\s*\S*\d|\d{5}/u;

/**
 * 1. join hard-wrapped lines, 2. leave out what is no text, belongs to the page around it or only
 * repeats, 3. tell what each line looks like, 4. rejoin cut sentences, 5. take short lines that text
 * follows for headings. The text itself stays as it is.
 */
export function parseText(text: string): ParsedDocument {
  const { kept, dropped } = sift(rewrapLines(text));
  const stretches = rejoinStretches(text, markCaptions(toStretches(kept)));
  return { text, blocks: stretches.map((_, index) => toBlock(stretches, index)), dropped };
}

interface Sifted {
  readonly kept: readonly TextLine[];
  readonly dropped: readonly DroppedText[];
}

/** Repeats are told last, so that what stood between two copies does not hide them. */
function sift(lines: readonly TextLine[]): Sifted {
  const dropped: DroppedText[] = [];
  let kept = lines;
  const drop = (reason: string, isDropped: (line: TextLine, index: number) => boolean): void => {
    for (const [index, line] of kept.entries()) {
      const { start, end } = line;
      if (isDropped(line, index)) dropped.push({ text: text(line), reason, start, end });
    }
    kept = kept.filter((line, index) => !isDropped(line, index));
  };
  const text = (line: TextLine): string => line.text;
  drop("no letter or digit", (line) => !hasWord(line.text));
  const furniture = pageFurniture(kept.map(text));
  drop("page furniture", (_, index) => furniture.has(index));
  const repeated = repeatedLines(kept.map(text));
  drop("repeated", (_, index) => repeated.has(index));
  return { kept, dropped: dropped.sort((one, other) => one.start - other.start) };
}

function markCaptions(stretches: readonly Stretch[]): readonly Stretch[] {
  const captions = findCaptions(stretches);
  return stretches.map((stretch, index) =>
    captions.has(index) ? withRole(stretch, "caption") : stretch,
  );
}

function toBlock(stretches: readonly Stretch[], index: number): Block {
  const stretch = stretches[index];
  if (stretch === undefined) throw new TypeError(`no stretch ${index}`);
  const { spans, mark, role } = stretch;
  if (mark?.kind === "heading") return { kind: "heading", level: mark.level, spans };
  if (role !== "body") return { kind: role, spans };
  if (isHeading(stretches, index)) return { kind: "heading", level: plainHeadingLevel, spans };
  return { kind: mark === undefined || mark.kind === "outline" ? "paragraph" : "list-item", spans };
}

/** Whether the line is short and text, or another heading, follows it. */
function isHeading(stretches: readonly Stretch[], index: number): boolean {
  const stretch = stretches[index];
  if (stretch === undefined || stretch.mark?.kind === "bullet") return false;
  if (stretch.shape !== "short" && stretch.shape !== "clause") return false;
  if (!isWordy(stretch.text) || inBrackets.test(stretch.text)) return false;
  if (labelWithNumber.test(stretch.text)) return false;
  if (index > 1 && !stretch.isAfterBlank && isListLine(stretches[index - 1])) return false;
  const following = stretches.slice(index + 1, index + 5).filter((next) => next.role === "body");
  const [next] = following;
  if (next === undefined) return false;
  if (isRunning(next) || next.mark?.kind === "heading" || next.text.startsWith("——")) return true;
  const isSameKind = next.mark?.kind === stretch.mark?.kind;
  if (next.mark?.kind === "outline" && !isSameKind) return true;
  return index === 0 && next.mark?.kind !== "bullet" && following.some(isRunning);
}

/** Whether a short line above makes the one below it a further line of a list. */
function isListLine(above: Stretch | undefined): boolean {
  return above?.role === "body" && above.mark === undefined && above.shape === "short";
}

/** Whether the line holds a word, more than a stray character. */
function isWordy(text: string): boolean {
  return /\p{Script=Han}.*\p{Script=Han}|\p{L}{3}/u.test(text);
}

function isRunning(stretch: Stretch): boolean {
  const isItem = stretch.mark?.kind === "bullet" || stretch.mark?.kind === "number";
  return !isItem && (stretch.shape === "complete" || stretch.shape === "cut");
}
