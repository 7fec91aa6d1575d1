/** Lets a worker thread run TypeScript: `--import tsx` does so in a process's main thread only. */

import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.module);
