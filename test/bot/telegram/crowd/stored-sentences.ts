/** What the bot may quote: the sentences that stand in its store, read behind its back. */

import { join } from "node:path";
import { connect } from "@lancedb/lancedb";
import { z } from "zod";

const sentencesSchema = z.array(z.object({ text: z.string() }));

/** @param folder the bot's working folder */
export async function readStoredSentences(folder: string): Promise<ReadonlySet<string>> {
  const connection = await connect(join(folder, "data", "corpus"));
  const stored = new Set<string>();
  for (const name of await connection.tableNames()) {
    if (!name.startsWith("chunks_")) continue;
    const table = await connection.openTable(name);
    for (const { sentences } of await table.query().select(["sentences"]).toArray()) {
      const parsed: unknown = JSON.parse(String(sentences));
      for (const { text } of sentencesSchema.parse(parsed)) stored.add(text);
    }
  }
  connection.close();
  return stored;
}
