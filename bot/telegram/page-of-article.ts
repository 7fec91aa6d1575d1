/** Divides an article into pages to read, around a sentence or from one to the next. */

import { documentIdOfSentence } from "../../corpus/ids.ts";
import type { Sentence } from "../../corpus/sentence.ts";
import type { ReaderView } from "./reader-button.ts";
import { splitLong } from "./clip.ts";
import { maxPartUnits, maxTitleUnits, pageSentences, sourceNeighbours } from "./limits.ts";

/** A sentence, or a part of one that is too long for a page. */
export interface Piece {
  readonly sentence: Sentence;
  readonly text: string;
  /** Of the sentence in its article, from 0. */
  readonly position: number;
  /** Of the piece in its sentence, from 0. */
  readonly part: number;
}

export interface ArticlePage {
  /** In reading order, never empty. */
  readonly pieces: readonly Piece[];
  /** Undefined where the article begins, or ends, with this page. */
  readonly previous: ReaderView | undefined;
  readonly next: ReaderView | undefined;
}

/** What the view asks for, with the sentence itself where the view names one that is no longer there. */
export function pageOfArticle(
  sentences: readonly Sentence[],
  sentenceId: string,
  view: Exclude<ReaderView, { kind: "outline" }>,
  maxUnits: number,
): ArticlePage {
  const pieces = sentences.flatMap(piecesOf);
  const cited = pieces.findIndex(({ sentence }) => sentence.id === sentenceId);
  const named =
    view.kind === "cited"
      ? -1
      : pieces.findIndex(
          ({ sentence, part }) => localId(sentence.id) === view.localId && part === view.part,
        );
  const range =
    named === -1 ? around(pieces, cited, maxUnits) : beside(pieces, named, view, maxUnits);
  const { start, end } = range;
  return {
    pieces: pieces.slice(start, end),
    previous: boundary("upTo", pieces[start - 1]),
    next: boundary("from", pieces[end]),
  };
}

/** Half-open, over the pieces of the article. */
interface Range {
  readonly start: number;
  readonly end: number;
}

function piecesOf(sentence: Sentence, position: number): readonly Piece[] {
  return splitLong(sentence.text, maxPartUnits).map((text, part) => ({
    sentence,
    text,
    position,
    part,
  }));
}

/** The piece between its neighbours, the nearest first, as long as they fit. */
function around(pieces: readonly Piece[], at: number, maxUnits: number): Range {
  const fits = createFit(maxUnits);
  fits(pieces[at]);
  let start = at;
  let end = at + 1;
  let growsBack = true;
  let growsOn = true;
  for (let distance = 1; distance <= sourceNeighbours; distance += 1) {
    growsBack &&= fits(pieces[at - distance]);
    if (growsBack) start = at - distance;
    growsOn &&= fits(pieces[at + distance]);
    if (growsOn) end = at + distance + 1;
  }
  return { start, end };
}

function beside(
  pieces: readonly Piece[],
  at: number,
  { kind }: ReaderView,
  maxUnits: number,
): Range {
  const fits = createFit(maxUnits);
  fits(pieces[at]);
  const step = kind === "upTo" ? -1 : 1;
  let last = at;
  while (Math.abs(last + step - at) < pageSentences && fits(pieces[last + step])) last += step;
  return { start: Math.min(at, last), end: Math.max(at, last) + 1 };
}

/** Says of one piece after another whether it still has room. */
function createFit(maxUnits: number): (piece: Piece | undefined) => boolean {
  /** Paragraph breaks and a heading of a section may stand around each. */
  const gap = 4;
  let room = maxUnits;
  return (piece) => {
    if (piece === undefined) return false;
    const units =
      piece.text.length + Math.min(piece.sentence.section?.length ?? 0, maxTitleUnits) + gap;
    if (units > room) return false;
    room -= units;
    return true;
  };
}

function boundary(kind: "from" | "upTo", piece: Piece | undefined): ReaderView | undefined {
  return piece && { kind, localId: localId(piece.sentence.id), part: piece.part };
}

/** What names a sentence within its document. */
function localId(sentenceId: string): string {
  return sentenceId.slice(documentIdOfSentence(sentenceId).length + 1);
}
