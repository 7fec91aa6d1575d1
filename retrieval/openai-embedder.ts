/** Embeddings from OpenAI or any server that speaks its protocol. */

import { APIConnectionTimeoutError } from "openai";
import pMap from "p-map";
import { z } from "zod";
import type { Embedder, EmbedOptions } from "./embedder.ts";
import { RetrievalError } from "./errors.ts";
import { describeAttempt, statusOf } from "./openai-attempt.ts";
import { openOpenAiClient } from "./openai-client.ts";
import { withRetries } from "./with-retries.ts";

const defaultTimeoutMs = 30_000;
/** With the pauses between them some 20 seconds: a load should outlive a server's restart. */
const defaultMaxRetries = 6;
/** Somebody waits for a question, or for the word that the server is not there. */
const waitedForRetries = 2;
/** Servers that count by the minute ask for less; whoever asks for more is not to be waited for. */
const longestWaitMs = 120_000;
/** Under the 300,000 tokens a request may hold at OpenAI, with chunks of up to 2,000. */
const maxTextsPerRequest = 96;
const maxRequestsAtOnce = 4;
/** A real embedding is worth as much as the full text; measure anew for a model of your own. */
const fusionWeight = 1;
/** How servers say that there are too many texts, or too long ones, in one request. */
const tooMuchStatuses: ReadonlySet<number> = new Set([400, 413, 422]);
const millisecondsPerSecond = 1000;
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
  /** After the first attempt, with growing pauses or those that the server asks for. Default 6. */
  readonly maxRetries?: number | undefined;
  readonly fetch?: typeof fetch | undefined;
}

const responseSchema = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })),
});

/** What vectors of the model are called; known without asking the server. */
export function openAiEmbedderIdentity(model: string): Pick<Embedder, "name" | "fusionWeight"> {
  return { name: `openai:${model}`, fusionWeight };
}

/**
 * An embedder named `openai:<model>`. Passages and questions are embedded alike; a blank text has
 * the zero vector and is never sent. Where a server takes fewer texts at once than it is sent, or
 * needs too long for them, they are sent in halves.
 *
 * @throws {RetrievalError} `E_EMBEDDING_FAILED` where the server does not answer the first request
 */
export async function openOpenAiEmbedder(options: OpenAiEmbedderOptions): Promise<Embedder> {
  const { model, maxRetries = defaultMaxRetries } = options;
  const client = openOpenAiClient({
    ...options,
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    // Retried here, where a pause can be ended, and one that is too long is not made.
    maxRetries: 0,
  });
  let textsPerRequest = maxTextsPerRequest;

  async function request(
    texts: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<readonly Float32Array[]> {
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
  }

  async function requestPatiently(
    texts: readonly string[],
    embedOptions: EmbedOptions,
  ): Promise<readonly Float32Array[]> {
    const { role, signal } = embedOptions;
    try {
      return await withRetries(() => request(texts, signal), {
        maxRetries: role === "passage" ? maxRetries : Math.min(maxRetries, waitedForRetries),
        signal: signal ?? new AbortController().signal,
        deadlineMs: Date.now() + longestWaitMs,
        describe: (error) =>
          isTooMuch(error, texts) ? { retryable: false } : describeAttempt(error),
      });
    } catch (error) {
      signal?.throwIfAborted();
      if (!isTooMuch(error, texts)) throw toRetrievalError(error, model, texts);
    }
    const half = Math.ceil(texts.length / 2);
    const first = await requestPatiently(texts.slice(0, half), embedOptions);
    const second = await requestPatiently(texts.slice(half), embedOptions);
    // Halves that pass show that it was the number; one bad text would fail again.
    textsPerRequest = Math.min(textsPerRequest, half);
    return [...first, ...second];
  }

  const dimension = options.dimension ?? (await learnDimension());

  async function learnDimension(): Promise<number> {
    const [vector] = await requestPatiently([probe], { role: "question" });
    return vector?.length ?? 0;
  }

  async function embedFilled(
    texts: readonly string[],
    embedOptions: EmbedOptions,
  ): Promise<readonly Float32Array[]> {
    const batches: (readonly string[])[] = [];
    for (let at = 0; at < texts.length; at += textsPerRequest) {
      batches.push(texts.slice(at, at + textsPerRequest));
    }
    const vectors = await pMap(batches, (batch) => requestPatiently(batch, embedOptions), {
      concurrency: maxRequestsAtOnce,
      signal: embedOptions.signal,
    });
    return vectors.flat().map((vector) => toUnitLength(checkLength(vector, dimension, model)));
  }

  return {
    ...openAiEmbedderIdentity(model),
    dimension,
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

function isTooMuch(error: unknown, texts: readonly string[]): boolean {
  if (texts.length < 2) return false;
  const status = statusOf(error);
  const isRefused = status !== undefined && tooMuchStatuses.has(status);
  return isRefused || error instanceof APIConnectionTimeoutError;
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
    `Expected vectors of ${dimension} numbers from model ${model}, found ${vector.length}: the ` +
      "server changed its model. Start again and load the documents with the model it has now.",
  );
}

/** Without the server's own words, which may repeat the key. */
function toRetrievalError(error: unknown, model: string, texts: readonly string[]): RetrievalError {
  if (error instanceof RetrievalError) return error;
  const status = statusOf(error);
  const { retryable, retryAfterMs } = describeAttempt(error);
  const found = status === undefined ? "no answer" : `status ${status}`;
  return new RetrievalError(
    "E_EMBEDDING_FAILED",
    `Expected vectors from model ${model}, found ${found}. ` +
      (retryable ? tryLater(retryAfterMs) : whatToCheck(status, texts)),
    { cause: error, retryable },
  );
}

function tryLater(retryAfterMs: number | undefined): string {
  const when =
    retryAfterMs === undefined
      ? "later"
      : `in ${Math.ceil(retryAfterMs / millisecondsPerSecond)} seconds, as the server asks`;
  return `Try again ${when}, and check that the server can be reached.`;
}

function whatToCheck(status: number | undefined, [text]: readonly string[]): string {
  const check = "Check key, address and the name of the model";
  return status !== undefined && tooMuchStatuses.has(status) && text !== undefined
    ? `${check}, and that it takes texts of ${text.length} characters.`
    : `${check}.`;
}

function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  return vector.map((value) => value / length);
}
