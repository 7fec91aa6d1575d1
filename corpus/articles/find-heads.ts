/** Groups what stands above the text of a piece: titles, bylines, dates, names of columns. */

import type { RoughLabel } from "./rough-label.ts";

/** More short lines than this are verses or a list, and no labels above a text. */
const maxLines = 3;

/** What may stand between a label and its text. */
const asideLabels: ReadonlySet<RoughLabel> = new Set(["caption", "photo credit", "column", "line"]);

/** What shows a head of a newspaper's piece, in which lines are labels. */
const headLabels: ReadonlySet<RoughLabel> = new Set(["byline", "subtitle", "column"]);

/** Consecutive blocks without running text or a caption between them. */
export interface Head {
  /** Indices of its blocks, ascending and without gap. */
  readonly indices: readonly number[];
  /** The first headings in a row: kicker, title and subtitle, or a section's heading. */
  readonly titles: readonly number[];
  /** What follows: a caption, running text, or nothing. */
  readonly next: "caption" | "body" | undefined;
}

/** The heads of a document, in their order; each has at least one heading or name of a note. */
export function findHeads(labels: readonly RoughLabel[]): readonly Head[] {
  const isText = textBlocks(labels);
  const heads: Head[] = [];
  let indices: number[] = [];
  const close = (next: Head["next"]): void => {
    if (indices.some((index) => labels[index] === "heading")) {
      heads.push({ indices, titles: firstHeadings(labels, indices), next });
    }
    indices = [];
  };
  for (const [index, label] of labels.entries()) {
    if (label === "caption") close("caption");
    else if (isText.has(index)) close("body");
    else indices.push(index);
  }
  close(undefined);
  return heads;
}

/**
 * Indices of running text, and of short lines that label nothing.
 *
 * Up to three short lines between a byline, a subtitle or the name of a column and the text are
 * labels; so is the name of a column between them.
 */
export function textBlocks(labels: readonly RoughLabel[]): ReadonlySet<number> {
  const text = new Set<number>();
  let isInHead = false;
  for (let index = 0; index < labels.length; index += 1) {
    const label = labels[index] ?? "body";
    if (label === "body") text.add(index);
    if (label === "line") {
      let end = index;
      while (labels[end] === "line") end += 1;
      let next = end;
      while (asideLabels.has(labels[next] ?? "body")) next += 1;
      if (!isInHead || labels[next] !== "body" || end - index > maxLines) {
        for (let line = index; line < end; line += 1) text.add(line);
      }
      index = end - 1;
    }
    isInHead = label !== "body" && (isInHead || headLabels.has(label));
  }
  return text;
}

function firstHeadings(
  labels: readonly RoughLabel[],
  indices: readonly number[],
): readonly number[] {
  const start = indices.findIndex((index) => labels[index] === "heading");
  const rest = indices.slice(start);
  const end = rest.findIndex((index) => labels[index] !== "heading");
  return end === -1 ? rest : rest.slice(0, end);
}
