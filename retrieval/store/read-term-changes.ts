/** Finds out how a table of terms is laid out, and what has changed since its buckets were written. */

import type { Table } from "@lancedb/lancedb";
import { z } from "zod";
import { readRows } from "./arrow-rows.ts";
import { readChanges, type TermChanges } from "./term-buckets.ts";

export const termRowSchema = z.object({ terms: z.string() });

export async function readTermChanges(terms: Table): Promise<TermChanges> {
  const rowCount = await terms.countRows();
  if (rowCount === 0) return { bucketCount: 0, steps: new Map() };
  const [last] = await readRows(terms.takeOffsets([rowCount - 1]), termRowSchema);
  return readChanges(last?.terms ?? "", rowCount);
}
