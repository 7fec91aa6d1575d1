/** Shows what a document holds: its articles, the sections of the one being read, and how long they are. */

import { FormattedString } from "@grammyjs/parse-mode";
import type { Article } from "../../corpus/article.ts";
import type { Document } from "../../corpus/document.ts";
import type { Language } from "../text/language.ts";
import { clip } from "./clip.ts";
import { maxOutlineArticles, maxOutlineSections, maxTitleUnits } from "./limits.ts";
import { fullDateLabel, plain } from "./render-source-line.ts";
import { telegramTexts, type TelegramTexts } from "./texts.ts";

/** @param articleId of the article being read; undefined where the document no longer has it */
export function renderOutline(
  document: Document,
  articleId: string | undefined,
  language: Language,
): FormattedString {
  const words = telegramTexts[language];
  const { articles } = document;
  const sentences = articles.reduce((sum, article) => sum + article.sentences.length, 0);
  const reading = articles.findIndex(({ id }) => id === articleId);
  // A window of the list with the article being read inside it.
  const start = Math.max(
    0,
    Math.min(reading - Math.floor(maxOutlineArticles / 2), articles.length - maxOutlineArticles),
  );
  const shown = articles.slice(start, start + maxOutlineArticles);
  const hidden = articles.length - shown.length;
  const blocks = shown.map((article, at) => {
    const number = articles.length === 1 ? "" : `${start + at + 1}. `;
    const line = `${number}${titleOf(article)}`;
    return article.id === articleId
      ? renderReading(article, line, words, language)
      : plain(`${line} · ${words.sentences(article.sentences.length)}`);
  });
  return FormattedString.join(
    [
      FormattedString.bold(`📄 ${clip(document.path, maxTitleUnits)}`),
      plain(words.documentCounts(articles.length, sentences)),
      plain(""),
      ...blocks,
      ...(hidden === 0 ? [] : [plain(words.moreArticles(hidden))]),
    ],
    "\n",
  );
}

function renderReading(
  article: Article,
  line: string,
  words: TelegramTexts,
  language: Language,
): FormattedString {
  const { publishedOn, sections, sentences } = article;
  const date = publishedOn && fullDateLabel(publishedOn, language);
  const details = [date, words.sentences(sentences.length)].filter((one) => one !== undefined);
  const listed = sections.slice(0, maxOutlineSections).map((section) => {
    const count = sentences.filter((sentence) => sentence.section === section).length;
    const name = clip(section.replace(/\s+/gu, " "), maxTitleUnits);
    return count === 0 ? `　· ${name}` : `　· ${name}（${words.sentences(count)}）`;
  });
  const more = sections.length - listed.length;
  const rest = more === 0 ? [] : [`　${words.moreSections(more)}`];
  const below = [`　${details.join(" · ")}`, ...listed, ...rest];
  return FormattedString.join([FormattedString.bold(`▸ ${line}`), plain(below.join("\n"))], "\n");
}

function titleOf({ title, sentences }: Article): string {
  const name = title ?? sentences[0]?.text ?? "";
  return clip(name.replace(/\s+/gu, " ").trim() || "—", maxTitleUnits / 2);
}
