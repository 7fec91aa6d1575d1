/**
 * Reads files in a thread beside the caller's: a file that takes too long, runs in circles or eats
 * up its memory is stopped alone, and the caller's event loop goes on all the while.
 */

import { Worker } from "node:worker_threads";
import { CorpusError } from "../errors.ts";
import { type CorpusLimits, defaultLimits } from "../limits.ts";
import { formatBytes } from "../sources/too-large.ts";
import { brokeItsParser } from "./broke-its-parser.ts";
import type { DocumentReader, ReadFile } from "./document-reader.ts";
import type { WorkerReply, WorkerRequest, WorkerStart } from "./reading-worker.ts";

const start = new URL("start-worker.mjs", import.meta.url);
const module = new URL("reading-worker.ts", import.meta.url).href;
const bytesPerMegabyte = 1024 * 1024;
const millisecondsPerSecond = 1000;
/** Node fires timers of more at once. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * A reader with one thread, which starts at the first file (about 0.3 s) and takes one file after
 * the other. After a file that had to be stopped, a new thread takes its place.
 */
export function createWorkerReader(limits: CorpusLimits = defaultLimits): DocumentReader {
  const closing = new AbortController();
  let thread: Thread | undefined;
  /** Ends when the thread is free; never rejects. */
  let free: Promise<unknown> = Promise.resolve();

  async function stop(): Promise<void> {
    const stopped = thread;
    thread = undefined;
    await stopped?.worker.terminate();
  }

  async function readNext(
    request: WorkerRequest,
    signals: readonly AbortSignal[],
  ): Promise<ReadFile> {
    for (const signal of signals) signal.throwIfAborted();
    thread ??= startThread(limits, () => (thread = undefined));
    const outcome = await ask(thread, request, { limits, signals });
    if ("read" in outcome) return outcome.read;
    if ("fault" in outcome) throw new CorpusError(outcome.fault.code, outcome.fault.message);
    await stop();
    throw outcome.stopped;
  }

  return {
    read(bytes, file, signal) {
      const signals = signal === undefined ? [closing.signal] : [closing.signal, signal];
      const reading = free.then(() => readNext({ bytes, file }, signals));
      free = reading.catch(() => undefined);
      return reading;
    },
    async close() {
      closing.abort();
      await free;
      await stop();
    },
  };
}

interface Thread {
  readonly worker: Worker;
  /** Its modules are loaded: from here on its time is a file's. */
  readonly ready: Promise<void>;
}

function startThread(limits: CorpusLimits, onExit: () => void): Thread {
  const workerData: WorkerStart = { module, limits };
  const worker = new Worker(start, {
    workerData,
    // Those of the process are for its main thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.maxMemoryBytes / bytesPerMegabyte },
    // What libraries print must not stand between our lines.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  worker.on("exit", onExit);
  // Told to whoever waits for a file; without a listener it would end the process.
  worker.on("error", () => undefined);
  const ready = new Promise<void>((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
  });
  ready.catch(() => undefined);
  return { worker, ready };
}

type Outcome = WorkerReply | { readonly stopped: unknown };

/** Rejects never; `stopped` holds the error to throw, and the thread is then of no more use. */
async function ask(
  { worker, ready }: Thread,
  { bytes, file }: WorkerRequest,
  { limits, signals }: { limits: CorpusLimits; signals: readonly AbortSignal[] },
): Promise<Outcome> {
  try {
    await ready;
  } catch (error) {
    return { stopped: isOutOfMemory(error) ? crashed(file.path, limits, error) : error };
  }
  return new Promise((resolve) => {
    function finish(outcome: Outcome): void {
      clearTimeout(timer);
      worker.off("message", finish).off("error", onError).off("exit", onExit);
      for (const signal of signals) signal.removeEventListener("abort", onAbort);
      resolve(outcome);
    }
    const timer = setTimeout(
      () => finish({ stopped: tooSlow(file.path, limits) }),
      Math.min(limits.maxMillisecondsPerFile, longestTimerMs),
    );
    const onError = (error: unknown) => finish({ stopped: crashed(file.path, limits, error) });
    const onExit = () => onError(new Error("the thread ended"));
    const onAbort = () => finish({ stopped: signals.find(({ aborted }) => aborted)?.reason });
    worker.on("message", finish).on("error", onError).on("exit", onExit);
    for (const signal of signals) signal.addEventListener("abort", onAbort);
    if (signals.some(({ aborted }) => aborted)) onAbort();
    else worker.postMessage({ bytes, file }, movable(bytes));
  });
}

/** Moved, not copied, where nothing else stands in the same memory. */
function movable({ buffer, length }: Uint8Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === length ? [buffer] : [];
}

function tooSlow(path: string, { maxMillisecondsPerFile }: CorpusLimits): CorpusError {
  const seconds = maxMillisecondsPerFile / millisecondsPerSecond;
  return new CorpusError(
    "E_FILE_TIMEOUT",
    `Expected to read ${path} within ${seconds} seconds (the limit maxMillisecondsPerFile), found ` +
      "it unfinished. Split the file, raise the limit or leave it out.",
  );
}

function crashed(path: string, { maxMemoryBytes }: CorpusLimits, error: unknown): CorpusError {
  if (!isOutOfMemory(error)) return brokeItsParser(path, error);
  return new CorpusError(
    "E_FILE_TOO_LARGE",
    `Expected to read ${path} with ${formatBytes(maxMemoryBytes)} of memory (the limit ` +
      "maxMemoryBytes), found that it needs more. Split the file, raise the limit or leave it out.",
    { cause: error },
  );
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
