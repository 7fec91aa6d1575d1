/** How much a generation holds, in one line. */

import type { Generation } from "../../retrieval/corpus-store.ts";
import type { Language } from "../text/language.ts";

const words = {
  zh: { documents: "个文档", articles: "篇文章", sentences: "句" },
  en: { documents: "documents", articles: "articles", sentences: "sentences" },
} as const;

/** `43 documents · 210 articles · 12,345 sentences` */
export function generationCounts(generation: Generation, language: Language): string {
  const { documents, articles, sentences } = words[language];
  return [
    `${thousands(generation.documents)} ${documents}`,
    `${thousands(generation.articles)} ${articles}`,
    `${thousands(generation.sentences)} ${sentences}`,
  ].join(" · ");
}

function thousands(count: number): string {
  return count.toLocaleString("en-US");
}
