/** Chooses the sentences that a writer is given, and numbers them in reading order. */

import type { JoinedSentence } from "../../retrieval/duplicates/join-copies.ts";
import type { EvidenceSentence } from "../verification/evidence.ts";
import { addressesWriter } from "./addresses-writer.ts";

export interface EvidenceLimits {
  readonly sentences: number;
  /** Of the sentences and their neighbours together. */
  readonly characters: number;
}

export const evidenceLimits: EvidenceLimits = { sentences: 20, characters: 6000 };

/** A sentence under its number, and where it comes from. */
export interface NumberedSentence {
  readonly evidence: EvidenceSentence;
  readonly source: JoinedSentence;
}

/**
 * The best sentences within the limits, at least one unless there is none, without those that speak
 * to their reader's machine; those of an article together and as they follow each other, the best
 * sentence's article first; numbered from 1.
 *
 * @param ranked best first
 */
export function numberEvidence(
  ranked: readonly JoinedSentence[],
  limits: EvidenceLimits = evidenceLimits,
): readonly NumberedSentence[] {
  const chosen: JoinedSentence[] = [];
  let characters = 0;
  for (const sentence of ranked) {
    if (chosen.length >= limits.sentences) break;
    if (addressesWriter(sentence.sentence.text)) continue;
    const { before = "", after = "" } = neighbours(sentence);
    const length = before.length + sentence.sentence.text.length + after.length;
    if (chosen.length > 0 && characters + length > limits.characters) continue;
    characters += length;
    chosen.push(sentence);
  }
  return inReadingOrder(chosen).map((source, at) => ({
    source,
    evidence: toEvidence(source, at + 1),
  }));
}

function inReadingOrder(chosen: readonly JoinedSentence[]): readonly JoinedSentence[] {
  const articles = new Map<string, JoinedSentence[]>();
  for (const sentence of chosen) {
    const { articleId } = sentence.passage.chunk;
    articles.set(articleId, [...(articles.get(articleId) ?? []), sentence]);
  }
  return [...articles.values()].flatMap((sentences) =>
    sentences.toSorted(
      (one, other) =>
        one.passage.chunk.sequence - other.passage.chunk.sequence || one.position - other.position,
    ),
  );
}

function neighbours({ passage: { chunk }, position }: JoinedSentence) {
  return {
    before: unlessCommand(position === 0 ? chunk.before : chunk.sentences[position - 1]?.text),
    after: unlessCommand(chunk.sentences[position + 1]?.text ?? chunk.after),
  };
}

function unlessCommand(text: string | undefined): string | undefined {
  return text === undefined || addressesWriter(text) ? undefined : text;
}

function toEvidence(source: JoinedSentence, n: number): EvidenceSentence {
  const { sentence, passage } = source;
  const { before, after } = neighbours(source);
  const { publishedOn } = passage.chunk;
  const title = unlessCommand(passage.chunk.title);
  const section = unlessCommand(sentence.section);
  return {
    n,
    text: sentence.text,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(title === undefined ? {} : { title }),
    ...(section === undefined ? {} : { section }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(sentence.times === undefined ? {} : { times: sentence.times }),
  };
}
