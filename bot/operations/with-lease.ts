/** Does one piece of work while holding a lease, and stops it when the lease is lost. */

import { OperationsError } from "../errors.ts";
import type { Lease, Leases } from "./leases.ts";

export interface LeasedWork<Result> {
  readonly name: string;
  /** Who works, for people. */
  readonly holder: string;
  readonly signal?: AbortSignal | undefined;
  /** The error to throw where somebody else holds the lease. */
  readonly refused: (standing: Lease) => Error;
  /** Its signal also fires where the lease is lost. */
  readonly work: (signal: AbortSignal) => Promise<Result>;
  /** How long the lease outlives a holder that died unseen. Default: a minute. */
  readonly durationMs?: number;
}

const defaultDurationMs = 60_000;
/** So many renewals may fail before the lease runs out, but for one. */
const renewalsPerDuration = 4;

/**
 * The work's result. The lease is renewed while the work runs and always given back.
 *
 * @throws what `refused` makes, and what the work throws
 */
export async function withLease<Result>(
  leases: Leases,
  { name, holder, signal, refused, work, durationMs = defaultDurationMs }: LeasedWork<Result>,
): Promise<Result> {
  const result = await leases.acquire({ name, holder, durationMs });
  if (result.kind === "refused") throw refused(result.lease);
  const lost = new AbortController();
  let lastRenewed = Date.now();
  const renew = async (): Promise<void> => {
    try {
      if (await leases.renew(result.lease, durationMs)) lastRenewed = Date.now();
      else lost.abort(lostLease(name));
    } catch {
      // One failed renewal is survivable; a lease that ran out is not.
      if (Date.now() - lastRenewed > durationMs) lost.abort(lostLease(name));
    }
  };
  const renewal = setInterval(() => void renew(), durationMs / renewalsPerDuration);
  try {
    return await work(signal === undefined ? lost.signal : AbortSignal.any([signal, lost.signal]));
  } finally {
    clearInterval(renewal);
    await leases.release(result.lease);
  }
}

function lostLease(name: string): OperationsError {
  return new OperationsError(
    "E_OPERATIONS_UNREACHABLE",
    `Expected to keep the lease "${name}" while working, found it taken or out of reach. Try again.`,
    { retryable: true },
  );
}
