/** Opens what is about to be published just as a reader will, and looks at it once more. */

import type { Connection } from "@lancedb/lancedb";
import type { CorpusSnapshot } from "../corpus-store.ts";
import { RetrievalError } from "../errors.ts";
import { checkLegs, countGeneration } from "./check-generation.ts";
import { createLanceSnapshot } from "./create-lance-snapshot.ts";
import { closePinnedTables, openPinnedTables } from "./pinned-tables.ts";
import type { StateRow } from "./tables.ts";

export interface OpenCandidate {
  /** With its counts, ready to be inserted. */
  readonly row: StateRow;
  /** The caller closes it. */
  readonly snapshot: CorpusSnapshot;
}

export interface CandidateOptions {
  /** Told where a leg finds nothing; absent refuses the candidate. */
  readonly onUnhealthy?: (error: RetrievalError) => void;
}

/** @throws {RetrievalError} `E_LEG_UNHEALTHY` */
export async function openCandidate(
  connection: Connection,
  uncounted: Omit<StateRow, "documents" | "articles" | "sentences" | "chunks">,
  { onUnhealthy }: CandidateOptions = {},
): Promise<OpenCandidate> {
  const nothing = { documents: 0, articles: 0, sentences: 0, chunks: 0 };
  const tables = await openPinnedTables(connection, { ...uncounted, ...nothing });
  try {
    const row = { ...uncounted, ...(await countGeneration(tables)) };
    const snapshot = createLanceSnapshot(row, tables);
    await checkLegs(snapshot, tables).catch((error: unknown) => {
      const isUnhealthy = error instanceof RetrievalError && error.code === "E_LEG_UNHEALTHY";
      if (onUnhealthy === undefined || !isUnhealthy) throw error;
      onUnhealthy(error);
    });
    return { row, snapshot };
  } catch (error) {
    closePinnedTables(tables);
    throw error;
  }
}
