/**
 * Reads files in a thread beside the caller's: a file that takes too long, runs in circles or eats
 * up its memory is stopped alone, and the caller's event loop goes on all the while.
 */

import { CorpusError } from "../errors.ts";
import { type CorpusLimits, defaultLimits } from "../limits.ts";
import { crashed, isOutOfMemory, tooSlow } from "./reading-failures.ts";
import type { DocumentReader, ReadFile } from "./document-reader.ts";
import { parkThread, takeParkedThread } from "./parked-threads.ts";
import { type ReadingThread, startReadingThread } from "./reading-thread.ts";
import type { WorkerReply, WorkerRequest } from "./reading-worker.ts";

/** The thread has files in hand, since the caller may take longer to answer it than it to read. */
const maxFilesSent = 32;
const maxBytesSent = 1024 * 1024;
/** Node fires timers of more at once. */
const longestTimerMs = 2 ** 31 - 1;

interface Job {
  readonly request: WorkerRequest;
  readonly size: number;
  readonly resolve: (read: ReadFile) => void;
  readonly reject: (error: unknown) => void;
  /** Resolved or rejected; it must not be sent any more. */
  isOver: boolean;
}

/**
 * A reader with one thread, which starts at the first file (about 0.3 s) and takes one file after
 * the other. After a file that had to be stopped, a new thread takes its place. A thread with nothing in
 * hand is left to the next reader that opens soon.
 */
export function createWorkerReader(limits: CorpusLimits = defaultLimits): DocumentReader {
  const waiting: Job[] = [];
  /** What the thread has, the file it reads first. */
  const sent: Job[] = [];
  let isClosed = false;
  let thread: ReadingThread | undefined;
  let isReady = false;
  let timer: NodeJS.Timeout | undefined;
  /** Ends when the last thread that was stopped is gone. */
  let stopping: Promise<void> | undefined;

  function sendMore(): void {
    if (stopping !== undefined) return;
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (!hasRoomFor(next)) break;
      waiting.shift();
      if (next.isOver) continue;
      thread ??= openThread();
      sent.push(next);
      // A large file goes alone and need not be kept, since it is never sent again.
      thread.send(next.request, next.size > maxBytesSent);
    }
    watchFirst();
  }

  function openThread(): ReadingThread {
    const events = { onReady, onReply, onFailure };
    const parked = takeParkedThread(limits, events);
    isReady = parked !== undefined;
    return parked ?? startReadingThread(limits, events);
  }

  function hasRoomFor({ size }: Job): boolean {
    const bytesSent = sent.reduce((sum, job) => sum + job.size, 0);
    return sent.length === 0 || (sent.length < maxFilesSent && bytesSent + size <= maxBytesSent);
  }

  /** The clock of a file runs from when the thread has nothing else before it. */
  function watchFirst(): void {
    const first = sent[0];
    if (timer !== undefined || first === undefined || !isReady) return;
    const { path } = first.request.file;
    const limitMs = Math.min(limits.maxMillisecondsPerFile, longestTimerMs);
    timer = setTimeout(() => stopFirst(tooSlow(path, limits)), limitMs);
  }

  function onReady(): void {
    isReady = true;
    watchFirst();
  }

  function onReply(reply: WorkerReply): void {
    stopWatching();
    const job = sent.shift();
    if ("read" in reply) job?.resolve(reply.read);
    else job?.reject(new CorpusError(reply.fault.code, reply.fault.message));
    sendMore();
  }

  function onFailure(error: Error): void {
    if (isReady || isOutOfMemory(error)) {
      stopFirst(crashed(sent[0]?.request.file.path ?? "", limits, error));
      return;
    }
    // A thread that cannot even start is no fault of any file.
    for (const job of [...sent.splice(0), ...waiting.splice(0)]) job.reject(error);
    replaceThread();
  }

  function stopFirst(reason: unknown): void {
    sent.shift()?.reject(reason);
    waiting.unshift(...sent.splice(0));
    replaceThread();
  }

  function replaceThread(): void {
    stopWatching();
    const stopped = thread;
    thread = undefined;
    isReady = false;
    if (stopped !== undefined) stopping = end(stopped);
  }

  async function end(stopped: ReadingThread): Promise<void> {
    await stopped.stop();
    stopping = undefined;
    sendMore();
  }

  function stopWatching(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  return {
    read(bytes, file, signal) {
      return new Promise((resolve, reject) => {
        const job: Job = {
          request: { bytes, file },
          size: bytes.length,
          isOver: false,
          resolve(read) {
            finish();
            resolve(read);
          },
          reject(error) {
            finish();
            reject(error);
          },
        };
        function finish(): void {
          job.isOver = true;
          signal?.removeEventListener("abort", onAbort);
        }
        function onAbort(): void {
          job.reject(signal?.reason);
          if (sent[0] === job) stopFirst(signal?.reason);
        }
        signal?.addEventListener("abort", onAbort);
        if (signal?.aborted === true) onAbort();
        if (isClosed) job.reject(wasClosed());
        waiting.push(job);
        sendMore();
      });
    },
    async close() {
      isClosed = true;
      if (thread !== undefined && isReady && sent.length === 0) {
        parkThread(thread, limits);
        thread = undefined;
      }
      for (const job of [...sent.splice(0), ...waiting.splice(0)]) job.reject(wasClosed());
      replaceThread();
      await stopping;
    },
  };
}

function wasClosed(): Error {
  return new DOMException("The reader was closed before the file was read.", "AbortError");
}
