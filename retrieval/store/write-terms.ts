/** Brings the counts of terms up to the head, by as little writing as will do. */

import type { Table } from "@lancedb/lancedb";
import { arrowTable, arrowTableInTurns } from "./arrow-rows.ts";
import {
  addSteps,
  countAllTerms,
  countChanges,
  readCountedTerms,
  type TermCounts,
} from "./count-terms.ts";
import type { HeadTables } from "./head-tables.ts";
import { readStamps } from "./ledger.ts";
import type { PinnedTables } from "./pinned-tables.ts";
import { readTermChanges } from "./read-term-changes.ts";
import { termsSchema } from "./tables.ts";
import { writeBuckets, writeChanges } from "./term-buckets.ts";

/** Beyond this share of changed documents, counting everything costs less than the difference. */
const recountShare = 1 / 3;
/** Every reader keeps the changes in memory; beyond so many tokens the buckets are written anew. */
const maxChangedTerms = 20_000;
/** Each publication leaves a row and a small file behind the buckets. */
const maxChangeRows = 32;

export interface WriteTermsOptions {
  readonly head: HeadTables;
  /** Of the served generation; absent where it has no tables in common with the head. */
  readonly base: PinnedTables | undefined;
  /** Stamps of the documents at the head, by id. */
  readonly stamps: ReadonlyMap<string, { readonly stamp: string }>;
}

/**
 * Starts from what was published, never from what an unfinished load left, so doing it again gives
 * the same. Ends in one commit.
 *
 * @returns whether all was written anew
 */
export async function writeTerms({ head, base, stamps }: WriteTermsOptions): Promise<boolean> {
  if (base === undefined) return writeWhole(head.terms, await countAllTerms(head.chunks));
  const before = await readStamps(base.documents);
  const changed = [...new Set([...before.keys(), ...stamps.keys()])].filter(
    (id) => before.get(id) !== stamps.get(id)?.stamp,
  );
  if (changed.length > stamps.size * recountShare) {
    return writeWhole(head.terms, await countAllTerms(head.chunks));
  }
  const { bucketCount, steps: known } = await readTermChanges(base.terms);
  const steps: TermCounts = new Map(known);
  addSteps(steps, await countChanges(base.chunks, head.chunks, changed));
  const changeRows = (await base.terms.countRows()) - bucketCount;
  if (steps.size > maxChangedTerms || changeRows >= maxChangeRows) {
    const counts = await readCountedTerms(base.terms, bucketCount);
    addSteps(counts, steps);
    return writeWhole(head.terms, counts);
  }
  const version = await base.terms.version();
  if ((await head.terms.version()) !== version) {
    await head.terms.checkout(version);
    await head.terms.restore();
  }
  await head.terms.add(arrowTable(termsSchema, { terms: [writeChanges({ bucketCount, steps })] }));
  return false;
}

async function writeWhole(terms: Table, counts: TermCounts): Promise<true> {
  const table = await arrowTableInTurns(termsSchema, { terms: await writeBuckets(counts) });
  await terms.add(table, { mode: "overwrite" });
  return true;
}
