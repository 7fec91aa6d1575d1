/** Lets a worker live for as long as its work takes, and frees what it leaves undone. */

import type { Workers } from "./workers.ts";

export interface WorkerLife {
  readonly id: string;
  /** How long others wait for it after its last sign of life. */
  readonly durationMs: number;
  /** Told where a sign of life could not be given; others may take its work over then. */
  readonly onFailure: (error: unknown) => void;
}

const beatsPerDuration = 3;

/** The work's result. */
export async function withWorker<Result>(
  workers: Workers,
  { id, durationMs, onFailure }: WorkerLife,
  work: () => Promise<Result>,
): Promise<Result> {
  const beat = async (): Promise<void> => {
    await workers.beat(id, durationMs);
    await workers.removeDead();
  };
  await beat();
  const beating = setInterval(() => void beat().catch(onFailure), durationMs / beatsPerDuration);
  try {
    return await work();
  } finally {
    clearInterval(beating);
    await workers.leave(id);
  }
}
