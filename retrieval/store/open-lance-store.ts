/** The corpus store on LanceDB: a folder on disk, or object storage. */

import type { CorpusSnapshot, CorpusStore } from "../corpus-store.ts";
import { RetrievalError } from "../errors.ts";
import { createCallGate } from "./call-gate.ts";
import {
  absoluteLocation,
  callLance,
  connectLance,
  type LanceConnectionOptions,
} from "./connect-lance.ts";
import { createLanceSnapshot } from "./create-lance-snapshot.ts";
import { forgetOlder } from "./forget-older.ts";
import { openLanceWriter } from "./open-lance-writer.ts";
import { measureSpace } from "./measure-space.ts";
import { closePinnedTables, openPinnedTables } from "./pinned-tables.ts";
import { keptRow, type Retention } from "./retention.ts";
import { rollBack } from "./roll-back.ts";
import { createStateTable, toGeneration } from "./create-state-table.ts";

export interface LanceStoreOptions extends LanceConnectionOptions {
  /** Created when first written; an address such as `s3://bucket/path` goes through as it is. */
  readonly folder: string;
  /** Default: the newest three, and those of a day. */
  readonly retention?: Retention | undefined;
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
  const { onWarning = () => {}, now = () => new Date() } = options;
  const location = absoluteLocation(options.folder);
  const connection = await connectLance(location, options);
  const state = createStateTable(connection, location, options.retention);

  const gate = createCallGate(() => {
    state.close();
    connection.close();
  });

  async function openSnapshot(): Promise<CorpusSnapshot> {
    const [row] = await state.rows();
    if (row !== undefined) {
      return createLanceSnapshot(row, await openPinnedTables(connection, row));
    }
    throw new RetrievalError(
      "E_NO_CORPUS",
      `Expected a loaded corpus at ${location}, found none. Load the documents first.`,
    );
  }

  return {
    snapshot() {
      return gate.run(openSnapshot);
    },
    openGeneration(number) {
      return gate.run(async () => {
        const row = keptRow(await state.kept(), number);
        return createLanceSnapshot(row, await openPinnedTables(connection, row));
      });
    },
    async newestGeneration() {
      const [newest] = await gate.run(() => state.rows());
      return newest?.generation ?? 0;
    },
    async generations() {
      return (await gate.run(() => state.kept())).map(toGeneration);
    },
    space() {
      return gate.run(async () => {
        const [row] = await state.rows();
        if (row === undefined) return undefined;
        const tables = await openPinnedTables(connection, row);
        try {
          return await callLance("measure the store", () => measureSpace(location, tables));
        } finally {
          closePinnedTables(tables);
        }
      });
    },
    openWriter(space) {
      return gate.run(() => openLanceWriter({ connection, state, space, now, onWarning }));
    },
    rollback(to) {
      return gate.run(() => rollBack({ connection, state, to, now }));
    },
    forgetOlder(publishOptions = {}) {
      return gate.run(() =>
        callLance(
          "forget older generations",
          () => forgetOlder({ ...publishOptions, connection, state, now, onWarning }),
          publishOptions.signal,
        ),
      );
    },
    close() {
      gate.close();
    },
  };
}
