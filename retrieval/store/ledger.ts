/** What two tables together hold: which documents are whole, and what a killed load left behind. */

import type { Table } from "@lancedb/lancedb";
import type { z } from "zod";
import { sha256 } from "../../corpus/ids.ts";
import { type HeldDocument, heldEdgesSchema, type PreparedDocument } from "../corpus-store.ts";
import { readRows } from "./arrow-rows.ts";
import { columnsOf, heldRowSchema, type HeldRow } from "./tables.ts";

const stampLength = 16;

/** What of a row tells whether its chunks are in. */
type VouchingRow = Pick<HeldRow, "id" | "stamp" | "chunk_count">;

export interface Ledger<Row extends VouchingRow = HeldRow> {
  /** Documents of which every chunk is in, by id. */
  readonly whole: Map<string, Row>;
  /** Ids with rows that belong to no whole document; to be deleted. */
  readonly broken: Set<string>;
}

/**
 * Equal for equal bytes read by equal code without the same lines; ties the chunks to the version of
 * their document.
 */
export function documentStamp({
  document,
  loaderVersion,
  edges,
}: Pick<PreparedDocument, "document" | "loaderVersion" | "edges">): string {
  const parts = [document.contentHash, loaderVersion, ...edges.left];
  return sha256(parts.join("\n")).slice(0, stampLength);
}

/** Rows of the `documents` table without their text. */
export function readHeldRows(documents: Table): Promise<HeldRow[]> {
  return readRows(documents.query().select(columnsOf(heldRowSchema)), heldRowSchema);
}

export function readLedger(documents: Table, chunks: Table): Promise<Ledger> {
  return vouch(readHeldRows(documents), chunks);
}

const countedRowSchema = heldRowSchema.pick({
  id: true,
  stamp: true,
  article_count: true,
  sentence_count: true,
  chunk_count: true,
});
export type CountedRow = Readonly<z.infer<typeof countedRowSchema>>;

/** The same with numbers alone, which are quicker to read. */
export function readCounts(documents: Table, chunks: Table): Promise<Ledger<CountedRow>> {
  const query = documents.query().select(columnsOf(countedRowSchema));
  return vouch(readRows(query, countedRowSchema), chunks);
}

const summaryRowSchema = heldRowSchema.omit({
  loader_version: true,
  chunk_count: true,
  edges: true,
});
type SummaryRow = Readonly<z.infer<typeof summaryRowSchema>>;

/** The same with what a listing shows alone. */
export function readSummaries(documents: Table): Promise<SummaryRow[]> {
  return readRows(documents.query().select(columnsOf(summaryRowSchema)), summaryRowSchema);
}

const stampRowSchema = heldRowSchema.pick({ id: true, stamp: true });

/** Stamps of the `documents` table, by document id. */
export async function readStamps(documents: Table): Promise<Map<string, string>> {
  const query = documents.query().select(columnsOf(stampRowSchema));
  const rows = await readRows(query, stampRowSchema);
  return new Map(rows.map(({ id, stamp }) => [id, stamp]));
}

async function vouch<Row extends VouchingRow>(
  reading: Promise<readonly Row[]>,
  chunks: Table,
): Promise<Ledger<Row>> {
  const [rows, chunkCounts] = await Promise.all([reading, countChunks(chunks)]);
  const whole = new Map<string, Row>();
  const broken = new Set<string>(chunkCounts.keys());
  for (const row of rows) {
    const byStamp = chunkCounts.get(row.id);
    const found = byStamp?.get(row.stamp) ?? 0;
    const isWhole = found === row.chunk_count && (byStamp?.size ?? 0) <= 1 && !whole.has(row.id);
    if (isWhole) {
      whole.set(row.id, row);
      broken.delete(row.id);
    } else {
      whole.delete(row.id);
      broken.add(row.id);
    }
  }
  return { whole, broken };
}

/** Chunks by document id and stamp. */
async function countChunks(chunks: Table): Promise<Map<string, Map<string, number>>> {
  const counts = new Map<string, Map<string, number>>();
  for await (const batch of chunks.query().select(["document_id", "stamp"])) {
    const ids = batch.getChild("document_id");
    const stamps = batch.getChild("stamp");
    for (let row = 0; row < batch.numRows; row++) {
      const id = String(ids?.get(row));
      const stamp = String(stamps?.get(row));
      const byStamp = counts.get(id) ?? new Map<string, number>();
      counts.set(id, byStamp.set(stamp, (byStamp.get(stamp) ?? 0) + 1));
    }
  }
  return counts;
}

export function toHeldDocuments(rows: Iterable<HeldRow>): Map<string, HeldDocument> {
  const held = new Map<string, HeldDocument>();
  for (const row of rows) {
    held.set(row.id, {
      id: row.id,
      path: row.path,
      contentHash: row.content_hash,
      loaderVersion: row.loader_version,
      articles: row.article_count,
      sentences: row.sentence_count,
      edges: heldEdgesSchema.parse(JSON.parse(row.edges)),
    });
  }
  return held;
}
