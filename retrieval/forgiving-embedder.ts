/** Keeps a question from waiting for an embedding server: without its vector the full text still finds. */

import type { Embedder } from "./embedder.ts";
import { RetrievalError } from "./errors.ts";

/** An embedder that may not be reachable yet, though it is known what its vectors are called. */
export interface LateEmbedder extends Pick<Embedder, "name" | "fusionWeight"> {
  /** Called for every question; opens once. */
  readonly open: () => Promise<Embedder>;
}

export interface ForgivingOptions {
  /** Longest wait for a question's vector. */
  readonly questionTimeoutMs: number;
  /** Told each time a question goes without. */
  readonly onFailure: (error: unknown) => void;
}

const forgiven: ReadonlySet<string> = new Set(["E_EMBEDDING_FAILED", "E_EMBEDDING_DIMENSION"]);

/**
 * The same embedder; where it cannot be opened, fails, is slow or gives vectors of another length, a
 * question has the zero vector, which is near nothing. Its dimension is 0 while it is not open.
 * Passages are embedded as ever: a corpus without its vectors would be broken.
 */
export function createForgivingEmbedder(
  { name, fusionWeight, open }: LateEmbedder,
  { questionTimeoutMs, onFailure }: ForgivingOptions,
): Embedder {
  let opened: Embedder | undefined;
  const openAndKeep = async (): Promise<Embedder> => (opened = await open());
  return {
    name,
    fusionWeight,
    get dimension() {
      return opened?.dimension ?? 0;
    },
    async embed(texts, options) {
      if (options.role === "passage") return (await openAndKeep()).embed(texts, options);
      const timeout = AbortSignal.timeout(questionTimeoutMs);
      const signal =
        options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
      try {
        signal.throwIfAborted();
        // What is still opening when the time is up may serve the next question.
        const embedder = await orAborted(openAndKeep(), signal);
        return await embedder.embed(texts, { ...options, signal });
      } catch (error) {
        options.signal?.throwIfAborted();
        const isForgiven =
          timeout.aborted || (error instanceof RetrievalError && forgiven.has(error.code));
        if (!isForgiven) throw error;
        onFailure(error);
        return texts.map(() => new Float32Array(opened?.dimension ?? 0));
      }
    },
  };
}

/** @throws the signal's reason, as soon as it is aborted */
function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
