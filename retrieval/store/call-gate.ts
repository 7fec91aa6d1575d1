/**
 * Frees handles only when nobody uses them: closing a LanceDB table under a running call other than
 * a query ends the whole process with a segmentation fault (measured with 0.37.1).
 */

export interface CallGate {
  /** Runs the call with the handles open. @throws {TypeError} when closed */
  run<Result>(call: () => Promise<Result>): Promise<Result>;
  /** Lets nobody in any more, and frees the handles when the last call has ended. */
  close(): void;
}

/** @param free called once */
export function createCallGate(free: () => void): CallGate {
  let running = 0;
  let isClosed = false;
  return {
    async run(call) {
      if (isClosed) throw new TypeError("This was closed and cannot be used any more.");
      running += 1;
      try {
        return await call();
      } finally {
        running -= 1;
        if (isClosed && running === 0) free();
      }
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      if (running === 0) free();
    },
  };
}
