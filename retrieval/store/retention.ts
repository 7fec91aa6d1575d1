/** Which generations stay readable, for rollback and for readers that still use them. */

import { RetrievalError } from "../errors.ts";
import type { StateRow } from "./tables.ts";

const keptGenerations = 3;
const keptMs = 24 * 60 * 60 * 1000;
/** Time between a version's commit and the publication that names it. */
export const keepMarginMs = 60 * 60 * 1000;

/**
 * The newest three and all that were published within 24 hours of the newest.
 *
 * @param rows newest first
 */
export function keptRows(rows: readonly StateRow[]): readonly StateRow[] {
  const newest = rows[0];
  if (newest === undefined) return [];
  const keptFrom = Date.parse(newest.published_at) - keptMs;
  return rows.filter((row, at) => at < keptGenerations || Date.parse(row.published_at) >= keptFrom);
}

/** @throws {RetrievalError} `E_GENERATION_UNKNOWN` where it is none of the kept ones */
export function findKept(kept: readonly StateRow[], generation: number): StateRow {
  const row = kept.find((one) => one.generation === generation);
  if (row !== undefined) return row;
  const known = kept.map((one) => one.generation).join(", ");
  throw new RetrievalError(
    "E_GENERATION_UNKNOWN",
    `Expected one of the kept generations (${known === "" ? "none yet" : known}), found ` +
      `${generation}. Name one of these.`,
  );
}

/** The version of a table that the oldest kept generation reads; undefined where none does. */
export function oldestKeptVersion(kept: readonly StateRow[], table: string): number | undefined {
  const versions = kept.flatMap((row) =>
    [
      [row.documents_table, row.documents_version] as const,
      [row.chunks_table, row.chunks_version] as const,
      [row.terms_table, row.terms_version] as const,
    ]
      .filter(([name]) => name === table)
      .map(([, version]) => version),
  );
  return versions.length === 0 ? undefined : Math.min(...versions);
}
