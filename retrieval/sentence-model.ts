/** Loads a sentence model by `@huggingface/transformers`, which who wants it installs himself. */

import { stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { z } from "zod";
import { RetrievalError } from "./errors.ts";
import type { Pooling } from "./model-family.ts";

/** Vectors of unit length as one row after the other. */
export interface VectorRows {
  /** Rows and their length. */
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

/** Longer texts than the model takes are cut off. */
export type SentenceModel = (texts: readonly string[], pooling: Pooling) => Promise<VectorRows>;

/** A variable, so that neither compiler nor bundler asks for what is mostly not there. */
const packageName = "@huggingface/transformers";
/** The version that `package.json` names and this file was tried with. */
const packageVersion = "4.3.1";
/** `--save-prod` because npm leaves out optional peers even when they are named. */
const install = `npm install --no-save --save-prod ${packageName}@${packageVersion}`;
/** The package would write its warnings between our lines. */
const logNothing = 50;

/** Files that hold the weights, best first, with what the package calls their precision. */
const weights = [
  { file: "model.onnx", dtype: "fp32" },
  { file: "model_quantized.onnx", dtype: "q8" },
] as const;
/** A quarter of the size of the full one, and next to as good. */
const hubDtype = "q8";

const hubName = /^[\w-][\w.-]*\/[\w.-]+$/u;

const isFunction = (value: unknown): boolean => typeof value === "function";

type Extract = (
  texts: string[],
  options: { readonly pooling: string; readonly normalize: boolean },
) => Promise<unknown>;
type Pipeline = (
  task: string,
  model: string,
  options: { readonly dtype: string; readonly device: string },
) => Promise<Extract>;

/** What is used of the package; the empty one that stands in for it in LanceDB fails here. */
const packageSchema = z.object({
  pipeline: z.custom<Pipeline>(isFunction),
  env: z.custom<Record<string, unknown>>((value) => typeof value === "object" && value !== null),
});
const tensorSchema = z.object({
  dims: z.array(z.number().int()),
  data: z.instanceof(Float32Array),
});

/**
 * A model of a folder is loaded without any network; one of the hub is fetched once and kept.
 *
 * @param model a folder, or `owner/name`
 * @param importPackage imports `@huggingface/transformers`
 * @throws {RetrievalError} `E_EMBEDDING_FAILED`
 */
export async function loadSentenceModel(
  model: string,
  cacheFolder: string,
  importPackage: () => Promise<unknown> = () => import(packageName),
): Promise<SentenceModel> {
  const folder = await folderOf(model);
  const dtype = folder === undefined ? hubDtype : await dtypeIn(folder);
  const { pipeline, env } = await checkPackage(importPackage);
  Object.assign(env, { logLevel: logNothing, cacheDir: cacheFolder });
  if (folder === undefined)
    Object.assign(env, { allowLocalModels: false, allowRemoteModels: true });
  else {
    const localModelPath = dirname(folder);
    Object.assign(env, { allowLocalModels: true, allowRemoteModels: false, localModelPath });
  }
  const name = folder === undefined ? model : basename(folder);
  const extract = await pipeline("feature-extraction", name, { dtype, device: "cpu" }).catch(
    (error: unknown) => {
      throw new RetrievalError(
        "E_EMBEDDING_FAILED",
        folder === undefined
          ? `Expected the model ${model} on the hub, found no answer or no such model with` +
              " onnx/model_quantized.onnx. Check its name and the network, or name a folder."
          : `Expected a sentence model in ${folder}, found one that cannot be loaded. It needs` +
              " config.json, tokenizer.json, tokenizer_config.json and onnx/model.onnx.",
        { cause: error, retryable: folder === undefined },
      );
    },
  );
  return async (texts, pooling) =>
    tensorSchema.parse(await extract([...texts], { pooling, normalize: true }));
}

/** @throws {RetrievalError} `E_EMBEDDING_FAILED` saying what to run */
async function checkPackage(
  importPackage: () => Promise<unknown>,
): Promise<z.infer<typeof packageSchema>> {
  let cause: unknown;
  try {
    const found = packageSchema.safeParse(await importPackage());
    if (found.success) return found.data;
    cause = found.error;
  } catch (error) {
    cause = error;
  }
  throw new RetrievalError(
    "E_EMBEDDING_FAILED",
    `Expected the package ${packageName} for a local embedding model, found none that loads. ` +
      `Run \`${install}\`, or use another embedder.`,
    { cause },
  );
}

/** Undefined for a name of the hub. */
async function folderOf(model: string): Promise<string | undefined> {
  const folder = resolve(model);
  if (await isThere(folder)) return folder;
  if (hubName.test(model)) return undefined;
  throw new RetrievalError(
    "E_EMBEDDING_FAILED",
    `Expected a folder ${folder} with a sentence model, found none. ` +
      "Check the path, or give a name of the hub as owner/name.",
  );
}

async function dtypeIn(folder: string): Promise<string> {
  for (const { file, dtype } of weights) {
    if (await isThere(join(folder, "onnx", file))) return dtype;
  }
  throw new RetrievalError(
    "E_EMBEDDING_FAILED",
    `Expected ${weights.map(({ file }) => `onnx/${file}`).join(" or ")} in ${folder}, found neither. ` +
      "Export the model to ONNX first.",
  );
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
