/** Guesses how long a load will still take, from what it has done so far. */

/** A guess from less work or time would jump about. */
const firstGuessAfterMs = 5000;
const firstGuessShare = 0.03;

export interface TimeEstimate {
  /** Milliseconds left at the average speed so far; undefined where it is too early to tell. */
  (work: { readonly done: number; readonly total: number }): number | undefined;
}

/**
 * The clock starts with the first work done: what was loaded into memory before comes only once.
 *
 * @param now in milliseconds, of any origin
 */
export function estimateTimeLeft(now: () => number): TimeEstimate {
  let first: { readonly atMs: number; readonly done: number } | undefined;
  return ({ done, total }) => {
    if (done === 0) return undefined;
    first ??= { atMs: now(), done };
    const elapsedMs = now() - first.atMs;
    const sinceFirst = done - first.done;
    if (elapsedMs < firstGuessAfterMs || sinceFirst < total * firstGuessShare) return undefined;
    return (elapsedMs * (total - done)) / sinceFirst;
  };
}
