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

/** What makes a message the same message, however often it is written down. */
export interface MessageName {
  readonly key: string;
  readonly askedAt?: Date;
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
export function nameNextMessage(): MessageName {
  const update = current.getStore();
  if (update === undefined) return { key: randomUUID() };
  const key = messageKey(update.updateId, update.messages);
  update.messages += 1;
  return { key, askedAt: update.receivedAt };
}

/**
 * Name of a message that has a role of its own beside the update's other messages, and is found under
 * it when the update is handled again. Outside of any update: a new one.
 */
export function nameMessage(role: string): MessageName {
  const update = current.getStore();
  if (update === undefined) return { key: randomUUID() };
  return { key: `${update.updateId}/${role}`, askedAt: update.receivedAt };
}

/** @param n counts the update's messages from 0 */
export function messageKey(updateId: number, n: number): string {
  return `${updateId}/${n}`;
}
