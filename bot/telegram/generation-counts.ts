/** How much a generation holds, in one line. */

import type { Generation } from "../../retrieval/corpus-store.ts";
import type { Language } from "../text/language.ts";
import { telegramTexts } from "./texts.ts";

/** `43 documents · 210 articles · 12,345 sentences` */
export function generationCounts(
  { documents, articles, sentences }: Generation,
  language: Language,
): string {
  const { counts } = telegramTexts[language].status;
  return counts(thousands(documents), thousands(articles), thousands(sentences));
}

function thousands(count: number): string {
  return count.toLocaleString("en-US");
}
