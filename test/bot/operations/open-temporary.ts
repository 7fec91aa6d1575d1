/** A database of operations in a folder of its own, opened as often as a test likes. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { openOperations, type Operations } from "../../../bot/operations/open-operations.ts";

export interface TemporaryOperations {
  readonly url: string;
  /** As another process would. */
  open(): Promise<Operations>;
  /** Rows of a statement run behind the program's back. */
  run(statement: string): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export async function openTemporaryOperations(): Promise<TemporaryOperations> {
  const folder = await mkdtemp(join(tmpdir(), "wenju-operations-"));
  const url = pathToFileURL(join(folder, "operations.db")).href;
  const opened: Operations[] = [];
  return {
    url,
    open: async () => {
      const operations = await openOperations({ url });
      opened.push(operations);
      return operations;
    },
    run: async (statement) => {
      const client = createClient({ url });
      const { rows } = await client.execute(statement);
      client.close();
      return rows;
    },
    close: async () => {
      for (const operations of opened) operations.close();
      await rm(folder, { recursive: true });
    },
  };
}
