/** Keeps an act that was decided on one generation from being done to another. */

import type { CorpusStore } from "../retrieval/corpus-store.ts";
import { RetrievalError } from "../retrieval/errors.ts";

/** The caller holds the lease. @throws {RetrievalError} `E_ALREADY_PUBLISHED` */
export async function checkServed(
  store: Pick<CorpusStore, "newestGeneration">,
  wanted: number,
): Promise<void> {
  const served = await store.newestGeneration();
  if (served === wanted) return;
  throw new RetrievalError(
    "E_ALREADY_PUBLISHED",
    `Expected generation ${wanted} to be served still, found ${served}. Look at what it holds and` +
      " decide again.",
  );
}
