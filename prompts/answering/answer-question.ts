/** Chooses who answers: the extractive answerer, and a language model once one is configured. */

import type { Embedder } from "../../retrieval/embedder.ts";
import type { Answerer } from "./answerer.ts";
import { createExtractiveAnswerer } from "./extractive-answerer.ts";

export interface AnswererOptions {
  readonly embedder: Embedder;
}

export function createAnswerer({ embedder }: AnswererOptions): Answerer {
  return createExtractiveAnswerer(embedder);
}
