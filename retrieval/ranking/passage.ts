/** A retrieved chunk made ready for comparison: its text, words and sentences in matching form. */

import { LRUCache } from "lru-cache";
import type { Chunk } from "../../corpus/chunk.ts";
import type { Sentence } from "../../corpus/sentence.ts";
import { normalise } from "../text/normalise.ts";
import { normalisedSentences } from "../text/normalised-sentences.ts";
import { bigrams, bigramToken, searchWords, singleCharacters } from "../text/tokens.ts";

/** A chunk as retrieved, with the scores of the legs that found it. */
export interface Passage {
  readonly chunk: Chunk;
  /** BM25 of the full text, above 0; 0 where only the vectors found it. */
  readonly fullTextScore: number;
  /** Cosine −1…1; 0 where only the full text found it. */
  readonly similarity: number;
  /** Score of the fusion; orders passages within one question. */
  readonly score: number;
  /** Passages whose text stands in this and better ones, best first, where they were grouped. */
  readonly copies?: readonly Passage[];
}

/** What comparing needs of a sentence. */
export interface PreparedSentence {
  readonly sentence: Sentence;
  /** Normalised. */
  readonly text: string;
  readonly words: ReadonlySet<string>;
  /** How often each token of the bag stands in it. */
  readonly tokenCounts: ReadonlyMap<string, number>;
  /** Tokens in the bag, repeats counted. */
  readonly tokenCount: number;
}

export interface PreparedPassage {
  readonly passage: Passage;
  /** Title, section, date and sentences, normalised. */
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly sentences: readonly PreparedSentence[];
}

interface PreparedChunk {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly sentences: readonly PreparedSentence[];
}

function prepareSentence(sentence: Sentence, text: string): PreparedSentence {
  const words = searchWords(text);
  const tokenCounts = new Map<string, number>();
  let tokenCount = 0;
  const count = (token: string): void => {
    tokenCounts.set(token, (tokenCounts.get(token) ?? 0) + 1);
    tokenCount++;
  };
  for (const word of words) count(word);
  for (const bigram of bigrams(text)) count(bigramToken(bigram));
  for (const character of singleCharacters(text)) count(character);
  return { sentence, text, words: new Set(words), tokenCounts, tokenCount };
}

/** Chunk ids come from content, so an entry can never be stale; only the title is not in the id. */
const prepared = new LRUCache<string, PreparedChunk>({ max: 2_000 });

function prepareChunk(chunk: Chunk): PreparedChunk {
  const key = `${chunk.id}\n${chunk.title ?? ""}`;
  const known = prepared.get(key);
  if (known !== undefined) return known;
  const texts = normalisedSentences(chunk);
  const sentences = chunk.sentences.map((sentence, at) =>
    prepareSentence(sentence, texts[at] ?? ""),
  );
  const heading = normalise(
    [chunk.title, ...new Set(chunk.sentences.map(({ section }) => section))]
      .filter((part) => part !== undefined)
      .join(" "),
  );
  const published = chunk.publishedOn?.value ?? "";
  const words = new Set(searchWords(heading));
  for (const sentence of sentences) for (const word of sentence.words) words.add(word);
  const text = [heading, published, ...sentences.map((sentence) => sentence.text)].join(" ");
  const chunkPrepared = { text, words, sentences };
  prepared.set(key, chunkPrepared);
  return chunkPrepared;
}

/** Work on a chunk is kept for later questions, at most 2,000 chunks. */
export function preparePassage(passage: Passage): PreparedPassage {
  return { passage, ...prepareChunk(passage.chunk) };
}
