/**
 * Shows a sentence in its place: the document's name, the sentences around it, itself as a quote,
 * and where else it stands.
 */

import { FormattedString } from "@grammyjs/parse-mode";
import type { SentenceInPlace } from "../../corpus/locate-sentence.ts";
import type { Citation } from "../../prompts/answering/answer.ts";
import type { Language } from "../text/language.ts";
import { placeLabel } from "../text/place-label.ts";
import { texts } from "../text/texts.ts";
import { clip, splitLong } from "./clip.ts";
import { maxMessageUnits, maxTitleUnits } from "./limits.ts";
import { asMessage, type OutgoingMessage } from "./outgoing-message.ts";
import { dateLabel, plain } from "./render-source-line.ts";
import { telegramTexts } from "./texts.ts";

/**
 * One message; more, in order, only where the sentence alone is longer than a message.
 *
 * Neighbours are shown whole or, the farthest first, not at all.
 *
 * @param others where else it stands, as a list
 */
export function renderSource(
  { document, article, sentence, before, after }: SentenceInPlace,
  language: Language,
  others?: FormattedString,
): readonly OutgoingMessage[] {
  const heading = renderHeading(
    {
      article: article.title,
      path: document.path,
      publishedOn: article.publishedOn,
      place: sentence.place,
      section: sentence.section,
    },
    language,
  );
  const around = { before: before.map(({ text }) => text), after: after.map(({ text }) => text) };
  return inPlace(heading, sentence.text, around, others);
}

/** The sentence as it stood when it was cited, for a source that has changed since. */
export function renderStoredSource(
  citation: Citation,
  language: Language,
  others?: FormattedString,
): readonly OutgoingMessage[] {
  const heading = renderHeading(citation, language);
  const note = plain(telegramTexts[language].storedQuote);
  const before = citation.before === undefined ? [] : [citation.before];
  const after = citation.after === undefined ? [] : [citation.after];
  return inPlace(
    FormattedString.join([heading, note], "\n\n"),
    citation.text,
    { before, after },
    others,
  );
}

/** What to say where only the id of a sentence is known, and the corpus no longer holds it. */
export function renderGoneSource(language: Language): OutgoingMessage {
  return asMessage(plain(texts[language].sourceGone));
}

function renderHeading(
  {
    article,
    path,
    publishedOn,
    place,
    section,
  }: Pick<Citation, "article" | "path" | "publishedOn" | "place" | "section">,
  language: Language,
): FormattedString {
  const name = article === undefined || article.trim() === "" ? path : article;
  const details = [
    article === undefined ? undefined : path,
    publishedOn && dateLabel(publishedOn, language),
    place && placeLabel(place, language),
    section,
  ]
    .filter((detail) => detail !== undefined)
    .map((detail) => clip(detail, maxTitleUnits));
  const first = FormattedString.bold(`📖 ${clip(name.replace(/\s+/gu, " "), maxTitleUnits)}`);
  return details.length === 0
    ? first
    : FormattedString.join([first, plain(details.join(" · "))], "\n");
}

function inPlace(
  heading: FormattedString,
  sentence: string,
  around: { readonly before: readonly string[]; readonly after: readonly string[] },
  others: FormattedString | undefined,
): readonly OutgoingMessage[] {
  const tail = others === undefined ? [] : [others];
  const tailUnits = others === undefined ? 0 : others.text.length + 2;
  const room = maxMessageUnits - heading.text.length - tailUnits - 2;
  if (sentence.length > room) {
    const quotes = splitLong(sentence, room).map((part) => FormattedString.blockquote(part));
    return quotes.map((quote, at) => {
      const end = at === quotes.length - 1 ? tail : [];
      return asMessage(FormattedString.join([heading, quote, ...end], "\n\n"));
    });
  }
  const { before, after } = nearestThatFit(around, room - sentence.length);
  const parts = [
    heading,
    ...(before.length === 0 ? [] : [plain(joinSentences(before))]),
    FormattedString.blockquote(sentence),
    ...(after.length === 0 ? [] : [plain(joinSentences(after))]),
    ...tail,
  ];
  return [asMessage(FormattedString.join(parts, "\n\n"))];
}

/** The neighbours nearest to the sentence on both sides that fit together, in reading order. */
function nearestThatFit(
  { before, after }: { readonly before: readonly string[]; readonly after: readonly string[] },
  units: number,
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  /** Space between sentences and the paragraph breaks around them. */
  const gap = 2;
  let room = units - 2 * gap;
  const fit = (sentence: string | undefined): sentence is string => {
    if (sentence === undefined || sentence.length + gap > room) return false;
    room -= sentence.length + gap;
    return true;
  };
  const kept = { before: [] as string[], after: [] as string[] };
  for (let distance = 0; distance < Math.max(before.length, after.length); distance += 1) {
    const left = before.at(-1 - distance);
    if (kept.before.length === distance && fit(left)) kept.before.unshift(left);
    const right = after.at(distance);
    if (kept.after.length === distance && fit(right)) kept.after.push(right);
  }
  return kept;
}

/** A space goes between sentences only where the script is written with spaces. */
function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce((joined, next) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。！？；：，、…—“”‘’（）《》「」]$/u.test(
      joined,
    )
      ? joined + next
      : `${joined} ${next}`,
  );
}
