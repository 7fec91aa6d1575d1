import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { openOnce } from "../../bot/open-once.ts";
import { openFolder } from "../../corpus/sources/open-folder.ts";
import { createExtractiveAnswerer } from "../../prompts/answering/extractive-answerer.ts";
import { createForgivingEmbedder } from "../../retrieval/forgiving-embedder.ts";
import { loadCorpus } from "../../retrieval/load-corpus.ts";
import { openAiEmbedderIdentity, openOpenAiEmbedder } from "../../retrieval/openai-embedder.ts";
import { openLanceStore } from "../../retrieval/store/open-lance-store.ts";
import {
  embeds,
  failsWith,
  type Reply,
  type ScriptedOpenAi,
  startScriptedOpenAi,
} from "../support/scripted-openai.ts";

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).toReversed()) await close();
});

/** An embedder whose server works until it is told to do something else. */
async function open() {
  let failure: Reply | undefined;
  const server: ScriptedOpenAi = await startScriptedOpenAi({
    embeddings: (request) => failure ?? embeds(request),
  });
  closings.push(() => server.close());
  const failures: unknown[] = [];
  const { baseUrl } = server;
  const opening = openOnce(() => openOpenAiEmbedder({ baseUrl, model: "m", maxRetries: 0 }));
  const embedder = createForgivingEmbedder(
    { ...openAiEmbedderIdentity("m"), open: () => opening.open() },
    { questionTimeoutMs: 200, onFailure: (error) => failures.push(error) },
  );
  const fail = (reply: Reply | undefined) => {
    failure = reply;
  };
  return { embedder, strict: () => opening.open(), failures, fail };
}

const asQuestion = { role: "question" } as const;

describe("createForgivingEmbedder", () => {
  test("embeds as ever while the server works", async () => {
    const { embedder, failures } = await open();
    const [vector] = await embedder.embed(["一句"], asQuestion);
    expect(Math.hypot(...vector!)).toBeCloseTo(1, 5);
    expect(embedder).toMatchObject({ name: "openai:m", dimension: 12 });
    expect(failures).toEqual([]);
  });

  test.each([
    ["fails", failsWith(500)],
    ["hangs", { kind: "hangs" }],
    ["sends something else", { kind: "sends", body: "<html>" }],
  ] as const)("gives a question the zero vector where it %s", async (_, reply) => {
    const { embedder, strict, failures, fail } = await open();
    await strict();
    fail(reply);
    expect(await embedder.embed(["一句"], asQuestion)).toEqual([new Float32Array(12)]);
    expect(failures).toHaveLength(1);
  });

  test("gives the zero vector where the server gives vectors of another length", async () => {
    const { embedder, failures, fail } = await open();
    await embedder.embed(["一句"], asQuestion);
    fail(embeds({ model: "m", input: ["一句"], dimensions: 6 }));
    expect(await embedder.embed(["一句"], asQuestion)).toEqual([new Float32Array(12)]);
    expect(failures).toMatchObject([{ code: "E_EMBEDDING_DIMENSION" }]);
  });

  test("has no vector before the server can be reached, and one when it can", async () => {
    const { embedder, failures, fail } = await open();
    fail(failsWith(503));
    expect(await embedder.embed(["一句"], asQuestion)).toEqual([new Float32Array(0)]);
    expect(failures).toHaveLength(1);
    fail(undefined);
    expect((await embedder.embed(["一句"], asQuestion))[0]).toHaveLength(12);
  });

  test("waits no longer for a server that hangs at first", async () => {
    const { embedder, failures, fail } = await open();
    fail({ kind: "hangs" });
    expect(await embedder.embed(["一句"], asQuestion)).toEqual([new Float32Array(0)]);
    expect(failures).toHaveLength(1);
  });

  test("forgives nothing where passages are embedded", async () => {
    const { embedder, fail } = await open();
    fail(failsWith(500));
    const embedding = embedder.embed(["一句"], { role: "passage" });
    await expect(embedding).rejects.toMatchObject({ code: "E_EMBEDDING_FAILED" });
  });

  test("stops when told to", async () => {
    const { embedder, fail } = await open();
    fail({ kind: "hangs" });
    const signal = AbortSignal.abort(new Error("stopped"));
    await expect(embedder.embed(["一句"], { ...asQuestion, signal })).rejects.toThrow("stopped");
  });

  test.each([
    ["fails", failsWith(503)],
    ["changed its dimension", embeds({ model: "m", input: ["一句"], dimensions: 6 })],
  ])("lets questions be answered from the full text alone where it %s", async (_, reply) => {
    const { embedder, strict, fail } = await open();
    const folder = await mkdtemp(join(tmpdir(), "wenju-forgiving-"));
    closings.push(() => rm(folder, { recursive: true }));
    await mkdir(join(folder, "documents"));
    await writeFile(join(folder, "documents", "a.txt"), "青石大桥于2019年通车，全长860米。\n");
    const store = await openLanceStore({ folder: join(folder, "corpus") });
    await loadCorpus({
      source: openFolder(join(folder, "documents")),
      store,
      embedder: await strict(),
    });
    const snapshot = await store.snapshot();
    fail(reply);
    const { answer } = await createExtractiveAnswerer(embedder).answer(snapshot, {
      question: "青石大桥全长多少米？",
    });
    snapshot.close();
    store.close();
    expect(answer).toMatchObject({
      kind: "answered",
      statements: [{ text: "青石大桥于2019年通车，全长860米。" }],
    });
  });
});
