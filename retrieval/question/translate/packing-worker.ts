/** Runs in a thread of its own: packs the dictionary and sends it once. */

import { parentPort } from "node:worker_threads";
import { packDictionary } from "./pack-dictionary.ts";
import { readCedict } from "./read-cedict.ts";

/** What the thread is started with. */
export interface PackingStart {
  /** Address of this module. */
  readonly module: string;
}

const packed = packDictionary(await readCedict());
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(packed);
