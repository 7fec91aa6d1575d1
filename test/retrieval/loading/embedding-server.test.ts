import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import { loadCorpus } from "../../../retrieval/load-corpus.ts";
import { openOpenAiEmbedder } from "../../../retrieval/openai-embedder.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import {
  type EmbeddingRequest,
  embeds,
  failsWith,
  type Reply,
  startScriptedOpenAi,
} from "../../support/scripted-openai.ts";
import { tempFolder } from "./temp-folder.ts";

const closings: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).toReversed()) await close();
});

/** A loaded corpus of one document behind a server that works until it is told to do something else. */
async function loaded() {
  let script: ((request: EmbeddingRequest) => Reply) | undefined;
  const server = await startScriptedOpenAi({
    embeddings: (request) => (script ?? embeds)(request),
  });
  closings.push(() => server.close());
  const folder = await tempFolder();
  const documents = join(folder, "documents");
  await mkdir(documents);
  const write = (name: string, text: string) => writeFile(join(documents, name), text);
  await write("bridge.txt", "青石大桥于2019年通车，全长860米。\n");
  const store = await openLanceStore({ folder: join(folder, "corpus") });
  closings.push(() => store.close());
  const { baseUrl } = server;
  const open = () => openOpenAiEmbedder({ baseUrl, model: "m", maxRetries: 0 });
  const embedder = await open();
  const load = (loading = embedder) =>
    loadCorpus({ source: openFolder(documents), store, embedder: loading });
  await load();
  const behave = (next: typeof script) => {
    script = next;
  };
  return { store, load, open, write, behave, server };
}

describe("a load behind an embedding server", () => {
  test.each([
    [
      "changes its dimension",
      "E_EMBEDDING_DIMENSION",
      (request: EmbeddingRequest) => embeds({ ...request, dimensions: 6 }),
    ],
    [
      "gives too few vectors",
      "E_EMBEDDING_FAILED",
      (request: EmbeddingRequest) => embeds({ ...request, input: request.input.slice(1) }),
    ],
    ["fails", "E_EMBEDDING_FAILED", () => failsWith(500)],
  ] as const)("that %s ends in %s, and the old corpus stays", async (_, code, script) => {
    const { store, load, write, behave } = await loaded();
    await write("museum.txt", "东湖博物馆于1987年开馆。\n");
    behave(script);
    await expect(load()).rejects.toMatchObject({ code });
    const snapshot = await store.snapshot();
    closings.push(() => snapshot.close());
    expect(snapshot.generation).toMatchObject({ number: 1, documents: 1, dimension: 12 });
    expect(await snapshot.searchFullText(["青石"], { limit: 1 })).toHaveLength(1);
  });

  test("pays for no text twice", async () => {
    const { load, write, server } = await loaded();
    const first = server.embeddings.at(-1)!.input;
    await write("copy.txt", "青石大桥于2019年通车，全长860米。\n");
    await write("museum.txt", "东湖博物馆于1987年开馆。\n");
    await load();
    const later = server.embeddings.slice(2).flatMap(({ input }) => input);
    expect(later).not.toContain(first[0]);
    expect(later.join("")).toContain("东湖博物馆");
  });

  test("embeds everything again where the server's model has another dimension now", async () => {
    const { store, load, open, behave } = await loaded();
    behave((request) => embeds({ ...request, dimensions: 6 }));
    const changed = await open();
    expect(await load(changed)).toMatchObject({ published: true, chunksEmbedded: 1 });
    const snapshot = await store.snapshot();
    closings.push(() => snapshot.close());
    expect(snapshot.generation).toMatchObject({ number: 2, dimension: 6 });
  });
});
