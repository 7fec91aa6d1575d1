/** The line that says where a quote comes from: number, title, date, page or row. */

import { FormattedString, fmt } from "@grammyjs/parse-mode";
import type { PublishedOn } from "../../corpus/article.ts";
import type { Citation } from "../../prompts/answering/answer.ts";
import { dateRange } from "../text/date-range.ts";
import type { Language } from "../text/language.ts";
import { placeLabel } from "../text/place-label.ts";
import { texts } from "../text/texts.ts";
import { clip } from "./clip.ts";
import { maxTitleUnits } from "./limits.ts";
import { startLink } from "./start-link.ts";
import { telegramTexts } from "./texts.ts";

export interface SourceLineOptions {
  readonly botUsername: string;
  readonly language: Language;
}

/** `[n] title · date · page`; the path stands for a missing title, what is not known is left out. */
export function renderSourceLine(citation: Citation, options: SourceLineOptions): FormattedString {
  const marker = renderMarker(citation.n, citation.sentenceId, options.botUsername);
  return fmt`${marker} ${plain(sourceLabel(citation, options.language))}`;
}

/** `[n]`, linked to the sentence in its place. */
export function renderMarker(n: number, sentenceId: string, botUsername: string): FormattedString {
  const url = startLink(botUsername, { kind: "sentence", sentenceId });
  return url === undefined ? plain(`[${n}]`) : FormattedString.link(`[${n}]`, url);
}

/** `title · date · page` as plain text, on one line. */
export function sourceLabel(
  {
    article,
    path,
    publishedOn,
    place,
  }: Pick<Citation, "article" | "path" | "publishedOn" | "place">,
  language: Language,
): string {
  const name = clip((article ?? path).replace(/\s+/gu, " ").trim() || path, maxTitleUnits);
  const date = publishedOn && dateLabel(publishedOn, language);
  const where = place && clip(placeLabel(place, language), maxTitleUnits);
  return [name, date, where].filter((part) => part !== undefined).join(" · ");
}

/** The date, and how it is known where it is not printed in the piece. */
export function dateLabel({ value, kind }: PublishedOn, language: Language): string {
  const date = dateRange(value);
  if (kind === "printed") return date;
  return `${date}${telegramTexts[language].dateNote(texts[language].dateKind[kind])}`;
}

/** Text as it is; nothing in it is markup. */
export function plain(text: string): FormattedString {
  return new FormattedString(text);
}
