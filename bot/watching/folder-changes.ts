/** Waits for changes in a folder, and tells of them when they are over. */

import { stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { watch } from "chokidar";
import { createQuietWait } from "./quiet-wait.ts";

export interface FolderChangesOptions {
  /** Absolute. */
  readonly folder: string;
  /** So long nothing may have changed: files are copied one by one, and large ones in pieces. */
  readonly quietMs: number;
  /** So long after the first change nothing is waited for any more. */
  readonly longestMs: number;
  /** Told where a part of the folder cannot be watched. */
  readonly onFailure: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/**
 * Yields once when the folder is watched, or missing; then once for each burst of changes of the files
 * in it, however deep. What changes while the caller works is told afterwards. A folder that is missing,
 * or goes, is waited for. Ends with the signal.
 */
export async function* folderChanges(options: FolderChangesOptions): AsyncGenerator<void> {
  const { signal } = options;
  const wait = createQuietWait(options);
  let onLook = (): void => {};
  const looked = new Promise<void>((resolve) => (onLook = resolve));
  const watching = keepWatching(options, { onLook, onChange: wait.onChange });
  await Promise.race([looked, watching]);
  if (!signal.aborted) yield;
  while (await wait.next()) yield;
  await watching;
}

interface Watching {
  /** Called once, when the folder is watched or found missing. */
  readonly onLook: () => void;
  readonly onChange: () => void;
}

/** Watches the folder for as long as it is the same one, and again when there is another. */
async function keepWatching(
  { folder, quietMs, onFailure, signal }: FolderChangesOptions,
  { onLook, onChange }: Watching,
): Promise<void> {
  let isFirst = true;
  while (!signal.aborted) {
    const found = await identify(folder);
    if (found !== undefined) {
      const watcher = watch(folder, { ignoreInitial: true });
      watcher.on("error", onFailure);
      watcher.on("ready", onLook);
      watcher.on("all", onChange);
      if (!isFirst) onChange();
      // The watcher does not tell that its root is gone, or that another folder stands in its place.
      while (!signal.aborted && (await identify(folder)) === found) {
        await pauseUntil(quietMs, signal);
      }
      await watcher.close();
      onChange();
    }
    onLook();
    isFirst = false;
    await pauseUntil(quietMs, signal);
  }
}

/** The same for the same folder; undefined where it is missing, or not to be seen by us. */
async function identify(path: string): Promise<string | undefined> {
  try {
    const { dev, ino, birthtimeMs } = await stat(path);
    // Some file systems give the number of a vanished folder to the next one.
    return `${dev}/${ino}/${birthtimeMs}`;
  } catch {
    return undefined;
  }
}

async function pauseUntil(ms: number, signal: AbortSignal): Promise<void> {
  // Cut short by the stop, which the callers look for.
  await pause(ms, undefined, { signal }).catch(() => undefined);
}
