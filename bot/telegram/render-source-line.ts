/** The line that says where a quote comes from: number, title, date. */

import { FormattedString, fmt } from "@grammyjs/parse-mode";
import type { PublishedOn } from "../../corpus/article.ts";
import type { Citation } from "../../prompts/answering/answer.ts";
import type { Language } from "../text/language.ts";
import { texts } from "../text/texts.ts";
import { sourceLink } from "./callback-data.ts";
import { clip } from "./clip.ts";
import { maxTitleUnits } from "./limits.ts";
import { telegramTexts } from "./texts.ts";

export interface SourceLineOptions {
  readonly botUsername: string;
  readonly language: Language;
}

/** `[n] title · date`; the path stands for a missing title, a missing date is left out. */
export function renderSourceLine(citation: Citation, options: SourceLineOptions): FormattedString {
  const place = sourcePlace(
    citation.article,
    citation.path,
    citation.publishedOn,
    options.language,
  );
  const marker = renderMarker(citation.n, citation.sentenceId, options.botUsername);
  return fmt`${marker} ${plain(place)}`;
}

/** `[n]`, linked to the sentence in its place. */
export function renderMarker(n: number, sentenceId: string, botUsername: string): FormattedString {
  const url = sourceLink(botUsername, sentenceId);
  return url === undefined ? plain(`[${n}]`) : FormattedString.link(`[${n}]`, url);
}

/** `title · date` as plain text, on one line. */
function sourcePlace(
  title: string | undefined,
  path: string,
  publishedOn: PublishedOn | undefined,
  language: Language,
): string {
  const name = clip((title ?? path).replace(/\s+/gu, " ").trim() || path, maxTitleUnits);
  return publishedOn === undefined ? name : `${name} · ${dateLabel(publishedOn, language)}`;
}

/** The date, and how it is known where it is not printed in the piece. */
export function dateLabel({ value, kind }: PublishedOn, language: Language): string {
  const date = value.replace("/", " – ");
  if (kind === "printed") return date;
  return `${date}${telegramTexts[language].dateNote(texts[language].dateKind[kind])}`;
}

/** Text as it is; nothing in it is markup. */
export function plain(text: string): FormattedString {
  return new FormattedString(text);
}
