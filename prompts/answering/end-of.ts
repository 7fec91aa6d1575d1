/** When the work for a question ends before it is done: it is cancelled, or stopped by who asked. */

import type { AnswerRequest } from "./answerer.ts";

export function endOf({
  signal,
  stop,
}: Pick<AnswerRequest, "signal" | "stop">): AbortSignal | undefined {
  if (signal === undefined || stop === undefined) return signal ?? stop;
  return AbortSignal.any([signal, stop]);
}
