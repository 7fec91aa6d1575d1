/** Puts pieces of text on one base line together, as far as they belong to one column. */

import { countHan, hasEastAsian } from "../../text/characters.ts";
import type { PageLine } from "../pages/page.ts";
import { closeTracking } from "../pages/row.ts";
import { splitAtBlanks } from "./split-at-blanks.ts";
import type { TextPiece } from "./text-pieces.ts";

/** All in type sizes. */
const ascent = 0.85;
const descent = 0.15;
/** Vertical letters hang from the middle of their line. */
const halfOfVertical = 0.5;
const baseLineTolerance = 0.3;
/** Wider white parts columns. */
const maxGap = 0.75;
const minBlank = 0.15;
/** Bold made by setting a piece twice moves it by less. */
const doubleOffset = 0.2;

/** @param pieces running from left to right */
export function toPageLines(pieces: readonly TextPiece[]): readonly PageLine[] {
  const lines: TextPiece[][] = [];
  const ordered = withoutDoubles(pieces)
    .flatMap(splitAtBlanks)
    .toSorted((one, other) => baseLine(one) - baseLine(other));
  for (const row of toBaseLines(ordered)) {
    let line: TextPiece[] | undefined;
    let end = 0;
    for (const piece of row.toSorted((one, other) => one.x - other.x)) {
      const last = line?.at(-1);
      if (line !== undefined && last !== undefined && standsNext(last, piece, end))
        line.push(piece);
      else {
        line = [piece];
        lines.push(line);
        end = piece.x;
      }
      end = Math.max(end, piece.x + piece.length);
    }
  }
  return lines.map(toLine);
}

function standsNext(last: TextPiece, piece: TextPiece, end: number): boolean {
  return piece.x - end <= maxGap * Math.max(last.typeSize, piece.typeSize);
}

/** Where the base line is, or would be if vertical writing had one. */
function baseLine({
  y,
  typeSize,
  isVertical,
}: Pick<TextPiece, "y" | "typeSize" | "isVertical">): number {
  return isVertical ? y + (halfOfVertical - descent) * typeSize : y;
}

/** @param ordered from top to bottom */
function toBaseLines(ordered: readonly TextPiece[]): readonly (readonly TextPiece[])[] {
  const rows: TextPiece[][] = [];
  let reference: TextPiece | undefined;
  for (const piece of ordered) {
    const isSame =
      reference !== undefined &&
      baseLine(piece) - baseLine(reference) <=
        baseLineTolerance * Math.min(reference.typeSize, piece.typeSize);
    if (isSame) rows.at(-1)?.push(piece);
    else {
      rows.push([piece]);
      reference = piece;
    }
  }
  return rows;
}

/** Without pieces that repeat another at nearly its place, as bold type and shadows are made. */
function withoutDoubles(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const seen = new Map<string, TextPiece[]>();
  return pieces.filter((piece) => {
    const same = seen.get(piece.text) ?? [];
    const reach = doubleOffset * piece.typeSize;
    const isDouble = same.some(
      ({ x, y }) => Math.abs(x - piece.x) <= reach && Math.abs(y - piece.y) <= reach,
    );
    if (!isDouble) seen.set(piece.text, [...same, piece]);
    return !isDouble;
  });
}

function toLine(pieces: readonly TextPiece[]): PageLine {
  const tallest = Math.max(...pieces.map(({ typeSize }) => typeSize));
  const gaps = gapsBefore(pieces);
  const usualGap = Math.max(0, usualGapOfHan(pieces, gaps));
  const text = pieces.reduce((written, piece, index) => {
    const least = minBlank * piece.typeSize + (isBesideHan(written, piece) ? usualGap : 0);
    const isTight =
      /[\s（“‘《，。、；：！？）”’》]$/u.test(written) ||
      /^[，。、；：！？）”’》]/u.test(piece.text);
    const isBlank = index > 0 && !isTight && (gaps[index] ?? 0) > least;
    return written + (isBlank ? " " : "") + piece.text;
  }, "");
  const [first] = pieces;
  const base = first === undefined ? 0 : baseLine(first);
  return {
    text: closeTracking(text.trim()),
    left: Math.min(...pieces.map(({ x }) => x)),
    top: base - ascent * tallest,
    right: Math.max(...pieces.map(({ x, length }) => x + length)),
    bottom: base + descent * tallest,
    typeSize: tallest,
    isBold: pieces.every(({ isBold }) => isBold),
  };
}

/** White between each piece and what stands before it. */
function gapsBefore(pieces: readonly TextPiece[]): readonly number[] {
  let end = Number.POSITIVE_INFINITY;
  return pieces.map(({ x, length }) => {
    const gap = x - end;
    end = Math.max(end === Number.POSITIVE_INFINITY ? x : end, x + length);
    return gap;
  });
}

/** Justified and spaced lines part all their Chinese letters by the same white. */
function usualGapOfHan(pieces: readonly TextPiece[], gaps: readonly number[]): number {
  const ofHan = pieces
    .flatMap((piece, index) => {
      // Within a piece letters stand close.
      const within = Array.from({ length: Math.max(0, countHan(piece.text) - 1) }, () => 0);
      const isBeside = index > 0 && isBesideHan(pieces[index - 1]?.text ?? "", piece);
      return isBeside ? [gaps[index] ?? 0, ...within] : within;
    })
    .toSorted((one, other) => one - other);
  return ofHan[Math.floor((ofHan.length - 1) / 2)] ?? 0;
}

function isBesideHan(written: string, piece: TextPiece): boolean {
  return hasEastAsian(written.slice(-1)) && hasEastAsian(piece.text.slice(0, 1));
}
