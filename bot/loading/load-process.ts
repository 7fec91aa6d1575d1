/** Runs in a process of its own: does the one load it is asked for, tells how it goes, and ends. */

import type { LoadProgress } from "../../retrieval/load-report.ts";
import { compose } from "../compose.ts";
import { parseConfig } from "../config.ts";
import { createLogger } from "../logger.ts";
import { faultOf } from "./load-fault.ts";
import { type FromLoad, type ToLoad, toLoadSchema } from "./load-messages.ts";

type Load = Extract<ToLoad, { kind: "load" }>;

/** A listing tells of thousands of files a second. */
const progressEveryMs = 100;

const cancelled = new AbortController();

process.on("message", (message) => {
  const asked = toLoadSchema.parse(message);
  if (asked.kind === "cancel") cancelled.abort();
  else void serve(asked);
});

async function serve(asked: Load): Promise<void> {
  await tell(await outcomeOf(asked));
  process.disconnect();
}

/** Never rejects. */
async function outcomeOf({ given, request }: Load): Promise<FromLoad> {
  try {
    const config = parseConfig(given);
    const logger = createLogger({ level: config.logLevel, secrets: config.secrets });
    const { app } = await compose(config, logger);
    try {
      const { signal } = cancelled;
      const report = await app.load({ ...request, signal, onProgress: createTeller() });
      return { kind: "report", report };
    } finally {
      await app.close();
    }
  } catch (error) {
    return { kind: "fault", fault: faultOf(error) };
  }
}

/** Tells of each new stage at once, and of its steps now and then. */
function createTeller(): (progress: LoadProgress) => void {
  let told: { readonly stage: string; readonly atMs: number } | undefined;
  return (progress) => {
    const { stage } = progress;
    const nowMs = performance.now();
    if (told?.stage === stage && nowMs - told.atMs < progressEveryMs) return;
    told = { stage, atMs: nowMs };
    void tell({ kind: "progress", progress });
  };
}

/** Resolves when it is on its way; also where nobody hears it any more, which ends the process. */
function tell(message: FromLoad): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve());
  });
}
