/** Embeds only what was never embedded before, and keeps each vector as soon as it is paid for. */

import { sha256 } from "../../corpus/ids.ts";
import type { CorpusWriter } from "../corpus-store.ts";
import type { Embedder } from "../embedder.ts";

/** A kill costs at most this many texts. */
const textsPerEmbedding = 256;

export interface EmbedTextsOptions {
  readonly embedder: Embedder;
  readonly writer: CorpusWriter;
  readonly signal: AbortSignal | undefined;
}

export interface EmbeddedTexts {
  /** In the order of the texts. */
  readonly vectors: readonly Float32Array[];
  /** How many the embedder was asked for. */
  readonly embedded: number;
}

/** @throws {RetrievalError} `E_EMBEDDING_FAILED`, `E_EMBEDDING_DIMENSION` */
export async function embedTexts(
  texts: readonly string[],
  { embedder, writer, signal }: EmbedTextsOptions,
): Promise<EmbeddedTexts> {
  const hashes = texts.map(sha256);
  const known = new Map(await writer.cachedVectors([...new Set(hashes)]));
  const missing = new Map<string, string>();
  texts.forEach((text, at) => {
    const hash = hashes[at];
    if (hash !== undefined && !known.has(hash)) missing.set(hash, text);
  });
  const wanted = [...missing];
  for (let at = 0; at < wanted.length; at += textsPerEmbedding) {
    const part = wanted.slice(at, at + textsPerEmbedding);
    const vectors = await embedder.embed(
      part.map(([, text]) => text),
      { role: "passage", ...(signal === undefined ? {} : { signal }) },
    );
    const fresh = new Map<string, Float32Array>();
    part.forEach(([hash], index) => {
      const vector = vectors[index];
      if (vector !== undefined) fresh.set(hash, vector);
    });
    await writer.cacheVectors(fresh);
    for (const [hash, vector] of fresh) known.set(hash, vector);
  }
  return {
    vectors: hashes.map((hash) => known.get(hash) ?? new Float32Array(0)),
    embedded: missing.size,
  };
}
