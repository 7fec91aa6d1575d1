/** Reads pages of placed lines, printed or recognised, into blocks in reading order. */

import type { ParsedDocument } from "../parsed-document.ts";
import { createTextBuilder } from "../text-builder.ts";
import { lineMark } from "../plain-text/line-marks.ts";
import { continueParagraphs } from "./continue-paragraphs.ts";
import { headingLevels } from "./heading-levels.ts";
import { joinRows } from "./join-rows.ts";
import {
  labelParagraphs,
  type LabelledParagraph,
  type PlacedParagraph,
} from "./label-paragraphs.ts";
import type { Page } from "./page.ts";
import { bodyType } from "./page-type.ts";
import { type Paragraph, toParagraphs } from "./paragraphs.ts";
import { readingOrder } from "./reading-order.ts";
import { type Row, toRows } from "./row.ts";
import { type CleanPage, takeRunningLines } from "./running-lines.ts";
import { settleSizes } from "./settle-sizes.ts";
import { isTable, tableRows } from "./table.ts";
import { createWhiteAbove } from "./white-above.ts";

/**
 * 1. take off running headers and page numbers, 2. find the columns and their order, 3. join rows to
 * paragraphs, 4. tell headings and captions, 5. put together what columns and pages divide.
 *
 * @param pages in their order, all in the same unit
 */
export function parsePages(pages: readonly Page[]): ParsedDocument {
  const cleaned = takeRunningLines(settleSizes(pages));
  const body = bodyType(cleaned);
  const paragraphs = layParagraphs(cleaned, body.size);
  return write(continueParagraphs(labelParagraphs(paragraphs, body)), cleaned);
}

/** In reading order. */
function layParagraphs(pages: readonly Page[], bodySize: number): readonly PlacedParagraph[] {
  let column = -1;
  return pages.flatMap((page) => {
    const whiteAbove = createWhiteAbove(page.lines);
    return readingOrder(page.lines, bodySize).flatMap((lines) => {
      column += 1;
      const isTableRow = isTable(lines, bodySize);
      const paragraphs = isTableRow
        ? tableRows(lines, page.number, bodySize).map(aloneInColumn)
        : toParagraphs(toRows(lines, page.number), bodySize);
      return paragraphs.map((paragraph) => ({
        ...paragraph,
        text: joinRows(paragraph.rows),
        column,
        whiteAbove: whiteAbove(paragraph.rows[0]),
        isTableRow,
      }));
    });
  });
}

function aloneInColumn(row: Row): Paragraph {
  return { rows: [row], insetLeft: 0, insetRight: 0, isIndented: false };
}

function write(
  paragraphs: readonly LabelledParagraph[],
  pages: readonly CleanPage[],
): ParsedDocument {
  const builder = createTextBuilder();
  const levelOf = headingLevels(paragraphs);
  const ahead = [...pages];
  function dropRunning(page: number): void {
    for (let next = ahead[0]; next !== undefined && next.number <= page; next = ahead[0]) {
      for (const { line, reason } of next.running) builder.drop(line.text, reason);
      ahead.shift();
    }
  }
  for (const paragraph of paragraphs) {
    const { page } = paragraph.rows[0];
    dropRunning(page);
    const place = { kind: "page", page } as const;
    if (paragraph.kind === "contents") {
      builder.drop(paragraph.text, "table of contents");
      continue;
    }
    if (paragraph.kind === "heading") {
      builder.addHeading(levelOf(paragraph.typeSize), paragraph.text, place);
      continue;
    }
    const mark = paragraph.kind === "list-item" ? lineMark(paragraph.text) : undefined;
    const markLength = mark?.kind === "bullet" ? mark.length : 0;
    builder.add(paragraph.kind, paragraph.text.slice(markLength), place);
  }
  dropRunning(Number.POSITIVE_INFINITY);
  return builder.build();
}
