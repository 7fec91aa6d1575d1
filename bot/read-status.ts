/** Tells what is served, who loads, how large it is and which parts do the work. */

import { extractiveAnswererName } from "../prompts/answering/extract-answer.ts";
import type { CorpusStore } from "../retrieval/corpus-store.ts";
import { folderBytes } from "../retrieval/store/folder-bytes.ts";
import type { Status } from "./app.ts";
import type { Config } from "./config.ts";
import { corpusLease } from "./loading/corpus-lease.ts";
import type { Operations } from "./operations/open-operations.ts";

export interface StatusParts {
  readonly config: Config;
  readonly store: Pick<CorpusStore, "generations">;
  readonly operations: Pick<Operations, "leases" | "tokenDays">;
  /** Name of the one that loads and questions go through. */
  readonly embedder: string;
}

/** @throws {RetrievalError | OperationsError} */
export async function readStatus(parts: StatusParts): Promise<Status> {
  const { config, store, operations, embedder } = parts;
  const [generation] = await store.generations();
  const lease = await operations.leases.current(corpusLease);
  const { model } = config;
  const isWritten = config.answerer === "model" && model !== undefined;
  return {
    generation,
    loading: lease && { since: lease.since, by: lease.holder },
    dataBytes: await folderBytes(config.dataFolder),
    documentsFolder: config.documentsFolder,
    embedder,
    answerer: isWritten ? model.model : extractiveAnswererName,
    ...(isWritten
      ? {
          modelTokens: {
            today: await operations.tokenDays.spent(new Date()),
            perDay: model.tokensPerDay,
          },
        }
      : {}),
  };
}
