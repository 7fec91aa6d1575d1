import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { loadSentenceModel } from "../../retrieval/sentence-model.ts";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function modelFolder(...files: readonly string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "wenju-model-"));
  folders.push(root);
  const folder = join(root, "bge-small-zh");
  await mkdir(join(folder, "onnx"), { recursive: true });
  for (const file of files) await writeFile(join(folder, "onnx", file), "");
  return folder;
}

/** The package as far as it is used, with what it was asked for. */
function fakePackage(data: unknown = new Float32Array(4)) {
  const env: Record<string, unknown> = {};
  const asked: unknown[] = [];
  const pipeline = async (...loading: readonly unknown[]) => {
    asked.push(loading);
    return async (...texts: readonly unknown[]) => {
      asked.push(texts);
      return { dims: [2, 2], data };
    };
  };
  return { env, asked, importPackage: async () => ({ env, pipeline }) };
}

describe("loadSentenceModel", () => {
  test.each([
    [["model.onnx", "model_quantized.onnx"], "fp32"],
    [["model_quantized.onnx"], "q8"],
  ])("loads a folder with %j as %s, without the network", async (files, dtype) => {
    const folder = await modelFolder(...files);
    const { env, asked, importPackage } = fakePackage();
    const embedBatch = await loadSentenceModel(folder, "/cache", importPackage);
    expect(env).toMatchObject({ allowRemoteModels: false, localModelPath: dirname(folder) });
    expect(await embedBatch(["一", "二"], "cls")).toEqual({
      dims: [2, 2],
      data: new Float32Array(4),
    });
    expect(asked).toEqual([
      ["feature-extraction", "bge-small-zh", { dtype, device: "cpu" }],
      [["一", "二"], { pooling: "cls", normalize: true }],
    ]);
  });

  test("fetches a model of the hub once and keeps it", async () => {
    const { env, asked, importPackage } = fakePackage();
    await loadSentenceModel("owner/bge-small-zh", "/cache", importPackage);
    expect(env).toMatchObject({ allowRemoteModels: true, cacheDir: "/cache" });
    expect(asked).toEqual([
      ["feature-extraction", "owner/bge-small-zh", { dtype: "q8", device: "cpu" }],
    ]);
  });

  test.each([
    ["is not there", () => Promise.reject(new Error("ERR_MODULE_NOT_FOUND"))],
    ["is the empty one that stands in for it", async () => ({ default: {} })],
  ])("says what to run where the package %s", async (_, importPackage) => {
    const loading = loadSentenceModel("owner/model", "/cache", importPackage);
    await expect(loading).rejects.toMatchObject({
      code: "E_EMBEDDING_FAILED",
      message: expect.stringMatching(/npm install .*@huggingface\/transformers@\d/u),
    });
  });

  test("tells a missing folder from one without a model", async () => {
    const { importPackage } = fakePackage();
    const missing = loadSentenceModel("./no/such/folder", "/cache", importPackage);
    await expect(missing).rejects.toThrow(/Expected a folder .*folder with a sentence model/u);
    const empty = loadSentenceModel(await modelFolder(), "/cache", importPackage);
    await expect(empty).rejects.toThrow(/Expected onnx\/model\.onnx/u);
  });

  test("says of a model that cannot be loaded what it needs", async () => {
    const folder = await modelFolder("model.onnx");
    const broken = async () => ({
      env: {},
      pipeline: () => Promise.reject(new Error("no tokenizer")),
    });
    await expect(loadSentenceModel(folder, "/cache", broken)).rejects.toThrow("tokenizer.json");
    await expect(loadSentenceModel("owner/name", "/cache", broken)).rejects.toMatchObject({
      retryable: true,
      message: expect.stringContaining("on the hub"),
    });
  });

  test("refuses anything but numbers of single precision", async () => {
    const { importPackage } = fakePackage(new Uint16Array(4));
    const embedBatch = await loadSentenceModel("owner/name", "/cache", importPackage);
    await expect(embedBatch(["一", "二"], "mean")).rejects.toThrow("data");
  });
});
