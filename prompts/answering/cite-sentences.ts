/** Turns chosen sentences into numbered citations. */

import type { PlacedSentence } from "../../retrieval/duplicates/group-sentences.ts";
import type { JoinedSentence } from "../../retrieval/duplicates/join-copies.ts";
import type { Citation, OtherPlace } from "./answer.ts";
import { leansOn } from "./leaning.ts";

const maxOtherPlaces = 5;

function withoutUndefined<T extends object>(
  value: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  // Safe: exactly the undefined values are removed.
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function toOtherPlace({ sentence, chunk }: PlacedSentence): OtherPlace {
  return withoutUndefined({
    sentenceId: sentence.id,
    documentId: chunk.documentId,
    path: chunk.path,
    article: chunk.title,
    publishedOn: chunk.publishedOn,
    place: sentence.place,
  });
}

/** One citation a sentence, numbered from 1 in the order given. */
export function citeSentences(chosen: readonly JoinedSentence[]): Citation[] {
  const texts = new Set(chosen.map(({ sentence }) => sentence.text));
  return chosen.map(({ sentence, passage: { chunk }, position, alsoIn }, at) => {
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
      articleId: chunk.articleId,
      article: chunk.title,
      section: sentence.section,
      publishedOn: chunk.publishedOn,
      place: sentence.place,
      alsoIn: alsoIn.length > 0 ? alsoIn.slice(0, maxOtherPlaces).map(toOtherPlace) : undefined,
      copies: alsoIn.length > maxOtherPlaces ? alsoIn.length : undefined,
      before,
      after,
      leansOn: leansOn(sentence.text, { before: unsaid(before), after: unsaid(after) }),
    });
  });
}
