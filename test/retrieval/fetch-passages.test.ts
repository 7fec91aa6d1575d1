import { describe, expect, test } from "vitest";
import type { Hit } from "../../retrieval/corpus-store.ts";
import { fetchPassages } from "../../retrieval/fetch-passages.ts";
import { makeChunk } from "../builders.ts";

const settings = { limit: 4, fusionWeight: 0.3 };
const words = ["老街", "茶馆", "渡口", "铁桥", "粮仓", "戏台", "花圃", "水塔", "校舍", "钟楼"];

/** Hits of as many copies, then of other texts; best first. */
function hitsOf(copies: number, others: number): readonly Hit[] {
  const copy = "青石县博物馆在老粮仓里开了馆，头一天来了四千名参观者。";
  const texts = [
    ...Array.from({ length: copies }, () => copy),
    ...words
      .slice(0, others)
      .map((word) => `关于${word}，${word}的看守人写下了一本${word}的日记。`),
  ];
  return texts.map((text, at) => ({
    chunk: makeChunk([text], { path: `${at}.txt` }),
    score: 100 - at,
  }));
}

/** A leg over these hits, and how deep it was asked. */
function makeLeg(hits: readonly Hit[]) {
  const asked: number[] = [];
  const leg = async (limit: number) => {
    asked.push(limit);
    return hits.slice(0, limit);
  };
  return { leg, asked };
}

describe("fetchPassages", () => {
  test("asks each leg once where copies do not crowd", async () => {
    const [fullText, vectors] = [makeLeg(hitsOf(2, 8)), makeLeg(hitsOf(0, 8))];
    const { groups } = await fetchPassages(
      { fullText: fullText.leg, vectors: vectors.leg },
      settings,
    );
    expect([fullText.asked, vectors.asked]).toEqual([[4], [4]]);
    expect(groups.length).toBeGreaterThanOrEqual(4);
  });

  test("asks a leg deeper until other texts come, and only that leg", async () => {
    const [fullText, vectors] = [makeLeg(hitsOf(30, 6)), makeLeg(hitsOf(0, 8))];
    const { groups } = await fetchPassages(
      { fullText: fullText.leg, vectors: vectors.leg },
      settings,
    );
    expect([fullText.asked, vectors.asked]).toEqual([[4, 16, 64], [4]]);
    expect(Math.max(...groups.map(({ copies }) => copies.length))).toBe(29);
    expect(groups.length).toBeGreaterThanOrEqual(7);
  });

  test("stops where a leg has no more, and where it has nothing but copies", async () => {
    const [few, endless] = [makeLeg(hitsOf(3, 0)), makeLeg(hitsOf(500, 0))];
    await fetchPassages({ fullText: few.leg, vectors: endless.leg }, settings);
    expect([few.asked, endless.asked]).toEqual([[4], [4, 16, 64]]);
  });

  test("finds nothing where neither leg does", async () => {
    const none = async () => [];
    const found = await fetchPassages({ fullText: none, vectors: none }, settings);
    expect(found.groups).toEqual([]);
  });
});
