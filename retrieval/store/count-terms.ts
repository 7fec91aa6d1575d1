/** Counts in how many chunks each token stands, from the chunks themselves. */

import type { Table } from "@lancedb/lancedb";
import { takeTurns } from "../take-turns.ts";
import { isOneOf } from "./filters.ts";
import { readBucket } from "./term-buckets.ts";

/** Beyond this share of changed documents, counting everything costs less than the difference. */
const recountShare = 1 / 3;

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

/** The tables of the served generation, pinned. */
export interface CountedBase {
  readonly chunks: Table;
  readonly terms: Table;
}

export interface CountTermsOptions {
  /** Absent where there is no served generation of the same tables. */
  readonly base: CountedBase | undefined;
  /** Ids of documents that differ between base and head, added and removed ones included. */
  readonly changed: readonly string[];
  /** Documents at the head. */
  readonly total: number;
}

/**
 * Counts for the head of `chunks`: the served generation's, less the old chunks of the changed
 * documents, plus their new ones. The start is always what was published, never what an unfinished
 * load left, so doing it again gives the same. Counts from nothing where much has changed.
 */
export async function countTerms(chunks: Table, options: CountTermsOptions): Promise<TermCounts> {
  const { base, changed, total } = options;
  if (base === undefined || changed.length > total * recountShare) return countAllTerms(chunks);
  const counts: TermCounts = new Map();
  const turn = takeTurns();
  for await (const batch of base.terms.query().select(["terms"])) {
    const column = batch.getChild("terms");
    for (let row = 0; row < batch.numRows; row++) {
      await turn();
      readBucket(String(column?.get(row)), (token, count) => counts.set(token, count));
    }
  }
  function addTo(step: number) {
    return (token: string) => {
      const count = (counts.get(token) ?? 0) + step;
      if (count > 0) counts.set(token, count);
      else counts.delete(token);
    };
  }
  await visitTerms(chunks, changed, addTo(1));
  await visitTerms(base.chunks, changed, addTo(-1));
  return counts;
}
