/** Finds a sentence in its document, with what stands around it. */

import type { Article } from "./article.ts";
import type { Document } from "./document.ts";
import type { Sentence } from "./sentence.ts";

export interface SentenceInPlace {
  readonly document: Document;
  readonly article: Article;
  readonly sentence: Sentence;
  /** The sentences of the article before it, in reading order, at most as many as asked for. */
  readonly before: readonly Sentence[];
  readonly after: readonly Sentence[];
}

/** @param neighbours how many sentences to show on each side */
export function locateSentence(
  document: Document,
  sentenceId: string,
  neighbours: number,
): SentenceInPlace | undefined {
  for (const article of document.articles) {
    const at = article.sentences.findIndex((sentence) => sentence.id === sentenceId);
    const sentence = article.sentences[at];
    if (sentence === undefined) continue;
    return {
      document,
      article,
      sentence,
      before: article.sentences.slice(Math.max(0, at - neighbours), at),
      after: article.sentences.slice(at + 1, at + 1 + neighbours),
    };
  }
  return undefined;
}
