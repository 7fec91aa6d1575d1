/**
 * Divides an answer into pages that each fit a message: the first is what is sent, the others stand
 * behind its button. Statements and sources that have no room move whole to a later page, so that
 * nothing is lost and no quote is cut.
 */

import { FormattedString, fmt } from "@grammyjs/parse-mode";
import type { Answer, Citation, Statement } from "../../prompts/answering/answer.ts";
import { quotesItself } from "../../prompts/answering/quotes-itself.ts";
import { removalTexts } from "../text/removal-texts.ts";
import { scopeNote } from "../text/scope-label.ts";
import { texts } from "../text/texts.ts";
import { clip } from "./clip.ts";
import {
  maxEntities,
  maxLineUnits,
  maxMarkerLinks,
  maxMessageUnits,
  maxSources,
  maxStatementUnits,
  maxTitleUnits,
} from "./limits.ts";
import { renderCitation } from "./render-citation.ts";
import { renderCorrection, renderNotes, renderStandIn } from "./render-notes.ts";
import { plain, renderMarker, type SourceLineOptions } from "./render-source-line.ts";
import { telegramTexts } from "./texts.ts";

export interface AnswerPage {
  readonly content: FormattedString;
  /** Numbers of the sources that stand on it. */
  readonly sources: readonly number[];
  /** How many statements and sources stand on the pages behind it. */
  readonly rest: number;
}

export interface LayOutOptions extends SourceLineOptions {
  /** A line above all else. */
  readonly heading?: string | undefined;
}

type Cited = Exclude<Answer, { kind: "unclear" }>;
type Answered = Extract<Answer, { kind: "answered" }>;
type NotFound = Extract<Answer, { kind: "notFound" }>;

/** A statement or a source: whole on one page. */
interface Piece {
  readonly text: (position: number) => FormattedString;
  /** Number of the source; undefined for a statement. */
  readonly n?: number;
}

const paragraph = "\n\n";

/** Never empty. Each page has at most `maxMessageUnits` UTF-16 units and `maxEntities` entities. */
export function layOutAnswer(
  answer: Cited,
  options: LayOutOptions,
): readonly [AnswerPage, ...AnswerPage[]] {
  const draft =
    answer.kind === "answered" ? draftAnswered(answer, options) : draftNotFound(answer, options);
  const words = telegramTexts[options.language];
  const hasButtons = options.answerId !== undefined;
  const heading = options.heading === undefined ? [] : [plain(options.heading)];
  const [first, ...others] = takePages(
    { ...draft, head: [...heading, ...draft.head] },
    {
      head: [plain(words.moreHeading)],
      moreLine: (rest) => plain(hasButtons ? words.moreBehindButton(rest) : words.more(rest)),
    },
  );
  return [first, ...others];
}

interface Draft {
  /** Of the first page, whole. */
  readonly head: readonly FormattedString[];
  readonly pieces: readonly Piece[];
  /** Of the first page, whole, behind what else stands there. */
  readonly tail: readonly FormattedString[];
}

function draftAnswered(answer: Answered, options: SourceLineOptions): Draft {
  const correction = renderCorrection(answer, options.language);
  const notes = renderNotes(answer, options.language);
  if (quotesItself(answer)) {
    const pieces = answer.citations.map((citation) => asPiece(citation, "answer", options));
    return { head: correction, pieces, tail: notes };
  }
  const lines = renderStatements(answer, options);
  const shown = leadingThatFit(lines);
  const statements = FormattedString.join(lines.slice(0, shown), "\n");
  const rest = lines.slice(shown).map((line): Piece => ({ text: () => line }));
  const sources = answer.citations.map((citation) => asPiece(citation, "below", options));
  // The sources of what stands above come first; then what had no room there.
  return { head: [...correction, statements, ...notes], pieces: [...sources, ...rest], tail: [] };
}

function draftNotFound(answer: NotFound, options: SourceLineOptions): Draft {
  const words = texts[options.language];
  const missing = answer.missing === undefined ? undefined : clip(answer.missing, maxTitleUnits);
  const correction = renderCorrection(answer, options.language);
  const where = clip(scopeNote(answer.scope, options.language), maxLineUnits);
  const why = `${words.refusal[answer.reason](missing)}${where}`;
  if (answer.nearest.length === 0) {
    return { head: [...correction, plain(why)], pieces: [], tail: [] };
  }
  const head =
    answer.reason === "weak"
      ? [...(where === "" ? [] : [where.trim()]), telegramTexts[options.language].weakNearest].join(
          "\n",
        )
      : `${why}\n${words.nearest}`;
  return {
    head: [...correction, plain(head)],
    pieces: answer.nearest.map((citation) => asPiece(citation, "below", options)),
    tail: renderStandIn(answer, words),
  };
}

function asPiece(
  citation: Citation,
  layout: "below" | "answer",
  options: SourceLineOptions,
): Piece {
  return {
    n: citation.n,
    text: (position) => renderCitation(citation, { ...options, position, layout }),
  };
}

/** One line a statement, its numbers behind it. */
function renderStatements(
  answer: Answered,
  options: SourceLineOptions,
): readonly FormattedString[] {
  const sentenceIds = new Map(answer.citations.map(({ n, sentenceId }) => [n, sentenceId]));
  const removed = new Set(answer.citations.filter((one) => one.removed).map(({ n }) => n));
  let links = 0;
  return answer.statements.map(({ text, citations }: Statement) => {
    const shown = citations.filter((n) => !removed.has(n)).slice(0, maxSources);
    const markers = shown.map((n) => {
      const sentenceId = sentenceIds.get(n);
      if (sentenceId === undefined || links >= maxMarkerLinks) return plain(`[${n}]`);
      links += 1;
      return renderMarker({ n, sentenceId }, options);
    });
    const marked = FormattedString.join(markers);
    const said = text === "" ? removalTexts[options.language].statement : text;
    return fmt`${plain(clip(said, maxStatementUnits - marked.text.length - 1))} ${marked}`;
  });
}

/** How many lines from the first fit together; always the first. */
function leadingThatFit(lines: readonly FormattedString[]): number {
  let units = 0;
  const over = lines.findIndex(({ text }, at) => {
    units += text.length + 1;
    return at > 0 && units > maxStatementUnits;
  });
  return over === -1 ? lines.length : over;
}

interface PageFrame {
  /** Of all pages but the first. */
  readonly head: readonly FormattedString[];
  /** Tells how much stands behind a page. */
  readonly moreLine: (rest: number) => FormattedString;
}

function takePages(draft: Draft, frame: PageFrame): [AnswerPage, ...AnswerPage[]] {
  const pages: AnswerPage[] = [];
  const takeFrom = (start: number): AnswerPage => {
    const isFirst = start === 0 && pages.length === 0;
    const head = isFirst ? draft.head : frame.head;
    const tail = isFirst ? draft.tail : [];
    const around = [...head, ...tail, frame.moreLine(draft.pieces.length)];
    const { kept, next } = takePieces(draft.pieces, start, { around, atLeast: isFirst ? 0 : 1 });
    const rest = draft.pieces.length - next;
    const more = rest === 0 ? [] : [frame.moreLine(rest)];
    return {
      content: FormattedString.join([...head, ...kept, ...more, ...tail], paragraph),
      sources: draft.pieces.slice(start, next).flatMap(({ n }) => n ?? []),
      rest,
    };
  };
  const first = takeFrom(0);
  pages.push(first);
  for (let last = first; last.rest > 0;) {
    last = takeFrom(draft.pieces.length - last.rest);
    pages.push(last);
  }
  return [first, ...pages.slice(1)];
}

/** Those from `start` on that fit beside what stands around them; `next` is the first that does not. */
function takePieces(
  pieces: readonly Piece[],
  start: number,
  { around, atLeast }: { readonly around: readonly FormattedString[]; readonly atLeast: number },
): { readonly kept: readonly FormattedString[]; readonly next: number } {
  let units = around.reduce((sum, part) => sum + part.text.length + paragraph.length, 0);
  let entities = around.reduce((sum, part) => sum + part.entities.length, 0);
  const kept: FormattedString[] = [];
  let sources = 0;
  let next = start;
  for (const piece of pieces.slice(start)) {
    const text = piece.text(sources);
    units += text.text.length + paragraph.length;
    entities += text.entities.length;
    const isFull =
      units > maxMessageUnits ||
      entities > maxEntities ||
      (piece.n !== undefined && sources === maxSources);
    if (isFull && kept.length >= atLeast) break;
    kept.push(text);
    next += 1;
    if (piece.n !== undefined) sources += 1;
  }
  return { kept, next };
}
