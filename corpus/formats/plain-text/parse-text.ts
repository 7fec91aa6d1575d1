/** Finds the blocks of plain text, which has only its lines to show them. */

import { hasWord } from "../../text/characters.ts";
import type { DroppedText } from "../../document.ts";
import type { Block, ParsedDocument } from "../parsed-document.ts";
import { rejoinStretches } from "./rejoin-stretches.ts";
import { rewrapLines } from "./rewrap-lines.ts";
import { type Stretch, toStretches } from "./stretch.ts";

/** Level of a heading that no mark shows. */
const plainHeadingLevel = 2;
const inBrackets = /^[（(].*[）)]$/u;
/** `电话：0791` and the like say something. */
const labelWithNumber = /[:：]\s*\S*\d|\d{5}/u;

/**
 * 1. join hard-wrapped lines, 2. tell what each looks like, 3. rejoin cut sentences, 4. take short
 * lines that text follows for headings. The text itself stays as it is.
 */
export function parseText(text: string): ParsedDocument {
  const lines = rewrapLines(text);
  const worded = lines.filter((line) => hasWord(line.text));
  const stretches = rejoinStretches(text, toStretches(worded));
  const dropped: readonly DroppedText[] = lines
    .filter((line) => !hasWord(line.text))
    .map(({ start, end, text: words }) => ({
      text: words,
      reason: "no letter or digit",
      start,
      end,
    }));
  return { text, blocks: stretches.map((_, index) => toBlock(stretches, index)), dropped };
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
