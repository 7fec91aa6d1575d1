import { connect, MatchQuery, type Table } from "@lancedb/lancedb";
import { beforeEach, describe, expect, test } from "vitest";
import { arrowTable } from "../../../retrieval/store/arrow-rows.ts";
import { chunksSchema } from "../../../retrieval/store/tables.ts";
import {
  chunkIndices,
  makeIndicesWhole,
  vectorIndex,
} from "../../../retrieval/store/whole-indices.ts";
import { hashVector } from "../loading/small-embedder.ts";
import { tempFolder } from "../loading/temp-folder.ts";

const schema = chunksSchema(8);

function rowsOf(from: number, to: number) {
  const ids = Array.from({ length: to - from }, (_, at) => `row-${from + at}`);
  return arrowTable(schema, {
    id: ids,
    document_id: ids,
    stamp: ids,
    article_id: ids,
    sequence: ids.map((_, at) => at),
    path: ids,
    title: ids.map(() => null),
    published_on: ids.map(() => null),
    sentences: ids.map(() => "[]"),
    before: ids.map(() => null),
    after: ids.map(() => null),
    embedded_text: ids,
    tokens: ids.map((id) => `每行 ${id}`),
    vector: ids.map((id) => hashVector(id, 8)),
  });
}

describe("makeIndicesWhole", () => {
  const warnings: string[] = [];
  const options = {
    cleanupOlderThan: undefined,
    onWarning: (message: string) => warnings.push(message),
  };
  let table: Table;

  beforeEach(async () => {
    warnings.splice(0);
    const connection = await connect(await tempFolder());
    table = await connection.createEmptyTable("chunks", schema);
  });

  async function find(token: string): Promise<readonly string[]> {
    const query = table.query().fullTextSearch(new MatchQuery(token, "tokens"));
    const rows: { id: string }[] = await query.select(["id", "_score"]).limit(5).toArray();
    return rows.map(({ id }) => id);
  }

  async function uncovered(): Promise<readonly (number | undefined)[]> {
    const indices = await table.listIndices();
    const stats = await Promise.all(indices.map(({ name }) => table.indexStats(name)));
    return stats.map((each) => each?.numUnindexedRows);
  }

  async function scores(...tokens: readonly string[]): Promise<readonly number[]> {
    const query = table.query().fullTextSearch(new MatchQuery(tokens.join(" "), "tokens"));
    const rows: { _score: number }[] = await query.select(["id", "_score"]).limit(5).toArray();
    return rows.map(({ _score }) => _score);
  }

  // A small table is built anew each time, a large one extended.
  test.each([100, 100_000])("covers every row as planned for %d rows", async (planned) => {
    await makeIndicesWhole(table, chunkIndices(planned), options);
    expect(await table.listIndices()).toEqual([]);
    await table.add(rowsOf(0, 300));
    await makeIndicesWhole(table, chunkIndices(planned), options);
    await table.delete("document_id = 'row-7'");
    await table.add(rowsOf(300, 410));
    await makeIndicesWhole(table, chunkIndices(planned), options);
    expect(await uncovered()).toEqual([0, 0]);
    expect(await find("row-305")).toEqual(["row-305"]);
    expect(await find("row-7")).toEqual([]);
    expect(warnings).toEqual([]);
  });

  async function dropFullText(): Promise<void> {
    const indices = await table.listIndices();
    const index = indices.find(({ columns }) => columns.includes("tokens"));
    await table.dropIndex(index?.name ?? "");
  }

  test.each([20_000, 100_000])("leaves a few rows to be looked at in %d", async (planned) => {
    await table.add(rowsOf(0, 300));
    await makeIndicesWhole(table, chunkIndices(planned), options);
    const version = await table.version();
    await table.delete("document_id = 'row-7'");
    await table.add(rowsOf(300, 400));
    await makeIndicesWhole(table, chunkIndices(planned), options);
    expect(await uncovered()).toEqual([100, 100]);
    expect(await table.version()).toBe(version + 2);
    expect(await find("row-305")).toEqual(["row-305"]);
    expect(await find("row-7")).toEqual([]);

    await table.add(rowsOf(400, 401));
    await makeIndicesWhole(table, chunkIndices(planned), options);
    expect(await uncovered()).toEqual([0, 0]);
    expect(await find("row-305")).toEqual(["row-305"]);
    expect(warnings).toEqual([]);
  });

  test("scores a few rows as if the index knew them", async () => {
    await table.add(rowsOf(0, 300));
    await makeIndicesWhole(table, chunkIndices(20_000), options);
    await table.add(rowsOf(300, 310));
    await makeIndicesWhole(table, chunkIndices(20_000), options);
    const [left] = await scores("row-305", "row-5");
    await makeIndicesWhole(table, chunkIndices(310), options);
    const [whole] = await scores("row-305", "row-5");
    expect(left! / whole!).toBeCloseTo(1, 1);
  });

  test("counts what is gone before it trusts the scores", async () => {
    await table.add(rowsOf(0, 300));
    await makeIndicesWhole(table, chunkIndices(20_000), options);
    await table.delete("sequence < 100");
    await makeIndicesWhole(table, chunkIndices(20_000), options);
    const [borne] = await scores("row-205");
    await table.delete("sequence = 100");
    await makeIndicesWhole(table, chunkIndices(20_000), options);
    const [anew] = await scores("row-205");
    expect(borne).toBeGreaterThan(anew!);
  });

  test("trusts no index that does not tell how many rows it was built on", async () => {
    await table.add(rowsOf(0, 300));
    const [, fullText] = chunkIndices(20_000);
    await table.createIndex("document_id");
    await table.createIndex("tokens", { config: fullText!.config() });
    await table.add(rowsOf(300, 301));
    await makeIndicesWhole(table, chunkIndices(20_000), options);
    expect(await uncovered()).toEqual([0, 0]);
  });

  test("builds an index again that was lost", async () => {
    await table.add(rowsOf(0, 300));
    await makeIndicesWhole(table, chunkIndices(100_000), options);
    await dropFullText();
    await makeIndicesWhole(table, chunkIndices(100_000), options);
    expect(await uncovered()).toEqual([0, 0]);
    expect(await find("row-5")).toEqual(["row-5"]);
  });
});

describe("vectorIndex", () => {
  test.each([
    ["a few rows", 5_000, 0, 0, []],
    ["rows that became few", 5_000, 30_000, 0, []],
    ["many rows", 30_000, 0, 30_000, [true]],
    ["some more rows", 50_000, 30_000, 30_000, [false]],
    ["more than twice the rows", 60_001, 30_000, 60_001, [true]],
  ])("plans for %s", (_, rows, builtOn, expected, rebuilds) => {
    const plan = vectorIndex(rows, builtOn);
    expect(plan.builtOn).toBe(expected);
    expect(plan.wanted.map(({ rebuild }) => rebuild)).toEqual(rebuilds);
  });
});
