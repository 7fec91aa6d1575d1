/** How updates reach the bot: a queue that long polling reads and confirms by offset. */

import type { Opts, Update } from "grammy/types";
import { ApiRefusal } from "./api-refusal.ts";
import type { Bell } from "./bell.ts";

type UpdateKind = Exclude<keyof Update, "update_id">;
type PollOptions = Opts<"getUpdates">;

export interface Delivery {
  /** Every update made, whether or not the bot asked for its kind. */
  readonly made: readonly Update[];
  /** Queues an update of one kind, unless the bot's `allowed_updates` leave it out. */
  enqueue<Kind extends UpdateKind>(kind: Kind, content: NonNullable<Update[Kind]>): void;
  /** @throws {Error} where no update has this id */
  redeliver(updateId: number): void;
  /**
   * Updates from the offset on, oldest first; waits up to `timeout` seconds of real time for one.
   * @throws {ApiRefusal} 409 while a webhook is set, or when a later poll or a webhook takes over
   */
  poll(options: PollOptions, signal: AbortSignal): Promise<readonly Update[]>;
  setWebhook(url: string, allowed?: readonly UpdateKind[]): void;
  webhookUrl(): string;
  pendingCount(): number;
  forgetAll(): void;
  /** True when the bot has come back for more after the last update it was given. */
  isConfirmed(): boolean;
}

/** Left out unless asked for by name. */
const onlyOnRequest: ReadonlySet<UpdateKind> = new Set([
  "chat_member",
  "message_reaction",
  "message_reaction_count",
]);
const maxBatch = 100;
const maxTimeoutSeconds = 50;
const firstUpdateId = 100_001;

/** @param check called with each new update, to hold it against the schema */
export function createDelivery(bell: Bell, check: (update: Update) => void): Delivery {
  const made: Update[] = [];
  let pending: Update[] = [];
  let repeated: Update[] = [];
  let allowed: readonly UpdateKind[] = [];
  let webhook = "";
  let isHandingOver = false;
  let waiting:
    | { readonly wake: () => void; readonly refuse: (refusal: ApiRefusal) => void }
    | undefined;

  const isAllowed = (kind: UpdateKind): boolean =>
    allowed.length > 0 ? allowed.includes(kind) : !onlyOnRequest.has(kind);

  const takeBatch = (limit: number): readonly Update[] => {
    const batch = [...repeated, ...pending].slice(0, limit);
    repeated = repeated.slice(batch.length);
    isHandingOver = batch.length > 0;
    return batch;
  };

  const confirmBefore = (offset: number): void => {
    pending =
      offset < 0 ? pending.slice(offset) : pending.filter((update) => update.update_id >= offset);
  };

  const waitForUpdate = (timeoutSeconds: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const end = (act: () => void): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", wake);
        if (waiting === own) waiting = undefined;
        act();
      };
      const wake = (): void => end(resolve);
      const own = { wake, refuse: (refusal: ApiRefusal) => end(() => reject(refusal)) };
      const timer = setTimeout(wake, timeoutSeconds * 1000);
      signal.addEventListener("abort", wake);
      waiting = own;
    });

  return {
    made,
    enqueue: (kind, content) => {
      const update: Update = { update_id: firstUpdateId + made.length, [kind]: content };
      check(update);
      made.push(update);
      if (!isAllowed(kind)) return;
      pending.push(update);
      waiting?.wake();
    },
    redeliver: (updateId) => {
      const update = made.find((candidate) => candidate.update_id === updateId);
      if (update === undefined) throw new Error(`Expected an update ${updateId} to redeliver.`);
      repeated.push(update);
      waiting?.wake();
    },
    poll: async (options, signal) => {
      if (webhook !== "") {
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
      if (options.allowed_updates !== undefined) allowed = options.allowed_updates;
      confirmBefore(options.offset ?? 0);
      isHandingOver = false;
      bell.ring();
      const timeoutSeconds = Math.min(options.timeout ?? 0, maxTimeoutSeconds);
      if (pending.length + repeated.length === 0 && timeoutSeconds > 0) {
        await waitForUpdate(timeoutSeconds, signal);
      }
      // Updates given to a client that has hung up would count as handed over.
      if (signal.aborted) return [];
      return takeBatch(Math.min(options.limit ?? maxBatch, maxBatch));
    },
    setWebhook: (url, wanted) => {
      webhook = url;
      if (wanted !== undefined) allowed = wanted;
      if (url !== "") waiting?.refuse(new ApiRefusal(409, "terminated by setWebhook request"));
    },
    webhookUrl: () => webhook,
    pendingCount: () => pending.length,
    forgetAll: () => {
      pending = [];
      repeated = [];
      bell.ring();
    },
    isConfirmed: () => !isHandingOver && pending.length + repeated.length === 0,
  };
}
