/** Reads files while earlier ones are still being embedded and written, within a bound of memory. */

import { setMaxListeners } from "node:events";

const maxFilesAhead = 1024;
const maxBytesAhead = 16 * 1024 * 1024;

interface SizedFile {
  /** In bytes. */
  readonly size: number;
}

/**
 * Yields what `read` gives, in the order of the files. Reading has begun for as many files ahead as
 * the bounds allow, for one at least.
 *
 * @param read its signal fires with `signal`, and when nobody takes what it reads any more
 */
export async function* readAhead<File extends SizedFile, Result>(
  files: Iterable<File>,
  read: (file: File, signal: AbortSignal) => Promise<Result>,
  signal?: AbortSignal,
): AsyncGenerator<Result, void> {
  const leaving = new AbortController();
  // Every file ahead may listen.
  setMaxListeners(maxFilesAhead, leaving.signal);
  const leave = (): void => leaving.abort(signal?.reason);
  signal?.addEventListener("abort", leave);
  const rest = files[Symbol.iterator]();
  const ahead: { readonly size: number; readonly reading: Promise<Result> }[] = [];
  let bytesAhead = 0;

  function begin(): boolean {
    const next = rest.next();
    if (next.done === true) return false;
    const { size } = next.value;
    const reading = read(next.value, leaving.signal);
    // Thrown when its turn comes, or not at all.
    reading.catch(() => undefined);
    ahead.push({ size, reading });
    bytesAhead += size;
    return true;
  }

  function hasRoom(): boolean {
    if (ahead.length === 0) return true;
    return ahead.length < maxFilesAhead && bytesAhead < maxBytesAhead;
  }

  try {
    for (;;) {
      while (hasRoom() && begin());
      const first = ahead.shift();
      if (first === undefined) return;
      bytesAhead -= first.size;
      yield await first.reading;
    }
  } finally {
    signal?.removeEventListener("abort", leave);
    leave();
    await Promise.allSettled(ahead.map(({ reading }) => reading));
  }
}
