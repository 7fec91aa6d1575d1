/** Starts a thread that reads files, and hears from it. */

import { Worker } from "node:worker_threads";
import type { CorpusLimits } from "../limits.ts";
import type { WorkerMessage, WorkerReply, WorkerRequest, WorkerStart } from "./reading-worker.ts";

const start = new URL("start-worker.mjs", import.meta.url);
const module = new URL("reading-worker.ts", import.meta.url).href;
const bytesPerMegabyte = 1024 * 1024;

export interface ThreadEvents {
  /** Its modules are loaded: from here on its time is a file's. */
  onReady(): void;
  /** One for each file, in the order they were sent. */
  onReply(reply: WorkerReply): void;
  /** The thread has ended by itself; nothing is heard of it any more. */
  onFailure(error: Error): void;
}

export interface ReadingThread {
  /** @param isGivenAway whether the bytes are moved to the thread instead of copied */
  send(request: WorkerRequest, isGivenAway: boolean): void;
  /** From here on these are told instead of those before. */
  tell(events: ThreadEvents): void;
  /** Whether the process stays for it. A new one holds it. */
  hold(isHeld: boolean): void;
  /** Nothing is heard of it any more, whatever it is doing. */
  stop(): Promise<void>;
}

export function startReadingThread(limits: CorpusLimits, first: ThreadEvents): ReadingThread {
  let events = first;
  const workerData: WorkerStart = { module, limits };
  const worker = new Worker(start, {
    workerData,
    // Those of the process are for its main thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.maxMemoryBytes / bytesPerMegabyte },
    // Where nobody reads them; see `start-worker.mjs`.
    stdout: true,
    stderr: true,
  });
  let isOver = false;
  function fail(error: Error): void {
    if (!isOver) events.onFailure(error);
    isOver = true;
  }
  worker.on("message", (message: WorkerMessage) => {
    if (isOver) return;
    if ("ready" in message) events.onReady();
    else events.onReply(message);
  });
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("the thread ended")));
  return {
    send(request, isGivenAway) {
      worker.postMessage(request, isGivenAway ? movable(request.bytes) : []);
    },
    tell(others) {
      events = others;
    },
    hold(isHeld) {
      if (isHeld) worker.ref();
      else worker.unref();
    },
    async stop() {
      isOver = true;
      await worker.terminate();
    },
  };
}

/** Only where nothing else stands in the same memory. */
function movable({ buffer, length }: Uint8Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === length ? [buffer] : [];
}
