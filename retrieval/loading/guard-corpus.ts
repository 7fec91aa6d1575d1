/** Keeps a load from replacing a good corpus by next to nothing: a disk not mounted, a wrong folder. */

import { CorpusError } from "../../corpus/errors.ts";
import type { HeldDocument, ServedCorpus } from "../corpus-store.ts";
import { RetrievalError } from "../errors.ts";
import type { FailedFile } from "../load-report.ts";

/** Of the served sentences; with fewer, a person has to say that it is meant. */
const smallestShare = 0.5;

/** Sentences in the documents together. */
export function countSentences(documents: Iterable<HeldDocument>): number {
  let sentences = 0;
  for (const document of documents) sentences += document.sentences;
  return sentences;
}

/**
 * @param removed paths of documents of which somebody said that they are to go
 * @throws {RetrievalError} `E_CORPUS_SHRANK` where less than half of the sentences would stay
 */
export function guardSize(
  served: ServedCorpus,
  after: ReadonlyMap<string, HeldDocument>,
  { force, removed }: { readonly force: boolean; readonly removed: ReadonlySet<string> },
): void {
  const toGo = [...served.documents.values()].filter(({ path }) => removed.has(path));
  const before = served.generation.sentences - countSentences(toGo);
  const sentences = countSentences(after.values());
  if (force || sentences >= before * smallestShare) return;
  throw new RetrievalError(
    "E_CORPUS_SHRANK",
    `Expected at least half of the ${before} sentences in ${served.generation.documents} documents ` +
      `that are served, found ${sentences} in ${after.size}. Check that the folder is complete; ` +
      "if it is meant to be so small, load with --force.",
  );
}

/** @throws {CorpusError} `E_FOLDER_EMPTY` where nothing is served and nothing could be loaded */
export function guardFirstLoad(
  after: ReadonlyMap<string, HeldDocument>,
  failed: readonly FailedFile[],
): void {
  if (after.size > 0) return;
  const [first] = failed;
  const found =
    first === undefined
      ? "found an empty folder"
      : `found ${failed.length} files that cannot be loaded, the first because: ${first.reason}`;
  throw new CorpusError(
    "E_FOLDER_EMPTY",
    `Expected at least one document to load, ${found}. Put documents into the folder.`,
  );
}
