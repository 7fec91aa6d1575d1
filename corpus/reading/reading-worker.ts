/** Runs in a thread of its own: reads each file it is sent and answers once for each. */

import { parentPort, workerData } from "node:worker_threads";
import { CorpusError } from "../errors.ts";
import type { CorpusLimits } from "../limits.ts";
import { type NamedFile, type ReadFile, readFile } from "./document-reader.ts";

/** What the thread is started with. */
export interface WorkerStart {
  /** Address of this module. */
  readonly module: string;
  readonly limits: CorpusLimits;
}

/** One file to read. */
export interface WorkerRequest {
  readonly bytes: Uint8Array;
  readonly file: NamedFile;
}

/** Errors lose their class between threads, so that code and message travel by themselves. */
export type WorkerReply =
  | { readonly read: ReadFile }
  | { readonly fault: { readonly code: CorpusError["code"]; readonly message: string } };

/** `ready` comes once, before any reply. */
export type WorkerMessage = WorkerReply | { readonly ready: true };

const { limits }: WorkerStart = workerData;
/** One file after the other, though a parser may wait for something. */
let last: Promise<void> = Promise.resolve();

parentPort?.on("message", ({ bytes, file }: WorkerRequest) => {
  last = last.then(async () => send(await reply(bytes, file)));
});
send({ ready: true });

function send(message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(message);
}

async function reply(bytes: Uint8Array, file: NamedFile): Promise<WorkerReply> {
  try {
    return { read: await readFile(bytes, file, limits) };
  } catch (error) {
    // Anything else is a slip of ours, and ends the thread.
    if (!(error instanceof CorpusError)) throw error;
    return { fault: { code: error.code, message: error.message } };
  }
}
