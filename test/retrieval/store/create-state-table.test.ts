import { connect } from "@lancedb/lancedb";
import { describe, expect, test } from "vitest";
import { createStateTable } from "../../../retrieval/store/create-state-table.ts";
import { tempFolder } from "../loading/temp-folder.ts";
import { makeStateRow } from "./make-state-row.ts";

describe("createStateTable", () => {
  test("of many writers of one generation one wins, and the others are told", async () => {
    const folder = await tempFolder();
    const writers = ["one", "two", "three", "four"];
    const tables = await Promise.all(
      writers.map(async () => createStateTable(await connect(folder), folder)),
    );
    await tables[0]!.insert(makeStateRow(1, "one"));
    const winners = ["one"];
    for (let generation = 2; generation <= 8; generation++) {
      const outcomes = await Promise.allSettled(
        tables.map((table, at) => table.insert(makeStateRow(generation, writers[at]!))),
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
      await table.insert(makeStateRow(generation, "one"));
      await table.compact();
    }
    expect((await table.rows()).map(({ generation }) => generation)).toHaveLength(40);
    await expect(table.insert(makeStateRow(40, "late"))).rejects.toMatchObject({
      code: "E_ALREADY_PUBLISHED",
    });
    await table.insert(makeStateRow(41, "one"));
    expect((await table.rows())[0]?.generation).toBe(41);
    table.close();
  });
});
