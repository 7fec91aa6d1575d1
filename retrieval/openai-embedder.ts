/** Embeddings from OpenAI or any server that speaks its protocol. */

import { APIConnectionError, APIError } from "openai";
import pMap from "p-map";
import { z } from "zod";
import type { Embedder, EmbedOptions } from "./embedder.ts";
import { RetrievalError } from "./errors.ts";
import { openOpenAiClient } from "./openai-client.ts";

const defaultTimeoutMs = 30_000;
const defaultMaxRetries = 3;
/** Under the 300,000 tokens a request may hold at OpenAI, with chunks of up to 2,000. */
const maxTextsPerRequest = 96;
const maxRequestsAtOnce = 4;
/** A real embedding is worth as much as the full text; measure anew for a model of your own. */
const fusionWeight = 1;
const firstServerError = 500;
const retryableStatuses: ReadonlySet<number> = new Set([408, 409, 429]);
/** Something harmless to learn the length of a model's vectors from. */
const probe = "。";

export interface OpenAiEmbedderOptions {
  readonly model: string;
  /** Absent for servers that need none. */
  readonly apiKey?: string | undefined;
  /** Default: OpenAI's own. */
  readonly baseUrl?: string | undefined;
  /** Asks for shortened vectors; absent: the model's own length, learned by one request. */
  readonly dimension?: number | undefined;
  /** For one attempt. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  /** After the first attempt, with growing pauses. Default 3. */
  readonly maxRetries?: number | undefined;
  readonly fetch?: typeof fetch | undefined;
}

const responseSchema = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()) })),
});

/**
 * An embedder named `openai:<model>`. Passages and questions are embedded alike; a blank text has
 * the zero vector and is never sent.
 *
 * @throws {RetrievalError} `E_EMBEDDING_FAILED` where the server does not answer the first request
 */
export async function openOpenAiEmbedder(options: OpenAiEmbedderOptions): Promise<Embedder> {
  const { model } = options;
  const client = openOpenAiClient({
    ...options,
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    maxRetries: options.maxRetries ?? defaultMaxRetries,
  });

  async function request(
    texts: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<readonly Float32Array[]> {
    try {
      const response = await client.embeddings.create(
        {
          model,
          input: [...texts],
          // Servers that only imitate OpenAI do not know its default, base64.
          encoding_format: "float",
          ...(options.dimension === undefined ? {} : { dimensions: options.dimension }),
        },
        signal === undefined ? {} : { signal },
      );
      return readVectors(response, texts.length, model);
    } catch (error) {
      signal?.throwIfAborted();
      throw toRetrievalError(error, model);
    }
  }

  const dimension = options.dimension ?? (await learnDimension());

  async function learnDimension(): Promise<number> {
    const [vector] = await request([probe], undefined);
    return vector?.length ?? 0;
  }

  async function embedFilled(
    texts: readonly string[],
    { signal }: EmbedOptions,
  ): Promise<readonly Float32Array[]> {
    const batches: (readonly string[])[] = [];
    for (let at = 0; at < texts.length; at += maxTextsPerRequest) {
      batches.push(texts.slice(at, at + maxTextsPerRequest));
    }
    const vectors = await pMap(batches, (batch) => request(batch, signal), {
      concurrency: maxRequestsAtOnce,
      signal,
    });
    return vectors.flat().map((vector) => toUnitLength(checkLength(vector, dimension, model)));
  }

  return {
    name: `openai:${model}`,
    dimension,
    fusionWeight,
    async embed(texts, embedOptions) {
      embedOptions.signal?.throwIfAborted();
      const filled = texts.filter((text) => text.trim() !== "");
      const vectors = (await embedFilled(filled, embedOptions)).values();
      return texts.map((text) => {
        const vector = text.trim() === "" ? undefined : vectors.next().value;
        return vector ?? new Float32Array(dimension);
      });
    },
  };
}

/** The vectors in the order of the texts, whatever order the server chose. */
function readVectors(response: unknown, count: number, model: string): readonly Float32Array[] {
  const parsed = responseSchema.safeParse(response);
  const vectors: Float32Array[] = [];
  for (const { index, embedding } of parsed.data?.data ?? []) {
    vectors[index] = Float32Array.from(embedding);
  }
  const isWhole = vectors.length === count && Object.keys(vectors).length === count;
  if (parsed.success && isWhole) return vectors;
  throw new RetrievalError(
    "E_EMBEDDING_FAILED",
    `Expected ${count} vectors from model ${model}, found an answer of another form. ` +
      "Check that the address is that of an OpenAI-compatible server and the model embeds text.",
    { cause: parsed.error },
  );
}

function checkLength(vector: Float32Array, dimension: number, model: string): Float32Array {
  if (vector.length === dimension) return vector;
  throw new RetrievalError(
    "E_EMBEDDING_DIMENSION",
    `Expected vectors of ${dimension} numbers from model ${model}, found ${vector.length}. ` +
      "Leave the dimension out, or name one that the model can give.",
  );
}

/** Without the server's own words, which may repeat the key. */
function toRetrievalError(error: unknown, model: string): RetrievalError {
  if (error instanceof RetrievalError) return error;
  const status = error instanceof APIError ? error.status : undefined;
  const retryable =
    error instanceof APIConnectionError ||
    (status !== undefined && (status >= firstServerError || retryableStatuses.has(status)));
  const found = status === undefined ? "no answer" : `status ${status}`;
  return new RetrievalError(
    "E_EMBEDDING_FAILED",
    `Expected vectors from model ${model}, found ${found}. ` +
      (retryable
        ? "Try again later, and check that the server can be reached."
        : "Check key, address and the name of the model."),
    { cause: error, retryable },
  );
}

function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  return vector.map((value) => value / length);
}
