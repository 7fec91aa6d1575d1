/** A quick embedder for tests that records what it was asked to embed. */

import { sha256 } from "../../../corpus/ids.ts";
import type { Embedder } from "../../../retrieval/embedder.ts";

export interface SmallEmbedder extends Embedder {
  /** Every text embedded so far, in order, repeats kept. */
  readonly embedded: string[];
}

export interface SmallEmbedderOptions {
  readonly name?: string;
  readonly dimension?: number;
  /** Called before a batch is embedded. */
  readonly onEmbed?: (texts: readonly string[]) => void;
}

/** Unit vectors from the text's hash: equal for equal texts, far apart for others. */
export function createSmallEmbedder(options: SmallEmbedderOptions = {}): SmallEmbedder {
  const { name = "small-1", dimension = 16, onEmbed } = options;
  const embedded: string[] = [];
  return {
    name,
    dimension,
    fusionWeight: 1,
    embedded,
    embed: async (texts, { signal }) => {
      signal?.throwIfAborted();
      onEmbed?.(texts);
      embedded.push(...texts);
      return texts.map((text) => hashVector(text, dimension));
    },
  };
}

export function hashVector(text: string, dimension: number): Float32Array {
  const bytes = Buffer.from(sha256(text), "hex");
  const values = Float32Array.from(
    { length: dimension },
    (_, at) => (bytes[at % bytes.length] ?? 0) - 127.5,
  );
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}
