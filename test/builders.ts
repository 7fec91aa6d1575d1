/** Small stand-ins for what the layers hand on, with overrides for what a test is about. */

import { groupId, documentId, sentenceId } from "../corpus/ids.ts";
import type { Chunk } from "../corpus/chunk.ts";
import type { Sentence } from "../corpus/sentence.ts";
import type { Passage } from "../retrieval/ranking/passage.ts";

export function makeSentence(text: string, path = "a.txt", start = 0): Sentence {
  return {
    id: sentenceId(documentId(path), text, 0),
    text,
    spans: [{ start, end: start + text.length }],
  };
}

/** A chunk of these sentences, as they follow each other in one file. */
export function makeChunk(texts: readonly string[], overrides: Partial<Chunk> = {}): Chunk {
  const path = overrides.path ?? "a.txt";
  let start = 0;
  const sentences = texts.map((text) => {
    const sentence = makeSentence(text, path, start);
    start += text.length;
    return sentence;
  });
  const ids = sentences.map(({ id }) => id);
  return {
    id: groupId("chunk", documentId(path), ids),
    documentId: documentId(path),
    articleId: groupId("article", documentId(path), ids),
    sequence: 0,
    path,
    sentences,
    embeddedText: [overrides.title, ...texts].filter(Boolean).join("\n"),
    ...overrides,
  };
}

export function makePassage(
  texts: readonly string[],
  overrides: Partial<Passage & Chunk> = {},
): Passage {
  const { fullTextScore = 10, similarity = 0.5, score = 1, ...chunk } = overrides;
  return { chunk: makeChunk(texts, chunk), fullTextScore, similarity, score };
}
