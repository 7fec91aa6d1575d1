/** Loads in a process beside the caller's, so that its memory and its event loop stay free. */

import { type ChildProcess, fork } from "node:child_process";
import type { LoadReport } from "../../retrieval/load-report.ts";
import type { LoadRequest } from "../app.ts";
import type { Environment } from "../config.ts";
import { LoadProcessError } from "../errors.ts";
import { errorOf } from "./load-fault.ts";
import { type FromLoad, fromLoadSchema, type ToLoad } from "./load-messages.ts";

const start = new URL("start-load.mjs", import.meta.url);

export interface LoadInOwnProcess extends LoadRequest {
  /** The settings under which it loads: they travel through a pipe, and stand on no command line. */
  readonly given: Environment;
  /** Told the number of the process, for those who watch processes. */
  readonly onStart?: (pid: number) => void;
}

/**
 * The report, when the process has ended. It ends by itself where this one is gone.
 *
 * @throws {PathMissingError}
 * @throws {LoadProcessError} with code and message of what failed there; `E_LOAD_KILLED` where the
 *   process was ended from outside, or did not start
 */
export function loadInOwnProcess(options: LoadInOwnProcess): Promise<LoadReport> {
  const { given, signal, onProgress, onStart, ...request } = options;
  const child = fork(start, [], {
    // Those of this process are not for that one.
    execArgv: [],
    // Keeps dates.
    serialization: "advanced",
    // What libraries print must not stand between our lines.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const cancel = (): void => say(child, { kind: "cancel" });
  let outcome: Exclude<FromLoad, { kind: "progress" }> | undefined;

  return new Promise<LoadReport>((resolve, reject) => {
    child.on("spawn", () => {
      if (child.pid !== undefined) onStart?.(child.pid);
      say(child, { kind: "load", given, request });
      if (signal?.aborted === true) cancel();
      else signal?.addEventListener("abort", cancel);
    });
    child.on("message", (message) => {
      const told = fromLoadSchema.parse(message);
      if (told.kind === "progress") onProgress?.(told.progress);
      else outcome = told;
    });
    child.on("error", (error) => reject(killed("that it could not be started", error)));
    child.on("exit", (code, by) => {
      if (outcome?.kind === "report") resolve(outcome.report);
      else if (outcome !== undefined) reject(errorOf(outcome.fault));
      else reject(killed(by ?? `that it ended by itself with code ${code}`));
    });
  }).finally(() => signal?.removeEventListener("abort", cancel));
}

/** What cannot be said to a process that is ending needs no saying: its end is heard. */
function say(child: ChildProcess, message: ToLoad): void {
  child.send(message, () => undefined);
}

function killed(found: string, cause?: unknown): LoadProcessError {
  return new LoadProcessError(
    "E_LOAD_KILLED",
    `Expected the process of the load to finish, found ${found}. The old corpus stays served; what ` +
      "was done is kept, and the next load goes on from there.",
    { cause, retryable: true },
  );
}
