/**
 * An answer as plain text: what is said, then every cited sentence word for word. An answer made of
 * the sentences themselves shows them once, as quotes.
 */

import type { Answer, Citation, Statement } from "../../prompts/answering/answer.ts";
import { quotesItself } from "../../prompts/answering/quotes-itself.ts";
import { dateRange } from "../text/date-range.ts";
import { languageOf, type Language } from "../text/language.ts";
import { placeLabel } from "../text/place-label.ts";
import { scopeNote } from "../text/scope-label.ts";
import { texts } from "../text/texts.ts";

/**
 * Text of one or more lines, in the language of the question.
 *
 * @param question as the person wrote it; the answer's own may be rewritten
 */
export function renderAnswerText(answer: Answer, question: string): string {
  const language = languageOf(question);
  switch (answer.kind) {
    case "answered":
      return renderAnswered(answer, language);
    case "notFound":
      return renderNotFound(answer, language);
    case "unclear":
      return [answer.ask, ...answer.choices.map((choice) => `- ${choice}`)].join("\n");
    default:
      throw new TypeError(
        `Expected a kind of answer, got ${JSON.stringify(answer satisfies never)}`,
      );
  }
}

function renderAnswered(answer: Extract<Answer, { kind: "answered" }>, language: Language): string {
  const words = texts[language];
  const asOf = answer.asOf === undefined ? [] : [words.asOf(dateRange(answer.asOf))];
  const conflicts = (answer.conflicts ?? []).map(
    ({ what, citations }) => `${words.conflict} ${what} ${marks(citations)}`,
  );
  const differences = (answer.differences ?? []).map(words.difference);
  const isQuote = quotesItself(answer);
  const statements = isQuote ? [] : answer.statements.map(renderStatement);
  const said = [
    ...correction(answer, language),
    ...statements,
    ...asOf,
    ...conflicts,
    ...differences,
  ].join("\n");
  const sources = answer.citations.map((citation) => {
    const [line, quote] = renderCitation(citation, language);
    return [...(isQuote ? [quote, line] : [line, quote]), ...otherPlaces(citation, language)].join(
      "\n",
    );
  });
  const leftOut = answer.leftOut === undefined ? [] : [words.leftOut(answer.leftOut)];
  const { unanswered } = answer;
  const where = scopeNote(answer.scope, language);
  const notFound = unanswered === undefined ? [] : [`${words.unanswered(unanswered)}${where}`];
  const notes = [...notFound, ...leftOut, ...standIn(answer, language)];
  return [...(said === "" ? [] : [said]), ...sources, ...notes].join("\n\n");
}

/** At most one line: what was searched for, where a typo was put right. */
function correction({ corrected }: Answer, language: Language): readonly string[] {
  return corrected === undefined ? [] : [texts[language].corrected(corrected)];
}

/** Why the sentences themselves stand where a model should have written; empty where it did. */
function standIn({ degraded }: Answer, language: Language): readonly string[] {
  return degraded === undefined ? [] : [texts[language].degraded[degraded.reason]];
}

function renderNotFound(answer: Extract<Answer, { kind: "notFound" }>, language: Language): string {
  const { refusal, nearest } = texts[language];
  const why = `${refusal[answer.reason](answer.missing)}${scopeNote(answer.scope, language)}`;
  const head = [...correction(answer, language), why].join("\n");
  if (answer.nearest.length === 0) return head;
  const quotes = answer.nearest.map((citation) =>
    [...renderCitation(citation, language), ...otherPlaces(citation, language)].join("\n"),
  );
  return [`${head}\n${nearest}`, ...quotes, ...standIn(answer, language)].join("\n\n");
}

function renderStatement({ text, citations }: Statement): string {
  return `${text} ${marks(citations)}`;
}

function marks(numbers: readonly number[]): string {
  return numbers.map((n) => `[${n}]`).join("");
}

/** The source's line, and the sentence in a quote block with the neighbour it leans on beside it. */
function renderCitation(citation: Citation, language: Language): readonly [string, string] {
  const { leansOn } = citation;
  const quote = [
    ...(leansOn === "before" ? indented("  ", citation.before) : []),
    ...indented("│ ", citation.text),
    ...(leansOn === "after" ? indented("  ", citation.after) : []),
  ];
  return [`[${citation.n}] ${sourceLine(citation, language)}`, quote.join("\n")];
}

/** At most one line: where else the sentence stands, each with its date where that is known. */
function otherPlaces({ alsoIn = [], copies }: Citation, language: Language): string[] {
  if (alsoIn.length === 0) return [];
  const names = alsoIn.map(({ path, place, publishedOn }) => {
    const where = place === undefined ? path : `${path} ${placeLabel(place, language)}`;
    return publishedOn === undefined ? where : `${where} (${dateRange(publishedOn.value)})`;
  });
  const more = Math.max(0, (copies ?? 0) - alsoIn.length);
  return indented("    ", texts[language].alsoIn(names, more));
}

function indented(margin: string, text: string | undefined): string[] {
  return text === undefined ? [] : text.split("\n").map((line) => `${margin}${line}`);
}

/** `title · date (how it is known) · path · page or row`, without what is not known. */
export function sourceLine(
  {
    article,
    publishedOn,
    path,
    place,
  }: Pick<Citation, "article" | "publishedOn" | "path" | "place">,
  language: Language,
): string {
  const date =
    publishedOn &&
    `${dateRange(publishedOn.value)} (${texts[language].dateKind[publishedOn.kind]})`;
  const where = place && placeLabel(place, language);
  return [article, date, path, where].filter((part) => part !== undefined).join(" · ");
}
