/** Keeps the newest generation at hand, so that a question never waits for it to be opened. */

import type { CorpusSnapshot, CorpusStore } from "./corpus-store.ts";

export interface LiveSnapshot {
  /**
   * Runs `work` on the newest published generation, which stays open and the same until `work`
   * ends, however often others publish meanwhile.
   *
   * @throws {RetrievalError} `E_NO_CORPUS`, `E_STATE_BROKEN`
   */
  use<Result>(work: (snapshot: CorpusSnapshot) => Promise<Result>): Promise<Result>;
  /** Refuses new work; resolves when what runs has ended and the last handle is free. */
  close(): Promise<void>;
}

export interface LiveSnapshotOptions {
  /** Told when a newer generation cannot be opened; the one at hand keeps answering. */
  readonly onWarning?: (cause: unknown) => void;
}

interface OpenSnapshot {
  readonly snapshot: CorpusSnapshot;
  users: number;
  retired: boolean;
}

/** Opens nothing before the first use, so that a bot may start before the first load. */
export function openLiveSnapshot(
  store: CorpusStore,
  options: LiveSnapshotOptions = {},
): LiveSnapshot {
  const open = new Set<OpenSnapshot>();
  let current: OpenSnapshot | undefined;
  let opening: Promise<void> | undefined;
  let isClosed = false;
  let closing: Promise<void> | undefined;
  let whenAllClosed: (() => void) | undefined;

  function closeIfUnused(one: OpenSnapshot): void {
    if (!one.retired || one.users > 0 || !open.delete(one)) return;
    one.snapshot.close();
    if (open.size === 0) whenAllClosed?.();
  }

  function retire(one: OpenSnapshot | undefined): void {
    if (one === undefined) return;
    one.retired = true;
    closeIfUnused(one);
  }

  async function openNewest(): Promise<void> {
    const snapshot = await store.snapshot();
    try {
      await warmUp(snapshot);
    } catch (error) {
      snapshot.close();
      throw error;
    }
    const opened: OpenSnapshot = { snapshot, users: 0, retired: false };
    open.add(opened);
    retire(current);
    current = opened;
  }

  /** One opening at a time, shared by all who wait for it. */
  function swap(): Promise<void> {
    opening ??= openNewest().finally(() => {
      opening = undefined;
    });
    return opening;
  }

  /** Brings `current` up to the newest generation, or leaves an older one that works. */
  async function refresh(): Promise<void> {
    if (current === undefined) {
      await swap();
      return;
    }
    try {
      const number = await store.newestGeneration();
      if (isClosed) return;
      if (number > current.snapshot.generation.number) await swap();
    } catch (error) {
      options.onWarning?.(error);
    }
  }

  async function closeAll(): Promise<void> {
    // Its failure is told to those who wait for it.
    await opening?.catch(() => {});
    const allClosed = new Promise<void>((resolve) => {
      whenAllClosed = resolve;
    });
    const isIdle = open.size === 0;
    retire(current);
    current = undefined;
    if (!isIdle) await allClosed;
  }

  return {
    async use(work) {
      if (!isClosed) await refresh();
      const used = current;
      if (isClosed || used === undefined) throw new TypeError("The live snapshot is closed.");
      used.users += 1;
      try {
        return await work(used.snapshot);
      } finally {
        used.users -= 1;
        closeIfUnused(used);
      }
    },

    close() {
      isClosed = true;
      closing ??= closeAll();
      return closing;
    },
  };
}

const commonToken = "的";

/** The first query of each leg reads its index from disk. */
async function warmUp(snapshot: CorpusSnapshot): Promise<void> {
  const direction = new Float32Array(snapshot.generation.dimension);
  direction[0] = 1;
  await Promise.all([
    snapshot.searchFullText([commonToken], { limit: 1 }),
    snapshot.searchVectors(direction, { limit: 1 }),
    snapshot.documentFrequencies([commonToken]),
  ]);
}
