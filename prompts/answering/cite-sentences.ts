/** Turns chosen sentences into numbered citations. */

import type { RankedSentence } from "../../retrieval/ranking/rank-sentences.ts";
import type { Citation } from "./answer.ts";
import { leansOn } from "./leaning.ts";

function withoutUndefined<T extends object>(
  value: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  // Safe: exactly the undefined values are removed.
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** One citation a sentence, numbered from 1 in the order given. */
export function citeSentences(chosen: readonly RankedSentence[]): Citation[] {
  const texts = new Set(chosen.map(({ sentence }) => sentence.text));
  return chosen.map(({ sentence, passage: { chunk }, position }, at) => {
    const before = position === 0 ? chunk.before : chunk.sentences[position - 1]?.text;
    const after = chunk.sentences[position + 1]?.text ?? chunk.after;
    // A neighbour that is cited itself needs no second showing.
    const unsaid = (neighbour: string | undefined) =>
      neighbour === undefined || texts.has(neighbour) ? undefined : neighbour;
    return withoutUndefined({
      n: at + 1,
      sentenceId: sentence.id,
      text: sentence.text,
      spans: sentence.spans,
      documentId: chunk.documentId,
      path: chunk.path,
      article: chunk.title,
      section: sentence.section,
      publishedOn: chunk.publishedOn,
      before,
      after,
      leansOn: leansOn(sentence.text, { before: unsaid(before), after: unsaid(after) }),
    });
  });
}
