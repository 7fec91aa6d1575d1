import { describe, expect, test } from "vitest";
import { fuseHits } from "../../../retrieval/ranking/fuse-hits.ts";
import { makeChunk } from "../../builders.ts";

const [a, b, c] = ["一。", "二。", "三。"].map((text, at) =>
  makeChunk([text], { path: `${at}.txt` }),
);

describe("fuseHits", () => {
  test("orders by the full-text share plus λ times the cosine", () => {
    const passages = fuseHits(
      [
        { chunk: a!, score: 20 },
        { chunk: b!, score: 18 },
      ],
      [
        { chunk: b!, score: 0.9 },
        { chunk: c!, score: 0.8 },
      ],
      0.3,
    );
    expect(passages.map(({ chunk }) => chunk.path)).toEqual(["1.txt", "0.txt", "2.txt"]);
    expect(passages[0]!.score).toBeCloseTo(18 / 20 + 0.3 * 0.9);
    expect(passages[2]).toMatchObject({ fullTextScore: 0, similarity: 0.8 });
  });

  test("a chunk both legs found appears once", () => {
    expect(fuseHits([{ chunk: a!, score: 1 }], [{ chunk: a!, score: 1 }], 0.3)).toHaveLength(1);
  });

  test("nothing found is an empty list", () => {
    expect(fuseHits([], [], 0.3)).toEqual([]);
  });
});
