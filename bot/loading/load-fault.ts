/** An error of a load as it travels between processes, or is kept: its class is lost, its code is not. */

import { z } from "zod";
import { AppError, PathMissingError } from "../../corpus/errors.ts";
import { LoadProcessError } from "../errors.ts";

export const loadFaultSchema = z.object({
  /** Null for a slip of ours. */
  code: z.string().nullable(),
  message: z.string(),
  retryable: z.boolean(),
  /** Of `E_PATH_MISSING`: what was named, and what may be meant. */
  missing: z.object({ path: z.string(), nearby: z.array(z.string()) }).nullable(),
});
export type LoadFault = Readonly<z.infer<typeof loadFaultSchema>>;

export function faultOf(error: unknown): LoadFault {
  const isOurs = error instanceof AppError;
  return {
    code: isOurs ? error.code : null,
    message: error instanceof Error ? error.message : String(error),
    retryable: isOurs && error.retryable,
    missing:
      error instanceof PathMissingError ? { path: error.path, nearby: [...error.nearby] } : null,
  };
}

/** An error with the same code and message. */
export function errorOf({ code, message, retryable, missing }: LoadFault): Error {
  if (missing !== null) return new PathMissingError(missing.path, missing.nearby);
  return code === null ? new Error(message) : new LoadProcessError(code, message, { retryable });
}
