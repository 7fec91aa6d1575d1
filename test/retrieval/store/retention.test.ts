import { describe, expect, test } from "vitest";
import {
  defaultRetention,
  keptRows,
  oldestKeptVersion,
} from "../../../retrieval/store/retention.ts";
import type { StateRow } from "../../../retrieval/store/tables.ts";

const hourMs = 60 * 60 * 1000;

/** Rows as published so many hours before the newest, newest first. */
function rowsOfAge(...ages: readonly number[]): StateRow[] {
  return ages.map((age, at) => ({
    generation: ages.length - at,
    published_at: new Date(Date.UTC(2030, 0, 9) - age * hourMs).toISOString(),
    embedder: "small-1",
    dimension: 16,
    documents: 1,
    articles: 1,
    sentences: 1,
    chunks: 1,
    documents_table: "documents",
    documents_version: 10 * (ages.length - at),
    chunks_table: at < 2 ? "chunks_new" : "chunks_old",
    chunks_version: 10 * (ages.length - at) + 1,
    terms_table: "terms",
    terms_version: 10 * (ages.length - at) + 2,
    vector_index_rows: 0,
    rolled_back_to: null,
  }));
}

describe("keptRows", () => {
  const dayMs = 24 * hourMs;

  test.each([
    ["nothing", [], defaultRetention, []],
    ["the newest three, however old", [0, 100, 200, 300], defaultRetention, [4, 3, 2]],
    [
      "all that were served on the last day",
      [0, 1, 2, 12, 24, 25, 26],
      defaultRetention,
      [7, 6, 5, 4, 3, 2],
    ],
    ["more of them", [0, 100, 200, 300], { generations: 4, ageMs: dayMs }, [4, 3, 2, 1]],
    ["those of more days", [0, 47, 48, 49, 50], { generations: 1, ageMs: 2 * dayMs }, [5, 4, 3, 2]],
    ["what was served until just now", [0, 500, 600], { generations: 1, ageMs: dayMs }, [3, 2]],
  ])("keeps %s", (_, ages, retention, kept) => {
    const rows = keptRows(rowsOfAge(...ages), retention);
    expect(rows.map(({ generation }) => generation)).toEqual(kept);
  });
});

describe("oldestKeptVersion", () => {
  test("looks at each table by its own versions", () => {
    const rows = rowsOfAge(0, 1, 2);
    expect(oldestKeptVersion(rows, "documents")).toBe(10);
    expect(oldestKeptVersion(rows, "chunks_new")).toBe(21);
    expect(oldestKeptVersion(rows, "chunks_old")).toBe(11);
    expect(oldestKeptVersion(rows, "elsewhere")).toBeUndefined();
  });
});
