/** Builder of a sentence in its place. */

import type { SentenceInPlace } from "../../../corpus/locate-sentence.ts";
import { locateSentence } from "../../../corpus/locate-sentence.ts";
import type { Document } from "../../../corpus/document.ts";

/** A document of one article with these sentences; ids are `<document>-<index>` with twelve digits. */
export function makeDocument(
  sentences: readonly string[],
  overrides: Partial<Document> = {},
): Document {
  const id = overrides.id ?? "0123456789abcdef";
  return {
    id,
    path: "2024/museum.txt",
    mediaType: "text/plain",
    contentHash: "0".repeat(64),
    text: sentences.join(""),
    articles: [
      {
        id: `${id}-aaaaaaaaaaaa`,
        kind: "feature",
        title: "博物馆四十年",
        authors: [],
        publishedOn: { value: "2024-03-05", kind: "printed", evidence: "2024年3月5日" },
        sections: [],
        sentences: sentences.map((text, at) => ({
          id: `${id}-${String(at).padStart(12, "0")}`,
          text,
          spans: [],
        })),
      },
    ],
    dropped: [],
    ...overrides,
  };
}

/** @param at index of the sentence */
export function makePlace(
  sentences: readonly string[],
  at: number,
  neighbours = 3,
): SentenceInPlace {
  const document = makeDocument(sentences);
  return locateSentence(document, `${document.id}-${String(at).padStart(12, "0")}`, neighbours)!;
}
