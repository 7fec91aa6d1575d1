/** Shows a sentence in its place: the document's name, the sentences around it, itself as a quote. */

import { FormattedString } from "@grammyjs/parse-mode";
import type { SentenceInPlace } from "../../corpus/locate-sentence.ts";
import type { Citation } from "../../prompts/answering/answer.ts";
import type { Language } from "../text/language.ts";
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
 */
export function renderSource(
  { document, article, sentence, before, after }: SentenceInPlace,
  language: Language,
): readonly OutgoingMessage[] {
  const heading = renderHeading(
    { title: article.title, path: document.path, section: sentence.section },
    article.publishedOn === undefined ? undefined : dateLabel(article.publishedOn, language),
  );
  const around = { before: before.map(({ text }) => text), after: after.map(({ text }) => text) };
  return inPlace(heading, sentence.text, around);
}

/** The sentence as it stood when it was cited, for a source that has changed since. */
export function renderStoredSource(
  citation: Citation,
  language: Language,
): readonly OutgoingMessage[] {
  const heading = renderHeading(
    { title: citation.article, path: citation.path, section: citation.section },
    citation.publishedOn === undefined ? undefined : dateLabel(citation.publishedOn, language),
  );
  const note = plain(telegramTexts[language].storedQuote);
  const before = citation.before === undefined ? [] : [citation.before];
  const after = citation.after === undefined ? [] : [citation.after];
  return inPlace(FormattedString.join([heading, note], "\n\n"), citation.text, { before, after });
}

/** What to say where only the id of a sentence is known, and the corpus no longer holds it. */
export function renderGoneSource(language: Language): OutgoingMessage {
  return asMessage(plain(texts[language].sourceGone));
}

interface Place {
  readonly title: string | undefined;
  readonly path: string;
  readonly section: string | undefined;
}

function renderHeading({ title, path, section }: Place, date: string | undefined): FormattedString {
  const name = title === undefined || title.trim() === "" ? path : title;
  const details = [title === undefined ? undefined : path, date, section]
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
): readonly OutgoingMessage[] {
  const room = maxMessageUnits - heading.text.length - 2;
  if (sentence.length > room) {
    return splitLong(sentence, room).map((part) =>
      asMessage(FormattedString.join([heading, FormattedString.blockquote(part)], "\n\n")),
    );
  }
  const { before, after } = nearestThatFit(around, room - sentence.length);
  const parts = [
    heading,
    ...(before.length === 0 ? [] : [plain(joinSentences(before))]),
    FormattedString.blockquote(sentence),
    ...(after.length === 0 ? [] : [plain(joinSentences(after))]),
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
