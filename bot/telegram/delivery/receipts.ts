/** Hands the receipt of a message to whoever waits for it. */

import type { Outbox } from "../../operations/outbox.ts";
import type { SentMessage } from "./attempt-message.ts";

export interface Receipts {
  /**
   * The message as it stands in the chat, once it does.
   *
   * @throws what was said where it was declined; the signal's reason where that was given first
   */
  waitFor(id: number, signal: AbortSignal): Promise<SentMessage>;
  give(id: number, message: SentMessage): void;
  refuse(id: number, error: unknown): void;
  /** Looks what became of messages that another worker sends, or that were settled long ago. */
  lookUp(): Promise<void>;
}

interface Waiting {
  readonly give: (message: SentMessage) => void;
  readonly refuse: (error: unknown) => void;
}

export function createReceipts(outbox: Pick<Outbox, "outcome">): Receipts {
  const waiting = new Map<number, Set<Waiting>>();

  const give = (id: number, message: SentMessage): void => {
    for (const waiter of waiting.get(id) ?? []) waiter.give(message);
  };
  const refuse = (id: number, error: unknown): void => {
    for (const waiter of waiting.get(id) ?? []) waiter.refuse(error);
  };

  return {
    waitFor: async (id, signal) => {
      signal.throwIfAborted();
      const waiters = waiting.get(id) ?? new Set();
      waiting.set(id, waiters);
      const over = new AbortController();
      const { promise, waiter } = newWaiting();
      waiters.add(waiter);
      signal.addEventListener("abort", () => waiter.refuse(signal.reason), {
        signal: over.signal,
      });
      try {
        return await promise;
      } finally {
        over.abort();
        waiters.delete(waiter);
        if (waiters.size === 0) waiting.delete(id);
      }
    },
    give,
    refuse,
    lookUp: async () => {
      for (const id of waiting.keys()) {
        const outcome = await outbox.outcome(id);
        if (outcome.kind === "sent") give(id, { message_id: outcome.messageId });
        if (outcome.kind === "failed") refuse(id, new Error(`It was declined: ${outcome.why}`));
      }
    },
  };
}

function newWaiting(): { readonly promise: Promise<SentMessage>; readonly waiter: Waiting } {
  let waiter: Waiting | undefined;
  const promise = new Promise<SentMessage>((give, refuse) => {
    waiter = { give, refuse };
  });
  if (waiter === undefined) throw new TypeError("A promise calls its executor at once.");
  return { promise, waiter };
}
