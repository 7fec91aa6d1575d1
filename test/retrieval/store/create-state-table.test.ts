import { connect } from "@lancedb/lancedb";
import { describe, expect, test } from "vitest";
import { createStateTable } from "../../../retrieval/store/create-state-table.ts";
import type { StateRow } from "../../../retrieval/store/tables.ts";
import { tempFolder } from "../loading/temp-folder.ts";

/** A row that tells who wrote it by its embedder. */
function makeRow(generation: number, writer: string): StateRow {
  return {
    generation,
    published_at: "2030-01-01T00:00:00.000Z",
    embedder: writer,
    dimension: 16,
    documents: 1,
    articles: 1,
    sentences: 1,
    chunks: 1,
    documents_table: "documents",
    documents_version: 1,
    chunks_table: "chunks",
    chunks_version: 1,
    terms_table: "terms",
    terms_version: 1,
    vector_index_rows: 0,
    rolled_back_to: null,
  };
}

describe("createStateTable", () => {
  test("of many writers of one generation one wins, and the others are told", async () => {
    const folder = await tempFolder();
    const writers = ["one", "two", "three", "four"];
    const tables = await Promise.all(
      writers.map(async () => createStateTable(await connect(folder), folder)),
    );
    await tables[0]!.insert(makeRow(1, "one"));
    const winners = ["one"];
    for (let generation = 2; generation <= 8; generation++) {
      const outcomes = await Promise.allSettled(
        tables.map((table, at) => table.insert(makeRow(generation, writers[at]!))),
      );
      const won = writers.filter((_, at) => outcomes[at]?.status === "fulfilled");
      expect(won).toHaveLength(1);
      winners.push(won[0]!);
      const refusals = outcomes.filter((outcome) => outcome.status === "rejected");
      for (const { reason } of refusals)
        expect(reason).toMatchObject({ code: "E_ALREADY_PUBLISHED" });
    }
    for (const table of tables) {
      const rows = await table.rows();
      expect(rows.map(({ embedder }) => embedder)).toEqual(winners.toReversed());
      table.close();
    }
  });

  test("joins the files of many publications", async () => {
    const folder = await tempFolder();
    const table = createStateTable(await connect(folder), folder);
    for (let generation = 1; generation <= 40; generation++) {
      await table.insert(makeRow(generation, "one"));
      await table.compact();
    }
    expect((await table.rows()).map(({ generation }) => generation)).toHaveLength(40);
    await expect(table.insert(makeRow(40, "late"))).rejects.toMatchObject({
      code: "E_ALREADY_PUBLISHED",
    });
    await table.insert(makeRow(41, "one"));
    expect((await table.rows())[0]?.generation).toBe(41);
    table.close();
  });
});
