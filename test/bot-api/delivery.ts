/** How updates reach the bot: by long polling, which confirms them by offset, or by webhook. */

import type { Opts, Update } from "grammy/types";
import { ApiRefusal } from "./api-refusal.ts";
import type { Bell } from "./bell.ts";
import { createDisorder, type DisorderedDelivery } from "./disorder.ts";
import type { ServerClock } from "./fake-clock.ts";
import type { Violate } from "./methods/modelled-method.ts";
import { createUpdateQueue, type UpdateQueue } from "./update-queue.ts";
import { createWebhook, type Webhook } from "./webhook.ts";

type PollOptions = Opts<"getUpdates">;

export interface Delivery extends Pick<
  UpdateQueue,
  "made" | "enqueue" | "redeliver" | "allowedUpdates" | "allow"
> {
  readonly disorder: DisorderedDelivery;
  readonly webhook: Webhook;
  /**
   * Updates from the offset on, oldest first; waits up to `timeout` seconds for one.
   * @throws {ApiRefusal} 409 while a webhook is set, or when a later poll or a webhook takes over
   */
  poll(options: PollOptions, signal: AbortSignal): Promise<readonly Update[]>;
  /** Ends a poll that is being held. @param url empty to go back to polling */
  setWebhook(url: string, options?: Parameters<Webhook["set"]>[1]): void;
  /** True while the bot holds a poll that waits for an update. */
  isPolled(): boolean;
  /** Ends a poll that is being held. */
  endPoll(refusal: ApiRefusal): void;
  pendingCount(): number;
  forgetAll(): void;
  /** True when the bot has come back for more after the last update it was given, or has taken all. */
  isConfirmed(): boolean;
}

const maxBatch = 100;
const maxTimeoutSeconds = 50;
/** The server holds a client back that asks for the same again and again without a timeout. */
const shortPollSeconds = 3;
const hastyPollMs = 500;

export interface DeliveryOptions {
  readonly bell: Bell;
  readonly clock: ServerClock;
  readonly violate: Violate;
  readonly holdsShortPolls: boolean;
}

/** @param check called with each new update, to hold it against the schema */
export function createDelivery(
  { bell, clock, violate, holdsShortPolls }: DeliveryOptions,
  check: (update: Update) => void,
): Delivery {
  const disorder = createDisorder();
  const queue = createUpdateQueue(clock, disorder, check);
  const webhook = createWebhook({ bell, clock, violate }, queue, disorder);
  let isHandingOver = false;
  let last = { offset: Number.NaN, atMs: 0 };
  let waiting:
    | { readonly wake: () => void; readonly refuse: (refusal: ApiRefusal) => void }
    | undefined;
  queue.onNew(() => waiting?.wake());

  const takeBatch = (limit: number): readonly Update[] => {
    const repeated = queue.repeated().slice(0, limit);
    const batch = [...repeated, ...queue.pending().slice(0, limit - repeated.length)];
    queue.dropRepeated(repeated.length);
    isHandingOver = batch.length > 0;
    return disorder.shuffle(batch);
  };

  const waitForUpdate = (timeoutSeconds: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const end = (act: () => void): void => {
        callOff();
        signal.removeEventListener("abort", wake);
        if (waiting === own) waiting = undefined;
        act();
      };
      const wake = (): void => end(resolve);
      const own = { wake, refuse: (refusal: ApiRefusal) => end(() => reject(refusal)) };
      const callOff = clock.after(timeoutSeconds * 1000, wake);
      signal.addEventListener("abort", wake);
      waiting = own;
      bell.ring(queue);
    });

  const isEmpty = (): boolean => queue.pending().length + queue.repeated().length === 0;

  return {
    made: queue.made,
    enqueue: (kind, content) => queue.enqueue(kind, content),
    redeliver: (updateId) => queue.redeliver(updateId),
    allowedUpdates: () => queue.allowedUpdates(),
    allow: (kinds) => queue.allow(kinds),
    disorder,
    webhook,
    poll: async (options, signal) => {
      if (webhook.url() !== "") {
        throw new ApiRefusal(
          409,
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      waiting?.refuse(
        new ApiRefusal(
          409,
          "terminated by other getUpdates request; make sure that only one bot instance is running",
        ),
      );
      if (options.allowed_updates !== undefined) queue.allow(options.allowed_updates);
      const { offset = 0, timeout = 0, limit = maxBatch } = options;
      queue.confirmBefore(offset);
      isHandingOver = false;
      bell.ring(queue);
      const sinceMs = clock.nowMs() - last.atMs;
      const isSame = holdsShortPolls && offset === last.offset;
      const { timeoutSeconds, batchLimit } = restrain({ timeout, limit }, isSame ? sinceMs : never);
      last = { offset, atMs: clock.nowMs() };
      if (isEmpty() && timeoutSeconds > 0) await waitForUpdate(timeoutSeconds, signal);
      // Updates given to a client that has hung up would count as handed over.
      if (signal.aborted) return [];
      return takeBatch(batchLimit);
    },
    setWebhook: (url, options) => {
      isHandingOver = false;
      webhook.set(url, options);
      if (url !== "") waiting?.refuse(new ApiRefusal(409, "terminated by setWebhook request"));
    },
    isPolled: () => waiting !== undefined,
    endPoll: (refusal) => waiting?.refuse(refusal),
    pendingCount: () => queue.pending().length + queue.heldBackCount(),
    forgetAll: () => {
      queue.forgetAll();
      bell.ring(queue);
    },
    isConfirmed: () =>
      !isHandingOver && !webhook.isBusy() && isEmpty() && queue.heldBackCount() === 0,
  };
}

const never = Number.POSITIVE_INFINITY;

/**
 * What is left of a poll's wishes.
 * @param sinceSameMs since a poll asked for the same offset
 * @see tdlib/telegram-bot-api, `process_get_updates_query`
 */
function restrain(
  { timeout, limit }: { readonly timeout: number; readonly limit: number },
  sinceSameMs: number,
): { readonly timeoutSeconds: number; readonly batchLimit: number } {
  const isStretched = timeout < shortPollSeconds && sinceSameMs < shortPollSeconds * 1000;
  const isInRange = limit >= 1 && limit <= maxBatch;
  return {
    timeoutSeconds: isStretched ? shortPollSeconds : Math.min(timeout, maxTimeoutSeconds),
    batchLimit: sinceSameMs < hastyPollMs ? 1 : isInRange ? limit : maxBatch,
  };
}
