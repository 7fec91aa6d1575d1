/** Lets a worker thread run TypeScript: `--import tsx` does so in a process's main thread only. */

import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// What libraries print must not stand between our lines. Were it read, it would hold the process.
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (_text, encoding, callback) => {
    (typeof encoding === "function" ? encoding : callback)?.();
    return true;
  };
}

register();
await import(workerData.module);
