/** Guesses how long a load will still take, from what it has done so far. */

/** A guess from less work or time would jump about. */
const firstGuessAfterMs = 3000;
const firstGuessShare = 0.01;
const millisecondsPerSecond = 1000;
const secondsPerMinute = 60;
const minutesPerHour = 60;
const secondsStep = 5;

export interface TimeEstimate {
  /** Milliseconds left at the average speed so far; undefined where it is too early to tell. */
  (work: { readonly done: number; readonly total: number }): number | undefined;
}

/** @param now in milliseconds, of any origin; the work begins with this call */
export function estimateTimeLeft(now: () => number): TimeEstimate {
  const startedAt = now();
  return ({ done, total }) => {
    const elapsedMs = now() - startedAt;
    if (elapsedMs < firstGuessAfterMs || done < total * firstGuessShare) return undefined;
    return (elapsedMs * (total - done)) / done;
  };
}

/** Rounded up as far as such a guess can be trusted: `about 25 s`, `about 3 min`, `about 2 h 5 min`. */
export function roughDuration(milliseconds: number): string {
  const seconds = milliseconds / millisecondsPerSecond;
  if (seconds <= secondsPerMinute - secondsStep) {
    return `about ${Math.max(1, Math.ceil(seconds / secondsStep)) * secondsStep} s`;
  }
  const minutes = Math.ceil(seconds / secondsPerMinute);
  if (minutes < minutesPerHour) return `about ${minutes} min`;
  return `about ${Math.floor(minutes / minutesPerHour)} h ${minutes % minutesPerHour} min`;
}
