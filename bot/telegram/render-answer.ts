/**
 * Turns an answer into the one message a reader sees. Nothing here is parsed as markup, and every
 * quote block is a stored sentence, whole and word for word.
 *
 * Two layouts. Where a model wrote statements, they stand first with their numbers, then each source
 * line with its quote under it. Where the statements are the sentences themselves, they would stand
 * there twice; so each quote stands first, where the notification shows it, and its source line
 * under it, lighter, as below an epigraph. Last, in both, in how many other documents it stands.
 */

import { FormattedString, fmt } from "@grammyjs/parse-mode";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Answer, Citation } from "../../prompts/answering/answer.ts";
import { quotesItself } from "../../prompts/answering/quotes-itself.ts";
import { dateRange } from "../text/date-range.ts";
import type { Language } from "../text/language.ts";
import { texts, type Texts } from "../text/texts.ts";
import { sourceButtonData } from "./callback-data.ts";
import { clip } from "./clip.ts";
import {
  maxChoices,
  maxConflicts,
  maxEntities,
  maxLineUnits,
  maxMarkerLinks,
  maxMessageUnits,
  maxNeighbourUnits,
  maxQuoteUnits,
  maxSourceButtons,
  maxSources,
  maxStatementUnits,
  maxTitleUnits,
  openAnswerUnits,
  sourceButtonsPerRow,
} from "./limits.ts";
import { asMessage, type OutgoingMessage } from "./outgoing-message.ts";
import { countOtherPlaces } from "./render-other-places.ts";
import { renderQuote } from "./render-quote.ts";
import { plain, renderMarker, renderSourceLine } from "./render-source-line.ts";
import { telegramTexts } from "./texts.ts";

export interface RenderAnswerOptions {
  /** Id under which the answer is kept; the buttons carry it. Without it there are none. */
  readonly answerId: string | undefined;
  readonly botUsername: string;
  readonly language: Language;
}

type Answered = Extract<Answer, { kind: "answered" }>;
type NotFound = Extract<Answer, { kind: "notFound" }>;
type Unclear = Extract<Answer, { kind: "unclear" }>;

const paragraph = "\n\n";

/** At most `maxMessageUnits` UTF-16 units and `maxEntities` entities; one button a source. */
export function renderAnswer(answer: Answer, options: RenderAnswerOptions): OutgoingMessage {
  if (answer.kind === "unclear") return renderUnclear(answer);
  return answer.kind === "answered"
    ? renderAnswered(answer, options)
    : renderNotFound(answer, options);
}

function renderAnswered(answer: Answered, options: RenderAnswerOptions): OutgoingMessage {
  const isCompact = quotesItself(answer);
  const notes = renderNotes(answer, options.language);
  const blocks = answer.citations.map((citation, position) => {
    const line = renderSourceLine(citation, options);
    if (!isCompact) return sourceBlock(line, citation, position, options.language);
    if (citation.text.length > maxQuoteUnits) return noteBlock(line, citation, options.language);
    const quote = renderQuote(citation.text, { position, openUnits: openAnswerUnits });
    const others = otherPlaces(citation, options.language);
    return FormattedString.join([...withNeighbour(citation, quote), line, ...others], "\n");
  });
  const head = correction(answer, options.language);
  const content = isCompact
    ? withinBudget(head, blocks, notes, options.language)
    : withinBudget(
        [...head, renderStatements(answer, options), ...notes],
        blocks,
        [],
        options.language,
      );
  return asMessage(content, sourceButtons(answer.citations, options.answerId));
}

function renderNotFound(answer: NotFound, options: RenderAnswerOptions): OutgoingMessage {
  const words = texts[options.language];
  const missing = answer.missing === undefined ? undefined : clip(answer.missing, maxTitleUnits);
  const searched = correction(answer, options.language);
  if (answer.nearest.length === 0) {
    const why = plain(words.refusal[answer.reason](missing));
    return asMessage(FormattedString.join([...searched, why], paragraph));
  }
  const head =
    answer.reason === "weak"
      ? telegramTexts[options.language].weakNearest
      : `${words.refusal[answer.reason](missing)}\n${words.nearest}`;
  const blocks = answer.nearest.map((citation, position) =>
    sourceBlock(renderSourceLine(citation, options), citation, position, options.language),
  );
  const content = withinBudget(
    [...searched, plain(head)],
    blocks,
    standIn(answer, words),
    options.language,
  );
  return asMessage(content, sourceButtons(answer.nearest, options.answerId));
}

function renderUnclear(answer: Unclear): OutgoingMessage {
  const choices = answer.choices.slice(0, maxChoices).map((choice) => `· ${oneLine(choice)}`);
  return asMessage(plain([clip(answer.ask, maxStatementUnits), ...choices].join("\n")));
}

function renderStatements(answer: Answered, options: RenderAnswerOptions): FormattedString {
  const sentenceIds = new Map(answer.citations.map(({ n, sentenceId }) => [n, sentenceId]));
  const lines: FormattedString[] = [];
  let links = 0;
  let units = 0;
  for (const statement of answer.statements) {
    const markers = statement.citations.map((n) => {
      const sentenceId = sentenceIds.get(n);
      if (sentenceId === undefined || links >= maxMarkerLinks) return plain(`[${n}]`);
      links += 1;
      return renderMarker(n, sentenceId, options.botUsername);
    });
    const marked = FormattedString.join(markers.slice(0, maxSources));
    const text = clip(statement.text, maxStatementUnits - marked.text.length - 1);
    const line = fmt`${plain(text)} ${marked}`;
    if (lines.length > 0 && units + line.text.length > maxStatementUnits) break;
    units += line.text.length + 1;
    lines.push(line);
  }
  return FormattedString.join(lines, "\n");
}

/** As of when the answer holds, where the sources disagree or differ, and what is missing. */
function renderNotes(answer: Answered, language: Language): readonly FormattedString[] {
  const words = texts[language];
  const asOf =
    answer.asOf === undefined ? [] : [words.asOf(clip(dateRange(answer.asOf), maxTitleUnits))];
  const conflicts = (answer.conflicts ?? []).slice(0, maxConflicts).map(({ citations, what }) => {
    const numbers = citations.slice(0, maxSources).map((n) => `[${n}]`);
    return `${oneLine(what)} ${numbers.join("")}`.trim();
  });
  const disagreement = conflicts.length === 0 ? [] : [[words.conflict, ...conflicts].join("\n")];
  const differences = (answer.differences ?? [])
    .slice(0, maxConflicts)
    .map((difference) => oneLine(words.difference(difference)));
  const { unanswered } = answer;
  const notFound =
    unanswered === undefined ? [] : [clip(words.unanswered(unanswered), maxLineUnits)];
  const leftOut = answer.leftOut === undefined ? [] : [words.leftOut(answer.leftOut)];
  return [
    ...[...asOf, ...disagreement, ...differences, ...notFound, ...leftOut].map(plain),
    ...standIn(answer, words),
  ];
}

/** At most one line: what was searched for, where a typo was put right. */
function correction({ corrected }: Answer, language: Language): readonly FormattedString[] {
  return corrected === undefined ? [] : [plain(oneLine(texts[language].corrected(corrected)))];
}

/** Why the sentences themselves stand where a model should have written; empty where it did. */
function standIn({ degraded }: Answer, words: Texts): readonly FormattedString[] {
  return degraded === undefined ? [] : [plain(words.degraded[degraded.reason])];
}

function sourceBlock(
  line: FormattedString,
  citation: Citation,
  position: number,
  language: Language,
): FormattedString {
  if (citation.text.length > maxQuoteUnits) return noteBlock(line, citation, language);
  const quote = withNeighbour(citation, renderQuote(citation.text, { position }));
  const others = otherPlaces(citation, language);
  return FormattedString.join([FormattedString.bold(line), ...quote, ...others], "\n");
}

/** The quote, and outside it the sentence it cannot be understood without. */
function withNeighbour(citation: Citation, quote: FormattedString): readonly FormattedString[] {
  const { leansOn } = citation;
  const neighbour = leansOn === undefined ? undefined : citation[leansOn]?.trim();
  if (neighbour === undefined || neighbour === "" || neighbour.length > maxNeighbourUnits) {
    return [quote];
  }
  return leansOn === "before" ? [plain(neighbour), quote] : [quote, plain(neighbour)];
}

/** At most one line; the places themselves are told where the source is opened. */
function otherPlaces(citation: Citation, language: Language): readonly FormattedString[] {
  const count = countOtherPlaces(citation);
  return count === 0 ? [] : [plain(telegramTexts[language].alsoInCount(count))];
}

function noteBlock(line: FormattedString, citation: Citation, language: Language): FormattedString {
  const note = plain(telegramTexts[language].longQuote(citation.n));
  const others = otherPlaces(citation, language);
  return FormattedString.join([FormattedString.bold(line), note, ...others], "\n");
}

/** Head and tail whole; of the blocks as many as fit, and a line that tells how many did not. */
function withinBudget(
  head: readonly FormattedString[],
  blocks: readonly FormattedString[],
  tail: readonly FormattedString[],
  language: Language,
): FormattedString {
  const moreLine = (count: number) => plain(telegramTexts[language].moreSources(count));
  const around = [...head, ...tail, moreLine(blocks.length)];
  let units = around.reduce((sum, part) => sum + part.text.length + paragraph.length, 0);
  let entities = around.reduce((sum, part) => sum + part.entities.length, 0);
  const kept: FormattedString[] = [];
  for (const block of blocks.slice(0, maxSources)) {
    units += block.text.length + paragraph.length;
    entities += block.entities.length;
    if (units > maxMessageUnits || entities > maxEntities) break;
    kept.push(block);
  }
  const dropped = blocks.length - kept.length;
  const more = dropped === 0 ? [] : [moreLine(dropped)];
  return FormattedString.join([...head, ...kept, ...more, ...tail], paragraph);
}

function sourceButtons(
  citations: readonly Citation[],
  answerId: string | undefined,
): InlineKeyboardMarkup | undefined {
  if (answerId === undefined) return undefined;
  const buttons = citations.slice(0, maxSourceButtons).map(({ n }) => ({
    text: `📖 ${n}`,
    callback_data: sourceButtonData({ answerId, n }),
  }));
  const rows: (typeof buttons)[] = [];
  for (let at = 0; at < buttons.length; at += sourceButtonsPerRow) {
    rows.push(buttons.slice(at, at + sourceButtonsPerRow));
  }
  return { inline_keyboard: rows };
}

function oneLine(text: string): string {
  return clip(text.replace(/\s+/gu, " ").trim(), maxLineUnits);
}
