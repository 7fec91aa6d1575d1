/** Embeddings from a sentence model that runs on this machine, without a server. */

import { basename } from "node:path";
import type { Embedder, EmbeddingRole } from "./embedder.ts";
import { RetrievalError } from "./errors.ts";
import { modelFamily } from "./model-family.ts";
import { loadSentenceModel, type SentenceModel, type VectorRows } from "./sentence-model.ts";
import { takeTurns } from "./take-turns.ts";

/** All are filled up to the longest: more at once cost memory and save no time. */
const textsPerBatch = 16;
/** As much as the full text, as for models behind a server; measure anew for a model of your own. */
const fusionWeight = 1;
/** Changes whenever the same model may give other vectors. */
const version = "local-1";
/** Something harmless to learn the length of the model's vectors from. */
const probe = "。";

export interface TransformerEmbedderOptions {
  /** A folder with `config.json`, `tokenizer.json` and `onnx/model.onnx`, or `owner/name` on the hub. */
  readonly model: string;
  /** Where a model of the hub is kept. */
  readonly cacheFolder: string;
  /** Default: by the package `@huggingface/transformers`, which is not installed by default. */
  readonly loadModel?: ((model: string, cacheFolder: string) => Promise<SentenceModel>) | undefined;
}

/**
 * An embedder named `local-1:<model>`, by the last part of its path. Prefixes and pooling are those of
 * the model's family; a blank text has the zero vector.
 *
 * @throws {RetrievalError} `E_EMBEDDING_FAILED` where the package or the model is missing or unfit
 */
export async function openTransformerEmbedder(
  options: TransformerEmbedderOptions,
): Promise<Embedder> {
  const { model, cacheFolder, loadModel = loadSentenceModel } = options;
  // Without owner or folder, so that a model that was fetched may be moved to a folder.
  const name = basename(model);
  const { pooling, prefix } = modelFamily(name);
  const embedBatch = await loadModel(model, cacheFolder);

  async function run(
    texts: readonly string[],
    role: EmbeddingRole,
  ): Promise<readonly Float32Array[]> {
    const prefixed = texts.map((text) => prefix[role] + text);
    const rows = await embedBatch(prefixed, pooling).catch((error: unknown) => {
      throw unfit(model, "a failure of the model", error);
    });
    return readRows(rows, texts.length, model);
  }

  const [first] = await run([probe], "passage");
  const dimension = first?.length ?? 0;

  return {
    name: `${version}:${name}`,
    dimension,
    fusionWeight,
    async embed(texts, { role, signal }) {
      const vectors: Float32Array[] = texts.map(() => new Float32Array(dimension));
      const filled = [...texts.entries()].filter(([, text]) => text.trim() !== "");
      // Texts of one length together need the least filling up.
      filled.sort(([, one], [, other]) => one.length - other.length);
      const turn = takeTurns();
      for (let at = 0; at < filled.length; at += textsPerBatch) {
        await turn();
        signal?.throwIfAborted();
        const batch = filled.slice(at, at + textsPerBatch);
        const found = await run(
          batch.map(([, text]) => text),
          role,
        );
        batch.forEach(([place], index) => {
          const vector = found[index];
          if (vector !== undefined) vectors[place] = checkLength(vector, dimension, model);
        });
      }
      signal?.throwIfAborted();
      return vectors;
    },
  };
}

function readRows({ dims, data }: VectorRows, count: number, model: string) {
  const [rows, length = 0] = dims;
  const isWhole = dims.length === 2 && rows === count && data.length === count * length;
  if (!isWhole || length === 0 || !data.every(Number.isFinite)) {
    throw unfit(model, `numbers of the form ${dims.join(" × ")}`);
  }
  return Array.from({ length: count }, (_, row) => data.slice(row * length, (row + 1) * length));
}

function checkLength(vector: Float32Array, dimension: number, model: string): Float32Array {
  if (vector.length === dimension) return vector;
  throw new RetrievalError(
    "E_EMBEDDING_DIMENSION",
    `Expected vectors of ${dimension} numbers from model ${model}, found ${vector.length}. ` +
      "Choose a model that embeds sentences.",
  );
}

function unfit(model: string, found: string, cause?: unknown): RetrievalError {
  return new RetrievalError(
    "E_EMBEDDING_FAILED",
    `Expected one vector a text from model ${model}, found ${found}. ` +
      "Choose a model that embeds sentences (feature-extraction) and is exported to ONNX.",
    { cause },
  );
}
