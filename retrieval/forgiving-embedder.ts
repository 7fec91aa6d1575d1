/** Keeps a question from waiting for an embedding server: without its vector the full text still finds. */

import type { Embedder } from "./embedder.ts";
import { RetrievalError } from "./errors.ts";

export interface ForgivingOptions {
  /** Longest wait for a question's vector. */
  readonly questionTimeoutMs: number;
  /** Told each time a question goes without. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * The same embedder; where it fails or is slow, a question has the zero vector, which is near nothing.
 * Passages are embedded as ever: a corpus without its vectors would be broken.
 */
export function createForgivingEmbedder(
  embedder: Embedder,
  { questionTimeoutMs, onFailure }: ForgivingOptions,
): Embedder {
  return {
    ...embedder,
    async embed(texts, options) {
      if (options.role === "passage") return embedder.embed(texts, options);
      const timeout = AbortSignal.timeout(questionTimeoutMs);
      const signal =
        options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
      try {
        return await embedder.embed(texts, { ...options, signal });
      } catch (error) {
        options.signal?.throwIfAborted();
        const isForgiven =
          timeout.aborted ||
          (error instanceof RetrievalError && error.code === "E_EMBEDDING_FAILED");
        if (!isForgiven) throw error;
        onFailure(error);
        return texts.map(() => new Float32Array(embedder.dimension));
      }
    },
  };
}
