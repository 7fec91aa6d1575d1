import { afterEach, describe, expect, test } from "vitest";
import { openOpenAiEmbedder } from "../../retrieval/openai-embedder.ts";
import {
  type EmbeddingScript,
  embeds,
  failsWith,
  type ScriptedOpenAi,
  startScriptedOpenAi,
} from "../support/scripted-openai.ts";
import { hashVector } from "./loading/small-embedder.ts";

const opened: ScriptedOpenAi[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

async function startServer(script: EmbeddingScript = embeds): Promise<ScriptedOpenAi> {
  const server = await startScriptedOpenAi({ embeddings: script });
  opened.push(server);
  return server;
}

const asPassage = { role: "passage" } as const;

describe("openOpenAiEmbedder", () => {
  test("learns the model's dimension and gives unit vectors in the order of the texts", async () => {
    const { baseUrl, embeddings: requests, keys } = await startServer();
    const embedder = await openOpenAiEmbedder({ apiKey: "sk-test", baseUrl, model: "m" });
    expect(embedder).toMatchObject({ name: "openai:m", dimension: 12, fusionWeight: 1 });
    const texts = Array.from({ length: 250 }, (_, at) => `第${at}句`);
    const vectors = await embedder.embed(texts, asPassage);
    expect(vectors).toHaveLength(250);
    texts.forEach((text, at) => {
      const expected = hashVector(text, 12);
      vectors[at]!.forEach((value, place) => expect(value).toBeCloseTo(expected[place]!, 5));
    });
    expect(requests.map(({ input }) => input.length)).toEqual([1, 96, 96, 58]);
    expect(new Set(keys)).toEqual(new Set(["Bearer sk-test"]));
  });

  test("asks for a shorter vector where one is wanted, and for nothing beforehand", async () => {
    const { baseUrl, embeddings: requests } = await startServer();
    const embedder = await openOpenAiEmbedder({ baseUrl, model: "m", dimension: 8 });
    expect(requests).toEqual([]);
    const [vector] = await embedder.embed(["一句"], asPassage);
    expect(vector).toHaveLength(8);
    expect(requests[0]).toMatchObject({ dimensions: 8, encoding_format: "float" });
  });

  test("never sends a blank text", async () => {
    const { baseUrl, embeddings: requests } = await startServer();
    const embedder = await openOpenAiEmbedder({ baseUrl, model: "m" });
    const [blank, filled, spaces] = await embedder.embed(["", "一句", " \n"], asPassage);
    expect(blank).toEqual(new Float32Array(12));
    expect(spaces).toEqual(new Float32Array(12));
    expect(Math.hypot(...filled!)).toBeCloseTo(1, 5);
    expect(requests.at(-1)?.input).toEqual(["一句"]);
    expect(await embedder.embed([], asPassage)).toEqual([]);
  });

  test("keeps to four requests at once", async () => {
    const { baseUrl, load } = await startServer();
    const embedder = await openOpenAiEmbedder({ baseUrl, model: "m" });
    await embedder.embed(
      Array.from({ length: 96 * 10 }, (_, at) => `第${at}句`),
      asPassage,
    );
    expect(load.most).toBeGreaterThan(1);
    expect(load.most).toBeLessThanOrEqual(4);
  });

  test("tries again when the server is busy", async () => {
    const { baseUrl, embeddings: requests } = await startServer((request, attempt) =>
      attempt === 1 ? failsWith(503) : embeds(request),
    );
    const embedder = await openOpenAiEmbedder({ baseUrl, model: "m", maxRetries: 1 });
    expect(embedder.dimension).toBe(12);
    expect(requests).toHaveLength(2);
  });

  test("waits as long as the server asks, and not where that is too long", async () => {
    const { baseUrl, embeddings: requests } = await startServer((request, attempt) => {
      if (attempt === 2) return failsWith(429, { "retry-after-ms": "1" });
      return attempt === 4 ? failsWith(429, { "retry-after": "3600" }) : embeds(request);
    });
    const embedder = await openOpenAiEmbedder({ baseUrl, model: "m" });
    expect(await embedder.embed(["一句"], asPassage)).toHaveLength(1);
    expect(requests).toHaveLength(3);
    await expect(embedder.embed(["一句"], asPassage)).rejects.toMatchObject({
      code: "E_EMBEDDING_FAILED",
      retryable: true,
      message: expect.stringContaining("in 3600 seconds"),
    });
    expect(requests).toHaveLength(4);
  });

  test("is more patient with a load than with a question", async () => {
    const { baseUrl, embeddings: requests } = await startServer((request, attempt) =>
      attempt === 1 ? embeds(request) : failsWith(503, { "retry-after-ms": "1" }),
    );
    const embedder = await openOpenAiEmbedder({ baseUrl, model: "m" });
    await expect(embedder.embed(["一句"], { role: "question" })).rejects.toThrow("503");
    expect(requests).toHaveLength(1 + 3);
    await expect(embedder.embed(["一句"], asPassage)).rejects.toThrow("503");
    expect(requests).toHaveLength(1 + 3 + 7);
  });

  test("sends fewer texts at once to a server that takes no more, and remembers it", async () => {
    const { baseUrl, embeddings: requests } = await startServer((request) =>
      request.input.length > 25 ? failsWith(413) : embeds(request),
    );
    const embedder = await openOpenAiEmbedder({ baseUrl, model: "m" });
    const texts = Array.from({ length: 96 }, (_, at) => `第${at}句`);
    const vectors = await embedder.embed(texts, asPassage);
    texts.forEach((text, at) => expect(vectors[at]![0]).toBeCloseTo(hashVector(text, 12)[0]!, 5));
    expect(requests.map(({ input }) => input.length)).toEqual([1, 96, 48, 24, 24, 48, 24, 24]);
    await embedder.embed(texts, asPassage);
    expect(requests.slice(8).map(({ input }) => input.length)).toEqual([24, 24, 24, 24]);
  });

  test("names the length of the one text that a server does not take", async () => {
    const { baseUrl } = await startServer((request) =>
      request.input.some((text) => text.length > 500) ? failsWith(400) : embeds(request),
    );
    const embedder = await openOpenAiEmbedder({ baseUrl, model: "m" });
    const texts = ["一句", "两句", "长".repeat(600), "三句"];
    await expect(embedder.embed(texts, asPassage)).rejects.toMatchObject({
      code: "E_EMBEDDING_FAILED",
      retryable: false,
      message: expect.stringContaining("600 characters"),
    });
    expect(await embedder.embed(["一句"], asPassage)).toHaveLength(1);
  });

  test.each([
    [429, true],
    [500, true],
    [401, false],
    [404, false],
  ])("status %d fails, retryable %s, without the server's words", async (status, retryable) => {
    const { baseUrl } = await startServer(() => failsWith(status));
    const opening = openOpenAiEmbedder({ apiKey: "sk-secret", baseUrl, model: "m", maxRetries: 0 });
    await expect(opening).rejects.toMatchObject({
      code: "E_EMBEDDING_FAILED",
      retryable,
      message: expect.not.stringContaining("sk-secret"),
    });
  });

  test("a server that is not there or does not answer can be tried again", async () => {
    const refused = openOpenAiEmbedder({
      baseUrl: "http://127.0.0.1:9/v1",
      model: "m",
      maxRetries: 0,
    });
    await expect(refused).rejects.toMatchObject({ code: "E_EMBEDDING_FAILED", retryable: true });
    const { baseUrl } = await startServer(() => ({ kind: "hangs" }));
    const silent = openOpenAiEmbedder({ baseUrl, model: "m", maxRetries: 0, timeoutMs: 50 });
    await expect(silent).rejects.toMatchObject({ code: "E_EMBEDDING_FAILED", retryable: true });
  });

  test.each([
    ["nothing", {}],
    ["too few vectors", { data: [] }],
    ["an empty vector", { data: [{ index: 0, embedding: [] }] }],
    ["two vectors for one text", { data: [0, 1].map((index) => ({ index, embedding: [1] })) }],
    ["words for numbers", { data: [{ index: 0, embedding: ["a"] }] }],
  ])("refuses an answer of %s", async (_, body) => {
    const { baseUrl } = await startServer(() => ({ kind: "sends", body }));
    const opening = openOpenAiEmbedder({ baseUrl, model: "m", maxRetries: 0 });
    await expect(opening).rejects.toMatchObject({ code: "E_EMBEDDING_FAILED", retryable: false });
  });

  test("refuses vectors of another length than it promised", async () => {
    const { baseUrl } = await startServer((request, attempt) =>
      embeds(attempt === 1 ? request : { ...request, dimensions: 6 }),
    );
    const embedder = await openOpenAiEmbedder({ baseUrl, model: "m" });
    await expect(embedder.embed(["一句"], asPassage)).rejects.toMatchObject({
      code: "E_EMBEDDING_DIMENSION",
    });
  });

  test("stops a request under way when told to", async () => {
    const controller = new AbortController();
    const { baseUrl } = await startServer((request, attempt) => {
      if (attempt === 1) return embeds(request);
      controller.abort(new Error("stopped"));
      return { kind: "hangs" };
    });
    const embedder = await openOpenAiEmbedder({ baseUrl, model: "m" });
    const embedding = embedder.embed(["一句"], { ...asPassage, signal: controller.signal });
    await expect(embedding).rejects.toThrow("stopped");
  });

  test("stops in the middle of a pause when told to", async () => {
    const controller = new AbortController();
    const { baseUrl } = await startServer((request, attempt) => {
      if (attempt === 1) return embeds(request);
      setImmediate(() => controller.abort(new Error("stopped")));
      return failsWith(429, { "retry-after": "60" });
    });
    const embedder = await openOpenAiEmbedder({ baseUrl, model: "m" });
    const embedding = embedder.embed(["一句"], { ...asPassage, signal: controller.signal });
    await expect(embedding).rejects.toThrow("stopped");
  });
});
