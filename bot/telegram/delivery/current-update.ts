/**
 * Which update is being handled, wherever its handling has got to, so that each message it leads to
 * has a name of its own: handled again after a crash, the update leads to the same names.
 */

import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

interface CurrentUpdate {
  readonly updateId: number;
  readonly receivedAt: Date;
  /** Messages written down so far. */
  messages: number;
}

const current = new AsyncLocalStorage<CurrentUpdate>();

/** The work's result; messages written meanwhile belong to the update. */
export function duringUpdate<Result>(
  update: Pick<CurrentUpdate, "updateId" | "receivedAt">,
  work: () => Promise<Result>,
): Promise<Result> {
  return current.run({ ...update, messages: 0 }, work);
}

/** Name of the next message, and when the update came that it belongs to. Outside of any: a new one. */
export function nameNextMessage(): { readonly key: string; readonly askedAt?: Date } {
  const update = current.getStore();
  if (update === undefined) return { key: randomUUID() };
  const key = messageKey(update.updateId, update.messages);
  update.messages += 1;
  return { key, askedAt: update.receivedAt };
}

/** @param n counts the update's messages from 0 */
export function messageKey(updateId: number, n: number): string {
  return `${updateId}/${n}`;
}
