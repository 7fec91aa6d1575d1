/** An embedder without key, download or network: hashed words and bigrams. Weak, honest, always there. */

import type { Embedder } from "./embedder.ts";
import { takeTurns } from "./take-turns.ts";
import { normalise } from "./text/normalise.ts";
import { bigrams, bigramToken, searchWords } from "./text/tokens.ts";
import { backgroundIdf, isDictionaryWord } from "./text/word-frequencies.ts";

const dimension = 1024;
/** Measured: above 0.3 this leg costs more good hits than it brings. */
const fusionWeight = 0.3;
const bucketsPerFeature = 8;
const bigramShare = 0.6;
const unknownBigramIdf = 6;
const unknownCharacterIdf = 2;

const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;
const mixFactor = 0x2c1b3c6d;
const mixStep = 0x9e3779b9;

function bigramIdf(bigram: string): number {
  if (isDictionaryWord(bigram)) return backgroundIdf(bigram);
  return bigram.length > 1 ? unknownBigramIdf : unknownCharacterIdf;
}

function fnv1a(feature: string): number {
  let hash = fnvOffset;
  for (let at = 0; at < feature.length; at++) {
    hash = Math.imul(hash ^ feature.charCodeAt(at), fnvPrime);
  }
  return hash;
}

/** Adds ±weight to the eight places that the feature hashes to. */
function addFeature(vector: Float32Array, feature: string, weight: number): void {
  let hash = fnv1a(feature);
  for (let bucket = 0; bucket < bucketsPerFeature; bucket++) {
    hash = (Math.imul(hash ^ (hash >>> 15), mixFactor) + mixStep) | 0;
    hash ^= hash >>> 13;
    const place = (hash >>> 1) % dimension;
    vector[place] = (vector[place] ?? 0) + ((hash & 1) === 1 ? weight : -weight);
  }
}

function countEach(features: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  return vector.map((value) => value / length);
}

function hashText(text: string): Float32Array {
  const normalised = normalise(text);
  const vector = new Float32Array(dimension);
  for (const [word, count] of countEach(searchWords(normalised))) {
    addFeature(vector, word, (1 + Math.log(count)) * backgroundIdf(word));
  }
  for (const [bigram, count] of countEach(bigrams(normalised))) {
    const weight = (1 + Math.log(count)) * bigramShare * bigramIdf(bigram);
    addFeature(vector, bigramToken(bigram), weight);
  }
  return toUnitLength(vector);
}

/**
 * An embedder that hashes words and bigrams, weighted (1 + ln tf) · background idf, into 8 signed
 * places each of 1,024. Passages and questions are embedded alike. Needs no corpus statistics, so
 * the vector of a text never changes when documents arrive.
 */
export function createHashedEmbedder(): Embedder {
  return {
    name: "hashed-1",
    dimension,
    fusionWeight,
    async embed(texts, { signal }) {
      const vectors: Float32Array[] = [];
      const turn = takeTurns();
      for (const text of texts) {
        await turn();
        signal?.throwIfAborted();
        vectors.push(hashText(text));
      }
      return vectors;
    },
  };
}
