/** Gives sentences their ids, counting equal ones across a document. */

import { sentenceId } from "../ids.ts";
import type { Place } from "../place.ts";
import type { Sentence } from "../sentence.ts";
import type { SentencePiece } from "./split-sentences.ts";

/** Names the pieces of one block; to be called in reading order. */
export type NameSentences = (
  pieces: readonly SentencePiece[],
  where?: { readonly section?: string | undefined; readonly place?: Place | undefined },
) => readonly Sentence[];

/** @param ofDocument id of the document whose sentences these are */
export function createSentenceNames(ofDocument: string): NameSentences {
  const occurrences = new Map<string, number>();
  return (pieces, { section, place } = {}) =>
    pieces.map(({ text, spans }) => {
      const content = text.replace(/\s+/gu, "");
      const occurrence = occurrences.get(content) ?? 0;
      occurrences.set(content, occurrence + 1);
      const id = sentenceId(ofDocument, text, occurrence);
      return {
        id,
        text,
        spans,
        ...(section === undefined ? {} : { section }),
        ...(place === undefined ? {} : { place }),
      };
    });
}
