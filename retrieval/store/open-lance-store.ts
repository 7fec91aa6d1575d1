/** The corpus store on LanceDB: a folder on disk, or object storage. */

import type { CorpusStore } from "../corpus-store.ts";
import { RetrievalError } from "../errors.ts";
import { absoluteLocation, connectLance } from "./connect-lance.ts";
import { createLanceSnapshot } from "./create-lance-snapshot.ts";
import { openLanceWriter } from "./open-lance-writer.ts";
import { openPinnedTables } from "./pinned-tables.ts";
import { keptRows } from "./retention.ts";
import { rollBack } from "./roll-back.ts";
import { createStateTable, toGeneration } from "./create-state-table.ts";

export interface LanceStoreOptions {
  /** Created when first written; an address such as `s3://bucket/path` goes through as it is. */
  readonly folder: string;
  /** LanceDB's own options for object storage: credentials, region, endpoint. */
  readonly storageOptions?: Readonly<Record<string, string>>;
  /** Told of repairs and of clean-up that failed; answers are right all the same. */
  readonly onWarning?: (message: string) => void;
  /** The clock, for tests. */
  readonly now?: () => Date;
}

/**
 * Opens the store; nothing is written before the first load.
 *
 * @throws {RetrievalError} `E_STORE_UNREACHABLE`
 */
export async function openLanceStore(options: LanceStoreOptions): Promise<CorpusStore> {
  const { storageOptions, onWarning = () => {}, now = () => new Date() } = options;
  const location = absoluteLocation(options.folder);
  const connection = await connectLance(location, storageOptions);
  const state = createStateTable(connection, location);

  return {
    async snapshot() {
      const [row] = await state.rows();
      if (row === undefined) {
        throw new RetrievalError(
          "E_NO_CORPUS",
          `Expected a loaded corpus at ${location}, found none. Load the documents first.`,
        );
      }
      return createLanceSnapshot(row, await openPinnedTables(connection, row));
    },
    async newestGeneration() {
      return (await state.rows())[0]?.generation ?? 0;
    },
    async generations() {
      return keptRows(await state.rows()).map(toGeneration);
    },
    openWriter(space) {
      return openLanceWriter({ connection, state, space, now, onWarning });
    },
    rollback(to) {
      return rollBack({ connection, state, to, now });
    },
    close() {
      state.close();
      connection.close();
    },
  };
}
