import { describe, expect, test } from "vitest";
import type { SentenceModel } from "../../retrieval/sentence-model.ts";
import { openTransformerEmbedder } from "../../retrieval/transformer-embedder.ts";
import { hashVector } from "./loading/small-embedder.ts";

interface Batch {
  readonly texts: readonly string[];
  readonly pooling: string;
}

const works: SentenceModel = async (texts) => ({
  dims: [texts.length, 12],
  data: Float32Array.from(texts.flatMap((text) => [...hashVector(text, 12)])),
});

async function open(model = "/srv/models/multilingual-e5-small", embedBatch = works) {
  const batches: Batch[] = [];
  const embedder = await openTransformerEmbedder({
    model,
    cacheFolder: "unused",
    loadModel: async () => (texts, pooling) => {
      batches.push({ texts, pooling });
      return embedBatch(texts, pooling);
    },
  });
  return { embedder, batches: () => batches.slice(1) };
}

const asPassage = { role: "passage" } as const;

describe("openTransformerEmbedder", () => {
  test.each([
    ["/srv/models/bge-small-zh-v1.5", "local-1:bge-small-zh-v1.5"],
    ["Xenova/bge-small-zh-v1.5", "local-1:bge-small-zh-v1.5"],
    ["./models/own/", "local-1:own"],
  ])("%s is named %s, wherever it lies", async (model, name) => {
    const { embedder } = await open(model);
    expect(embedder).toMatchObject({ name, dimension: 12, fusionWeight: 1 });
  });

  test("puts the family's words before questions and passages", async () => {
    const { embedder, batches } = await open();
    await embedder.embed(["哪年开馆"], { role: "question" });
    await embedder.embed(["1987年开馆"], asPassage);
    expect(batches()).toEqual([
      { texts: ["query: 哪年开馆"], pooling: "mean" },
      { texts: ["passage: 1987年开馆"], pooling: "mean" },
    ]);
  });

  test("gives vectors in the order of the texts, sixteen at once, similar lengths together", async () => {
    const { embedder, batches } = await open("plain");
    const texts = Array.from({ length: 40 }, (_, at) => "字".repeat(1 + ((at * 7) % 40)));
    const vectors = await embedder.embed(texts, asPassage);
    texts.forEach((text, at) => expect(vectors[at]).toEqual(hashVector(text, 12)));
    expect(batches().map((batch) => batch.texts.length)).toEqual([16, 16, 8]);
    expect(Math.max(...batches()[0]!.texts.map((text) => text.length))).toBe(16);
  });

  test("gives a blank text the zero vector without asking the model", async () => {
    const { embedder, batches } = await open();
    const [blank, filled] = await embedder.embed([" \n", "一句"], asPassage);
    expect(blank).toEqual(new Float32Array(12));
    expect(Math.hypot(...filled!)).toBeCloseTo(1, 5);
    expect(batches()).toHaveLength(1);
    expect(await embedder.embed([], asPassage)).toEqual([]);
  });

  test.each<[string, SentenceModel]>([
    ["fails", () => Promise.reject(new Error("out of memory"))],
    ["gives a vector a token", async () => ({ dims: [1, 5, 12], data: new Float32Array(60) })],
    ["gives too few", async () => ({ dims: [0, 12], data: new Float32Array(0) })],
    ["gives no numbers", async () => ({ dims: [1, 2], data: Float32Array.of(1, Number.NaN) })],
  ])("refuses a model that %s", async (_, embedBatch) => {
    await expect(open("m", embedBatch)).rejects.toMatchObject({
      code: "E_EMBEDDING_FAILED",
      message: expect.stringContaining("model m"),
    });
  });

  test("refuses vectors of another length than at first", async () => {
    let length = 12;
    const { embedder } = await open("m", async (texts) => ({
      dims: [texts.length, length],
      data: new Float32Array(texts.length * length).fill(0.1),
    }));
    length = 6;
    await expect(embedder.embed(["一句"], asPassage)).rejects.toMatchObject({
      code: "E_EMBEDDING_DIMENSION",
    });
  });

  test("stops between batches when told to", async () => {
    const controller = new AbortController();
    const { embedder, batches } = await open("m", (texts, pooling) => {
      if (texts.length > 1) controller.abort(new Error("stopped"));
      return works(texts, pooling);
    });
    const texts = Array.from({ length: 100 }, (_, at) => `第${at}句`);
    const embedding = embedder.embed(texts, { ...asPassage, signal: controller.signal });
    await expect(embedding).rejects.toThrow("stopped");
    expect(batches()).toHaveLength(1);
  });
});
