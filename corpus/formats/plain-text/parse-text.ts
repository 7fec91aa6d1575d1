/** Finds the blocks of plain text, which has only its lines to show them. */

import { hasWord } from "../../text/characters.ts";
import type { DroppedText } from "../../document.ts";
import { pageFurniture } from "../../noise/page-furniture.ts";
import { repeatedLines } from "../../noise/repeated-lines.ts";
import type { TextLine } from "../../text/text-lines.ts";
import type { Block, ParsedDocument } from "../parsed-document.ts";
import { findCaptions } from "./find-captions.ts";
import { findHeadings } from "./find-headings.ts";
import { rejoinStretches } from "./rejoin-stretches.ts";
import { rewrapLines } from "./rewrap-lines.ts";
import { type Stretch, toStretches, withRole } from "./stretch.ts";

/** `①` alone marks a picture. */
const loneNumber = /^[①-⑳]$/u;
/** Level of a heading that no mark shows. */
const plainHeadingLevel = 2;

/**
 * 1. join hard-wrapped lines, 2. leave out what is no text, belongs to the page around it or only
 * repeats, 3. tell what each line looks like, 4. rejoin cut sentences, 5. take short lines that text
 * follows for headings. The text itself stays as it is.
 */
export function parseText(text: string): ParsedDocument {
  const { kept, dropped } = sift(rewrapLines(text));
  const stretches = rejoinStretches(text, markCaptions(toStretches(kept)));
  const headings = findHeadings(stretches);
  const blocks = stretches.map((stretch, index) => toBlock(stretch, headings.has(index)));
  return { text, blocks, dropped };
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
  drop("no letter or digit", (line) => !hasWord(line.text) || loneNumber.test(line.text));
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

function toBlock({ spans, mark, role }: Stretch, isHeading: boolean): Block {
  if (mark?.kind === "heading") return { kind: "heading", level: mark.level, spans };
  if (role !== "body") return { kind: role, spans };
  if (isHeading) return { kind: "heading", level: plainHeadingLevel, spans };
  return { kind: mark === undefined || mark.kind === "outline" ? "paragraph" : "list-item", spans };
}
