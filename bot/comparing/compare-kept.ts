/** Compares two kept generations, counting all that differs and handing it on piece by piece. */

import {
  compareGenerations,
  type DocumentDifference,
} from "../../retrieval/compare-generations.ts";
import type { CorpusStore, Generation } from "../../retrieval/corpus-store.ts";
import { RetrievalError } from "../../retrieval/errors.ts";

export interface CompareRequest {
  /** Number of a generation. Default: the newest kept one before `to`. */
  readonly from?: number | undefined;
  /** Default: the served one. */
  readonly to?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Given each document that differs, in the order of paths, and not kept. */
  readonly onDifference?: (difference: DocumentDifference) => void;
}

export interface Comparison {
  readonly from: Generation;
  readonly to: Generation;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Of whole documents too. */
  readonly sentencesGained: number;
  readonly sentencesLost: number;
}

/**
 * @param removed paths of removed documents, of which no words are shown
 * @throws {RetrievalError} `E_NO_CORPUS`, `E_GENERATION_UNKNOWN`, `E_STATE_BROKEN`
 */
export async function compareKept(
  store: Pick<CorpusStore, "generations" | "openGeneration">,
  { from, to, signal, onDifference }: CompareRequest,
  removed: ReadonlySet<string> = new Set(),
): Promise<Comparison> {
  const [served, ...older] = await store.generations();
  if (served === undefined) {
    throw new RetrievalError(
      "E_NO_CORPUS",
      "Expected loaded documents to compare, found none. Load documents first.",
    );
  }
  const end = to ?? served.number;
  const start = from ?? older.find(({ number }) => number < end)?.number;
  if (start === undefined) {
    throw new RetrievalError(
      "E_GENERATION_UNKNOWN",
      `Expected a kept generation before ${end} to compare with, found none. Name two that are kept.`,
    );
  }
  const before = await store.openGeneration(start);
  try {
    const after = await store.openGeneration(end);
    try {
      const counts = { added: 0, changed: 0, removed: 0, sentencesGained: 0, sentencesLost: 0 };
      for await (const found of compareGenerations(before, after, signal)) {
        const difference = removed.has(found.path) ? withoutWords(found) : found;
        counts[difference.kind] += 1;
        const { gained, lost } = sentencesOf(difference);
        counts.sentencesGained += gained;
        counts.sentencesLost += lost;
        onDifference?.(difference);
      }
      return { from: before.generation, to: after.generation, ...counts };
    } finally {
      after.close();
    }
  } finally {
    before.close();
  }
}

function withoutWords(difference: DocumentDifference): DocumentDifference {
  if (difference.kind !== "changed") return difference;
  const { kind, path } = difference;
  const nothing: readonly string[] = [];
  return {
    kind,
    path,
    articlesGained: nothing,
    articlesLost: nothing,
    sentencesGained: nothing,
    sentencesLost: nothing,
  };
}

function sentencesOf(difference: DocumentDifference): {
  readonly gained: number;
  readonly lost: number;
} {
  switch (difference.kind) {
    case "added":
      return { gained: difference.sentences, lost: 0 };
    case "removed":
      return { gained: 0, lost: difference.sentences };
    case "changed":
      return { gained: difference.sentencesGained.length, lost: difference.sentencesLost.length };
  }
}
