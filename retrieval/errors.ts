/** What can go wrong between a corpus on disk and the evidence for a question. */

import { AppError, type AppErrorOptions } from "../corpus/errors.ts";

export type RetrievalErrorCode =
  | "E_NO_CORPUS"
  | "E_STATE_BROKEN"
  | "E_STORE_UNREACHABLE"
  | "E_GENERATION_UNKNOWN"
  | "E_EMBEDDER_MISMATCH"
  | "E_EMBEDDING_DIMENSION"
  | "E_EMBEDDING_FAILED"
  | "E_LEG_UNHEALTHY"
  | "E_CORPUS_SHRANK"
  | "E_LOAD_RUNNING"
  | "E_LOAD_CANCELLED"
  | "E_ALREADY_PUBLISHED";

/** The store, an index, an embedder or a load is at fault. */
export class RetrievalError extends AppError {
  override readonly code: RetrievalErrorCode;

  constructor(code: RetrievalErrorCode, message: string, options?: AppErrorOptions) {
    super(code, message, options);
    this.code = code;
  }
}
