import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHashedEmbedder } from "../../retrieval/hashed-embedder.ts";

const embedder = createHashedEmbedder();

async function embed(...texts: readonly string[]): Promise<readonly Float32Array[]> {
  return embedder.embed(texts, { role: "passage" });
}

function cosine(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

describe("createHashedEmbedder", () => {
  test("is named, and weak in the fusion", () => {
    expect(embedder).toMatchObject({ name: "hashed-1", dimension: 1024, fusionWeight: 0.3 });
  });

  test("gives unit vectors, and zeros for a text without words", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        const [vector] = await embed(text);
        const length = Math.hypot(...vector!);
        expect(vector).toHaveLength(1024);
        expect(length === 0 || Math.abs(length - 1) < 1e-5).toBe(true);
      }),
      { numRuns: 50 },
    );
    const [blank, marks] = await embed("", " 。！？ ");
    expect(blank!.every((value) => value === 0)).toBe(true);
    expect(marks!.every((value) => value === 0)).toBe(true);
  });

  test("puts a question nearer to its answer than to other text", async () => {
    const [question, answer, other] = await embed(
      "港珠澳大桥全长多少公里",
      "港珠澳大桥于2018年通车，全长55公里。",
      "大熊猫主要吃竹子，生活在四川。",
    );
    expect(cosine(question!, answer!)).toBeGreaterThan(0.3);
    expect(cosine(question!, answer!)).toBeGreaterThan(cosine(question!, other!) + 0.2);
  });

  test("sees traditional and wide characters as simplified and narrow ones", async () => {
    const [one, other] = await embed("臺灣的總統府１２３ＡＢＣ", "台湾的总统府123abc");
    expect(cosine(one!, other!)).toBeCloseTo(1, 5);
  });

  test("never changes: stored vectors depend on it", async () => {
    const [vector] = await embed("大桥全长55公里");
    const strongest = [...vector!]
      .map((value, place) => ({ place, value: Math.round(value * 1e4) / 1e4 }))
      .sort((one, other) => Math.abs(other.value) - Math.abs(one.value) || one.place - other.place)
      .slice(0, 4);
    expect(strongest).toMatchInlineSnapshot(`
      [
        {
          "place": 682,
          "value": 0.2611,
        },
        {
          "place": 308,
          "value": 0.1712,
        },
        {
          "place": 457,
          "value": -0.1712,
        },
        {
          "place": 470,
          "value": -0.1712,
        },
      ]
    `);
  });

  test("stops when told to", async () => {
    const texts = Array.from({ length: 100 }, (_, at) => `第${at}句`);
    const embedding = embedder.embed(texts, {
      role: "passage",
      signal: AbortSignal.abort(new Error("stopped")),
    });
    await expect(embedding).rejects.toThrow("stopped");
  });
});
