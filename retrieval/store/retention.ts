/** Which generations stay readable, for rollback and for readers that still use them. */

import { RetrievalError } from "../errors.ts";
import type { StateRow } from "./tables.ts";

/** How much of the past stays. */
export interface Retention {
  /** Newest generations that are kept whatever their age; at least 1. */
  readonly generations: number;
  /** Those that were served within so long before the newest was published are kept too. */
  readonly ageMs: number;
}

export const defaultRetention: Retention = { generations: 3, ageMs: 24 * 60 * 60 * 1000 };

/** Time between a version's commit and the publication that names it. */
export const keepMarginMs = 60 * 60 * 1000;

/**
 * The newest, and all that a reader may still hold because they were served lately: a generation
 * is served until the next one is published.
 *
 * @param rows newest first
 */
export function keptRows(
  rows: readonly StateRow[],
  { generations, ageMs }: Retention,
): readonly StateRow[] {
  const newest = rows[0];
  if (newest === undefined) return [];
  const keptFrom = Date.parse(newest.published_at) - ageMs;
  return rows.filter((_, at) => {
    const next = rows[at - 1];
    return at < generations || (next !== undefined && Date.parse(next.published_at) >= keptFrom);
  });
}

/**
 * The row of a generation.
 *
 * @param kept newest first
 * @throws {RetrievalError} `E_GENERATION_UNKNOWN`
 */
export function keptRow(kept: readonly StateRow[], number: number): StateRow {
  const found = kept.find(({ generation }) => generation === number);
  if (found !== undefined) return found;
  const known = kept.map(({ generation }) => generation).join(", ");
  throw new RetrievalError(
    "E_GENERATION_UNKNOWN",
    `Expected one of the kept generations (${known === "" ? "none yet" : known}), found ${number}. ` +
      "Name one of these.",
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
