/** Port: turns text into vectors. One file per vendor implements it. */

/** Whether a text is something stored or something asked; some models embed the two differently. */
export type EmbeddingRole = "passage" | "question";

export interface EmbedOptions {
  readonly role: EmbeddingRole;
  readonly signal?: AbortSignal;
}

export interface Embedder {
  /** Names vendor, model and version, for example `hashed-1`; vectors of two names never mix. */
  readonly name: string;
  /** Length of every vector. */
  readonly dimension: number;
  /** λ of the fusion: what a cosine of 1 is worth beside the best full-text score of 1. */
  readonly fusionWeight: number;
  /**
   * Vectors of length {@link dimension}, unit length, in the order of `texts`. A text without any
   * known feature has the zero vector.
   *
   * @throws {RetrievalError} `E_EMBEDDING_FAILED`, `E_EMBEDDING_DIMENSION`
   */
  embed(texts: readonly string[], options: EmbedOptions): Promise<readonly Float32Array[]>;
}
