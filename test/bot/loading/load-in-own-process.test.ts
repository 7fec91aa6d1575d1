import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PathMissingError } from "../../../corpus/errors.ts";
import { compose, type Composition } from "../../../bot/compose.ts";
import { type Config, parseConfig } from "../../../bot/config.ts";
import { LoadProcessError } from "../../../bot/errors.ts";
import { loadInOwnProcess } from "../../../bot/loading/load-in-own-process.ts";
import { createLogger } from "../../../bot/logger.ts";
import type { LoadProgress, LoadReport } from "../../../retrieval/load-report.ts";
import { tempFolder, writeFiles } from "../../retrieval/loading/temp-folder.ts";
import { startSlowEmbeddings, type SlowEmbeddings } from "../slow-embeddings.ts";

const museum = "博物馆开馆\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。\n";
const bridge = "大桥通车\n\n青石大桥全长860米，2019年10月1日建成通车。\n";
const tea = "茶\n\n绿茶的水温是80度。\n";
const question = "青石县博物馆馆藏文物多少件？";

let documents: string;
let embeddings: SlowEmbeddings;
let config: Config;
let composition: Composition;
beforeEach(async () => {
  embeddings = await startSlowEmbeddings();
  const folder = await tempFolder();
  documents = join(folder, "docs");
  await writeFiles(documents, { "museum.txt": museum, "bridge.txt": bridge, "tea.txt": tea });
  config = parseConfig({
    DATA_DIR: join(folder, "data"),
    DOCUMENTS_DIR: documents,
    OPENAI_BASE_URL: embeddings.baseUrl,
    OPENAI_EMBEDDING_MODEL: "test-embedding",
    LOG_LEVEL: "silent",
  });
  const logger = createLogger({ level: "silent", secrets: [] });
  composition = await compose(config, logger, { loadsIn: "ownProcess" });
});
afterEach(async () => {
  await composition.app.close();
  await embeddings.close();
});

/** What takes a process of its own takes seconds longer. */
async function loadHere(): Promise<LoadReport> {
  const { app } = await compose(config, createLogger({ level: "silent", secrets: [] }));
  try {
    return await app.load({});
  } finally {
    await app.close();
  }
}

async function firstQuote(): Promise<string> {
  const { citations } = await composition.app.find({ question, limit: 1 });
  return citations[0]?.text ?? "";
}

/** Processes start slowly on a busy machine. */
const slowestMs = 180_000;

describe("a load in a process of its own", { timeout: slowestMs }, () => {
  test("reports as one in this process would, and is served here at once", async () => {
    const told: LoadProgress[] = [];
    const report = await composition.app.load({ onProgress: (progress) => told.push(progress) });
    expect(report).toMatchObject({
      published: true,
      generation: { number: 1, documents: 3, embedder: "openai:test-embedding" },
      added: ["bridge.txt", "museum.txt", "tea.txt"],
      failed: [],
    });
    expect(report.generation?.publishedAt).toBeInstanceOf(Date);
    expect(new Set(told.map(({ stage }) => stage))).toEqual(
      new Set(["list", "read", "embed", "index", "check", "publish"]),
    );
    expect(await firstQuote()).toContain("3200件");
  });

  test("fails with the same codes, and what helps to mend it", async () => {
    await loadHere();
    await expect(composition.app.load({ path: "musem.txt" })).rejects.toThrow(
      new PathMissingError("musem.txt", ["museum.txt", "tea.txt", "bridge.txt"]),
    );
    await writeFiles(documents, { "museum.txt": undefined, "tea.txt": undefined });
    const shrunk: unknown = await composition.app.load({}).catch((error: unknown) => error);
    expect(shrunk).toBeInstanceOf(LoadProcessError);
    expect(shrunk).toMatchObject({
      code: "E_CORPUS_SHRANK",
      message: expect.stringContaining("--force"),
    });
  });

  test("is cancelled, keeps what it did, and is gone on with by the next", async () => {
    await loadHere();
    const stop = new AbortController();
    await writeFiles(documents, { "museum.txt": museum.replace("3200", "4100") });
    const isHeld = embeddings.hold("4100件");
    const load = composition.app.load({ signal: stop.signal });
    await isHeld;
    stop.abort();
    await expect(load).rejects.toMatchObject({ code: "E_LOAD_CANCELLED", retryable: true });
    embeddings.release();
    expect(await firstQuote()).toContain("3200件");
    expect(await loadHere()).toMatchObject({ changed: ["museum.txt"] });
    expect(await firstQuote()).toContain("4100件");
  });

  test("killed leaves the old corpus serving, says so, and stands in nobody's way", async () => {
    await loadHere();
    await writeFiles(documents, { "museum.txt": museum.replace("3200", "4100") });
    const isHeld = embeddings.hold("4100件");
    let killIt = (): void => undefined;
    const load = loadInOwnProcess({
      given: config.given,
      onStart: (pid) => {
        killIt = () => process.kill(pid, "SIGKILL");
      },
    });
    await isHeld;
    await expect(loadHere()).rejects.toMatchObject({ code: "E_LOAD_RUNNING" });
    killIt();
    await expect(load).rejects.toMatchObject({
      code: "E_LOAD_KILLED",
      message: expect.stringContaining("SIGKILL"),
    });
    embeddings.release();
    expect(await firstQuote()).toContain("3200件");
    expect(await loadHere()).toMatchObject({ changed: ["museum.txt"] });
  });

  test("tells of wrong settings as the command line does", async () => {
    const given = { ...config.given, FUSION_WEIGHT: "much" };
    await expect(loadInOwnProcess({ given })).rejects.toMatchObject({ code: "E_CONFIG" });
  });
});
