/** Tells this process from others, and the living from the dead, as far as one can from here. */

import { randomUUID } from "node:crypto";
import { hostname } from "node:os";

export interface ProcessMark {
  readonly host: string;
  readonly pid: number;
  /** One run of a process: numbers come again, as in a restarted container. */
  readonly run: string;
}

export const thisProcess: ProcessMark = {
  host: hostname(),
  pid: process.pid,
  run: randomUUID(),
};

/** False only where the process is surely gone; of one on another host nothing is known. */
export function mayBeAlive({ host, pid, run }: ProcessMark): boolean {
  if (host !== thisProcess.host) return true;
  if (pid === thisProcess.pid) return run === thisProcess.run;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
