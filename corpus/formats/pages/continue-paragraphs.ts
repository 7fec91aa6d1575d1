/** Puts paragraphs together again that go on in the next column or on the next page. */

import { endsComplete } from "../../text/ends-complete.ts";
import { minIndent } from "./column-edges.ts";
import { lineShape } from "../plain-text/line-shape.ts";
import { joinRows } from "./join-rows.ts";
import { isCentred, type LabelledParagraph } from "./label-paragraphs.ts";
import { isSameSize } from "./page-type.ts";

/** So many columns may hold only captions before the second half. */
const reach = 6;
/** All in type sizes: a last row that leaves more white ended by itself; a full one leaves less. */
const maxWhite = 4;
const maxWhiteOfFull = 1.5;
/** From so many paragraphs on their first rows show whether the document indents. */
const minShown = 3;
const minIndented = 0.6;

/** The paragraphs, each with its second half, in the order of their first halves. */
export function continueParagraphs(
  paragraphs: readonly LabelledParagraph[],
): readonly LabelledParagraph[] {
  const document: Search = {
    paragraphs,
    columns: byColumn(paragraphs),
    isIndenting: isIndenting(paragraphs),
    taken: new Set(),
  };
  const joined: LabelledParagraph[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    if (document.taken.has(index)) continue;
    const parts = [paragraph];
    let next = findSecondHalf(document, index);
    while (next !== undefined) {
      const part = paragraphs[next];
      if (part !== undefined) parts.push(part);
      document.taken.add(next);
      next = findSecondHalf(document, next);
    }
    const [, ...others] = parts;
    joined.push({
      ...paragraph,
      rows: [...paragraph.rows, ...others.flatMap((part) => part.rows)],
      text: joinRows(parts),
    });
  }
  return joined;
}

interface Search {
  readonly paragraphs: readonly LabelledParagraph[];
  /** Indices of each column's paragraphs. */
  readonly columns: ReadonlyMap<number, readonly number[]>;
  /** Whether paragraphs begin with an indented row, so that one without goes on. */
  readonly isIndenting: boolean;
  /** Indices of second halves. */
  readonly taken: Set<number>;
}

function byColumn(paragraphs: readonly LabelledParagraph[]): Search["columns"] {
  const columns = new Map<number, number[]>();
  for (const [index, { column }] of paragraphs.entries()) {
    const members = columns.get(column);
    if (members === undefined) columns.set(column, [index]);
    else members.push(index);
  }
  return columns;
}

/** Judged without the columns' first paragraphs, which may be second halves. */
function isIndenting(paragraphs: readonly LabelledParagraph[]): boolean {
  const shown = paragraphs.filter(
    ({ kind, rows, column }, index) =>
      kind === "paragraph" && rows.length > 1 && paragraphs[index - 1]?.column === column,
  );
  const indented = shown.filter((paragraph) => paragraph.isIndented).length;
  return shown.length >= minShown && indented >= minIndented * shown.length;
}

function findSecondHalf(document: Search, index: number): number | undefined {
  const { paragraphs, columns, taken } = document;
  const paragraph = paragraphs[index];
  if (paragraph === undefined || !isOpen(paragraph, document.isIndenting)) return undefined;
  const own = columns.get(paragraph.column) ?? [];
  // A row alone does not show how wide its column is.
  const isAlone = own.length === 1 && paragraph.rows.length === 1;
  if (isAlone && lineShape(paragraph.text, false) !== "cut") return undefined;
  const firstText = (column: number, behind: number): number | undefined =>
    columns
      .get(column)
      ?.find((member) => member > behind && paragraphs[member]?.kind !== "caption");
  const matches = (candidate: number | undefined): candidate is number => {
    const second = candidate === undefined ? undefined : paragraphs[candidate];
    if (candidate === undefined || second === undefined || taken.has(candidate)) return false;
    return goesOn(paragraph, second, document.isIndenting);
  };
  // Within a column a picture may stand between the halves.
  const below = firstText(paragraph.column, index);
  if (below !== undefined) return matches(below) ? below : undefined;
  for (let column = paragraph.column + 1; column <= paragraph.column + reach; column += 1) {
    const first = firstText(column, index);
    if (first !== undefined) return matches(first) ? first : undefined;
  }
  return undefined;
}

/** Whether the paragraph may go on: its last row is full, and no sentence need end there. */
function isOpen(paragraph: LabelledParagraph, isIndentingDocument: boolean): boolean {
  const { kind, text, rows, insetRight } = paragraph;
  const em = rows[0].typeSize;
  if (kind !== "paragraph" && kind !== "list-item") return false;
  if (rows.length === 1 && isCentred(paragraph, { size: em })) return false;
  if (endsComplete(text) || /[:：]$/u.test(text)) {
    return isIndentingDocument && rows.length > 1 && insetRight <= maxWhiteOfFull * em;
  }
  return insetRight <= maxWhite * em;
}

function goesOn(
  first: LabelledParagraph,
  second: LabelledParagraph,
  isIndentingDocument: boolean,
): boolean {
  const em = second.rows[0].typeSize;
  if (second.kind !== "paragraph" || second.isIndented) return false;
  if (!isSameSize(first.rows[0].typeSize, em)) return false;
  return isIndentingDocument ? second.insetLeft < minIndent * em : !endsComplete(first.text);
}
