/** Lists the other documents in which a cited sentence stands, each a link to it in its place. */

import { FormattedString, fmt } from "@grammyjs/parse-mode";
import type { Citation } from "../../prompts/answering/answer.ts";
import { plain, sourceLabel, type SourceLineOptions } from "./render-source-line.ts";
import { startLink } from "./start-link.ts";
import { telegramTexts } from "./texts.ts";

/** In how many other documents the sentence was found. */
export function countOtherPlaces({ alsoIn = [], copies }: Citation): number {
  return Math.max(copies ?? 0, alsoIn.length);
}

/** A heading and a line for each; undefined where there is none. */
export function renderOtherPlaces(
  citation: Citation,
  { botUsername, language }: SourceLineOptions,
): FormattedString | undefined {
  const { alsoIn = [] } = citation;
  if (alsoIn.length === 0) return undefined;
  const words = telegramTexts[language];
  const lines = alsoIn.map((other) => {
    const label = sourceLabel(other, language);
    const url = startLink(botUsername, { kind: "sentence", sentenceId: other.sentenceId });
    return fmt`· ${url === undefined ? plain(label) : FormattedString.link(label, url)}`;
  });
  const more = countOtherPlaces(citation) - alsoIn.length;
  const rest = more === 0 ? [] : [plain(words.alsoInMore(more))];
  return FormattedString.join([plain(words.alsoInHeading), ...lines, ...rest], "\n");
}
