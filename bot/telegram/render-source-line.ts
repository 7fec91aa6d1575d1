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
  /** Id under which the answer is kept; its links then lead to the quote for as long as it is. */
  readonly answerId?: string | undefined;
  readonly botUsername: string;
  readonly language: Language;
}

/** `[n] title · date · page`; the path stands for a missing title, what is not known is left out. */
export function renderSourceLine(citation: Citation, options: SourceLineOptions): FormattedString {
  const marker = renderMarker(citation, options);
  return fmt`${marker} ${plain(sourceLabel(citation, options.language))}`;
}

/** `[n]`, linked to the sentence in its place. */
export function renderMarker(
  { n, sentenceId }: Pick<Citation, "n" | "sentenceId">,
  { answerId, botUsername }: Pick<SourceLineOptions, "answerId" | "botUsername">,
): FormattedString {
  const url = startLink(
    botUsername,
    answerId === undefined
      ? { kind: "sentence", sentenceId }
      : { kind: "citation", answerId, n, sentenceId },
  );
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

/** Longer evidence tells a reader nothing more. */
const maxEvidenceUnits = 30;

/** The date, how it is known, and the words that show it, where they say more than the date itself. */
export function fullDateLabel({ value, kind, evidence }: PublishedOn, language: Language): string {
  const note = texts[language].dateKind[kind];
  const words = clip(evidence.replace(/\s+/gu, " ").trim(), maxEvidenceUnits);
  const wrapped =
    kind === "metadata" || words === "" || words === value
      ? telegramTexts[language].dateNote(note)
      : telegramTexts[language].dateEvidence(note, words);
  return `${dateRange(value)}${wrapped}`;
}

/** Text as it is; nothing in it is markup. */
export function plain(text: string): FormattedString {
  return new FormattedString(text);
}
