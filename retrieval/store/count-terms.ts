/** Counts in how many chunks each token stands, from the chunks themselves. */

import type { Table } from "@lancedb/lancedb";
import { takeTurns } from "../take-turns.ts";
import { isOneOf } from "./filters.ts";
import { readBucket } from "./term-buckets.ts";

export type TermCounts = Map<string, number>;

/** Calls `visit` for each distinct token of each chunk of the documents, or of all. */
async function visitTerms(
  chunks: Table,
  documentIds: readonly string[] | undefined,
  visit: (token: string) => void,
): Promise<void> {
  const turn = takeTurns();
  const conditions = documentIds === undefined ? [undefined] : isOneOf("document_id", documentIds);
  for (const condition of conditions) {
    const query = chunks.query().select(["tokens"]);
    if (condition !== undefined) query.where(condition);
    for await (const batch of query) {
      const column = batch.getChild("tokens");
      for (let row = 0; row < batch.numRows; row++) {
        await turn();
        const tokens = String(column?.get(row));
        if (tokens !== "") for (const token of new Set(tokens.split(" "))) visit(token);
      }
    }
  }
}

/** @returns chunks by token, counted from nothing */
export async function countAllTerms(chunks: Table): Promise<TermCounts> {
  const counts: TermCounts = new Map();
  await visitTerms(chunks, undefined, (token) => counts.set(token, (counts.get(token) ?? 0) + 1));
  return counts;
}

/**
 * How the counts differ between two versions of `chunks`: less the old chunks of the changed
 * documents, plus their new ones.
 *
 * @param changed ids of documents that differ, added and removed ones included
 * @returns chunks more, or fewer, by token; those that stay alike may be there with 0
 */
export async function countChanges(
  before: Table,
  after: Table,
  changed: readonly string[],
): Promise<TermCounts> {
  const steps: TermCounts = new Map();
  await visitTerms(after, changed, (token) => steps.set(token, (steps.get(token) ?? 0) + 1));
  await visitTerms(before, changed, (token) => steps.set(token, (steps.get(token) ?? 0) - 1));
  return steps;
}

/** The counts that stand in the buckets of a table of terms. */
export async function readCountedTerms(terms: Table, bucketCount: number): Promise<TermCounts> {
  const counts: TermCounts = new Map();
  const turn = takeTurns();
  let at = 0;
  for await (const batch of terms.query().select(["terms"])) {
    const column = batch.getChild("terms");
    for (let row = 0; row < batch.numRows && at < bucketCount; row++, at++) {
      await turn();
      readBucket(String(column?.get(row)), (token, count) => counts.set(token, count));
    }
  }
  return counts;
}

/** Adds the steps; what comes to nothing is left out. */
export function addSteps(counts: TermCounts, steps: ReadonlyMap<string, number>): void {
  for (const [token, step] of steps) {
    const count = (counts.get(token) ?? 0) + step;
    if (count === 0) counts.delete(token);
    else counts.set(token, count);
  }
}
