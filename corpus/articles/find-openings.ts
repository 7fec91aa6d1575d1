/** Finds the heads that open a piece of writing of their own, as on a newspaper page. */

import type { ParsedDocument } from "../formats/parsed-document.ts";
import { closingCreditsLength } from "./closing-credits.ts";
import { columnOf } from "./column-label.ts";
import { findBriefHeads } from "./find-brief-heads.ts";
import type { Head } from "./find-heads.ts";
import { hasOpeningByline } from "./opening-byline.ts";
import { jumpToLength } from "./page-jump.ts";
import { type RoughDocument, textLength } from "./rough-document.ts";

/** So many titles of one marked level, and half of that level, show all of it to be titles. */
const titlesThatShowALevel = 3;
/** A piece of so many characters is still a brief, which has no sections. */
const maxBriefLength = 1000;
/** So many pieces with an opening byline show a page of briefs. */
const briefsOnAPage = 2;

/** What shows a head to open a piece, the surest first. */
type Evidence = "byline" | "subtitle" | "column" | "dateline" | "date" | "end above";
/** What stands below all lines of a title. */
const endingTitles: ReadonlySet<Evidence> = new Set(["byline", "subtitle", "dateline", "date"]);

export interface Opening {
  /** Whether what follows the headings shows all of them to belong to the title. */
  readonly endsTitle: boolean;
  /** Whether it stands among briefs. */
  readonly isBrief: boolean;
}

/**
 * The heads that open a piece, in their order.
 *
 * 1. A byline, a subtitle, the name of a column or a dateline with the text shows a title, and so
 * does the end of the piece above. 2. On a page of briefs a heading behind a brief is the next
 * one's title. 3. A level of marked headings that mostly are titles holds only titles.
 */
export function findOpenings(
  document: RoughDocument,
  heads: readonly Head[],
): ReadonlyMap<Head, Opening> {
  const evidence = new Map(heads.map((head) => [head, evidenceOf(document, head)]));
  const found = new Set(heads.filter((head) => evidence.get(head) !== undefined));
  const datelines = heads.filter((head) => evidence.get(head) === "dateline");
  if (datelines.length >= briefsOnAPage) {
    for (const head of behindBriefs(document, heads, evidence)) found.add(head);
  }
  const briefs = new Set(findBriefHeads(document, heads, found));
  for (const head of briefs) found.add(head);
  for (const head of ofTitleLevel(document, heads, found)) found.add(head);
  const ordered = heads.filter((head) => found.has(head));
  return new Map(
    ordered.map((head) => {
      const shown = evidence.get(head);
      const endsTitle = shown !== undefined && endingTitles.has(shown);
      return [head, { endsTitle, isBrief: briefs.has(head) }];
    }),
  );
}

function evidenceOf(document: RoughDocument, head: Head): Evidence | undefined {
  const { labels, words } = document;
  const first = head.titles[0] ?? 0;
  const last = head.titles.at(-1) ?? 0;
  const behind = head.indices.filter((index) => index > last);
  if (behind.some((index) => labels[index] === "byline")) return "byline";
  if (labels[last + 1] === "subtitle") return "subtitle";
  const isInColumn = head.indices.some((index) => {
    const column =
      index < first && labels[index] === "column" ? columnOf(words[index] ?? "") : undefined;
    return column !== undefined && column !== "part";
  });
  if (isInColumn) return "column";
  if (beginsWithDateline(document, head)) return "dateline";
  if (behind.some((index) => labels[index] === "date line")) return "date";
  return isBehindEnd(document, head, first) ? "end above" : undefined;
}

/** Whether the text below, perhaps behind a caption, opens with `本报讯（记者某某）` or the like. */
function beginsWithDateline({ parsed, labels }: RoughDocument, head: Head): boolean {
  let next = (head.indices.at(-1) ?? 0) + 1;
  while (labels[next] === "caption" || labels[next] === "photo credit") next += 1;
  const block = parsed.blocks[next];
  return block !== undefined && hasOpeningByline(parsed.text, block);
}

/** Whether the piece above is closed: signed, credited, or sent on to another page. */
function isBehindEnd(document: RoughDocument, head: Head, title: number): boolean {
  const { parsed, labels } = document;
  const start = head.indices[0] ?? 0;
  if (start === 0) return false;
  const isSigned = head.indices.some(
    (index) => index < title && ["byline", "end mark", "page header"].includes(labels[index] ?? ""),
  );
  if (isSigned) return true;
  let above = start - 1;
  while (labels[above] === "caption") above -= 1;
  const span = labels[above] === "body" ? parsed.blocks[above]?.spans.at(-1) : undefined;
  if (span === undefined) return false;
  const paragraph = parsed.text.slice(span.start, span.end);
  return jumpToLength(paragraph) > 0 || closingCreditsLength(paragraph) > 0;
}

function behindBriefs(
  document: RoughDocument,
  heads: readonly Head[],
  evidence: ReadonlyMap<Head, Evidence | undefined>,
): readonly Head[] {
  const found: Head[] = [];
  let isBehindBrief = false;
  for (const [at, head] of heads.entries()) {
    const shown = evidence.get(head);
    const isNext: boolean = shown === undefined && isBehindBrief;
    if (isNext) found.push(head);
    isBehindBrief =
      (isNext || shown === "dateline") &&
      textLength(document, head, heads[at + 1]) <= maxBriefLength;
  }
  return found;
}

function ofTitleLevel(
  { parsed }: RoughDocument,
  heads: readonly Head[],
  found: ReadonlySet<Head>,
): readonly Head[] {
  const levelOf = ({ titles }: Head): number =>
    Math.min(...titles.map((index) => levelAt(parsed, index)));
  const levels = heads.map(levelOf);
  const outermost = levels.reduce((least, level) => Math.min(least, level), Infinity);
  const ofLevel = heads.filter((_, at) => levels[at] === outermost);
  const shown = ofLevel.filter((head) => found.has(head)).length;
  const hasOthers = levels.some((level) => level > outermost);
  if (!hasOthers || shown < titlesThatShowALevel || shown * 2 < ofLevel.length) return [];
  return ofLevel;
}

/** Level of a heading, from 1. */
export function levelAt({ blocks }: ParsedDocument, index: number): number {
  const block = blocks[index];
  return block?.kind === "heading" ? block.level : Infinity;
}
