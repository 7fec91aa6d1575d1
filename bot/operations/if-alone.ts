/** Does a piece of work unless somebody else is at it. */

import { thisProcess } from "./this-process.ts";
import type { Leases } from "./leases.ts";
import { withLease } from "./with-lease.ts";

export interface WorkAlone {
  /** Of the lease. */
  readonly name: string;
  readonly signal: AbortSignal;
  /** Its signal also fires where the lease is lost. */
  readonly work: (signal: AbortSignal) => Promise<void>;
}

/** Told to nobody. */
class TakenError extends Error {}

/** False where somebody else is at it, and nothing was done. @throws what the work throws */
export async function ifAlone(leases: Leases, { name, signal, work }: WorkAlone): Promise<boolean> {
  try {
    await withLease(leases, {
      name,
      holder: `process ${thisProcess.pid} on ${thisProcess.host}`,
      signal,
      refused: () => new TakenError(`Expected "${name}" to be free, found it taken.`),
      work,
    });
    return true;
  } catch (error) {
    if (error instanceof TakenError) return false;
    throw error;
  }
}
