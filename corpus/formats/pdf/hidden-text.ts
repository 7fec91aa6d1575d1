/** Tells which text of a PDF page no reader sees. */

import type { PdfLibrary } from "./load-library.ts";

/** Text rendering modes that leave no ink (ISO 32000-2, table 104). */
const inkless = new Set([3, 7]);
/** A piece is looked for among so many letters behind the last one. */
const maxSkipped = 2000;

/** What pdf.js says a page's drawing consists of. */
export interface Drawing {
  readonly fnArray: readonly number[];
  /** Arguments of each operation. */
  readonly argsArray: readonly unknown[];
}

/**
 * Asked for the page's pieces of text in their order, tells of each whether it is set without ink.
 * Where most text is, it lies behind a scan to be searched, and none counts as hidden.
 */
export function createHiddenText(drawing: Drawing, library: PdfLibrary): (text: string) => boolean {
  const runs = readRuns(drawing, library);
  const hidden = countLetters(runs.filter(({ isHidden }) => isHidden));
  if (hidden === 0 || hidden * 2 > countLetters(runs)) return () => false;
  const letters = runs.map(({ text }) => text).join("");
  const starts: { readonly start: number; readonly isHidden: boolean }[] = [];
  let start = 0;
  for (const { text, isHidden } of runs) {
    starts.push({ start, isHidden });
    start += text.length;
  }
  let from = 0;
  return (text) => {
    const words = withoutBlanks(text);
    const at = letters.indexOf(words, from);
    if (at === -1 || at - from > maxSkipped) return false;
    from = at + words.length;
    return starts.findLast((run) => run.start <= at)?.isHidden ?? false;
  };
}

interface Run {
  /** Without blanks. */
  readonly text: string;
  readonly isHidden: boolean;
}

function readRuns(
  { fnArray, argsArray }: Drawing,
  { OPS, normalizeUnicode }: PdfLibrary,
): readonly Run[] {
  const runs: Run[] = [];
  const saved: boolean[] = [];
  let isHidden = false;
  for (const [index, operation] of fnArray.entries()) {
    const [value]: readonly unknown[] = Array.isArray(argsArray[index]) ? argsArray[index] : [];
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) saved.push(isHidden);
    else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) {
      isHidden = saved.pop() ?? isHidden;
    } else if (operation === OPS.setTextRenderingMode) {
      isHidden = inkless.has(Number(value));
    } else if (operation === OPS.showText) {
      const text = normalizeUnicode(glyphsOf(value));
      runs.push({ text: withoutBlanks(text), isHidden });
    }
  }
  return runs;
}

/** Numbers among the glyphs are white between them. */
function glyphsOf(glyphs: unknown): string {
  if (!Array.isArray(glyphs)) return "";
  return glyphs
    .map((glyph: unknown) =>
      typeof glyph === "object" && glyph !== null && "unicode" in glyph ? glyph.unicode : "",
    )
    .join("");
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/gu, "");
}

function countLetters(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}
