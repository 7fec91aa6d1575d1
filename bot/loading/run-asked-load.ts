/** Does a load that somebody asked for, or follows the one that is at work already, to its end. */

import { AppError } from "../../corpus/errors.ts";
import type { LoadProgress } from "../../retrieval/load-report.ts";
import type { App } from "../app.ts";
import { LoadProcessError } from "../errors.ts";
import type { Leases } from "../operations/leases.ts";
import type { StoredLoad, WantedLoad } from "../operations/loads.ts";
import { corpusLease } from "./corpus-lease.ts";
import { faultOf } from "./load-fault.ts";
import type { LoadOutcome } from "./load-outcome.ts";

export interface AskedLoadRun {
  readonly app: Pick<App, "load" | "generations">;
  readonly leases: Pick<Leases, "current">;
  readonly load: WantedLoad & Pick<StoredLoad, "generationBefore">;
  /** Cancels it. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
  /** Told where another process loads, and since when: no more is known of it. */
  readonly onElsewhere: (since: Date) => void;
  /** Resolves when the other process may be looked at again, or the signal is given. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
  /** Told of what the outcome holds by its code alone. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Where another process loads, nothing is loaded beside it: when it is done, what it has published is
 * the outcome; where it has published nothing, the load is done after all.
 */
export async function runAskedLoad(run: AskedLoadRun): Promise<LoadOutcome> {
  const { app, load, signal } = run;
  let kept: { readonly done: number; readonly total: number } | null = null;
  const onProgress = (progress: LoadProgress): void => {
    const { stage, done, total } = progress;
    if (stage === "embed") kept = { done, total };
    run.onProgress(progress);
  };
  for (;;) {
    try {
      const { path, readAll, force } = load;
      const request = { readAll, force, signal, onProgress };
      const report = await app.load(path === undefined ? request : { ...request, path });
      return { kind: "report", report };
    } catch (error) {
      if (!(error instanceof AppError && error.code === "E_LOAD_RUNNING")) {
        run.onFailure(error);
        return { kind: "fault", fault: faultOf(error), kept };
      }
    }
    await waitForOther(run);
    if (signal.aborted) return { kind: "fault", fault: faultOf(cancelled()), kept };
    const [newest] = await app.generations();
    const isNew = newest !== undefined && newest.number > load.generationBefore;
    if (isNew && newest.rolledBackTo === undefined) {
      return { kind: "elsewhere", generation: newest };
    }
  }
}

async function waitForOther({ leases, signal, onElsewhere, pause }: AskedLoadRun): Promise<void> {
  do {
    const standing = await leases.current(corpusLease);
    if (standing === undefined) return;
    onElsewhere(standing.since);
    await pause(signal);
  } while (!signal.aborted);
}

function cancelled(): LoadProcessError {
  return new LoadProcessError(
    "E_LOAD_CANCELLED",
    "Expected to load after another process, found a request to stop. Nothing was begun.",
    { retryable: true },
  );
}
