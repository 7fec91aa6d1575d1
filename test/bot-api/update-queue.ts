/** Every update made, and those the bot has not confirmed yet, whichever way they reach it. */

import type { Update } from "grammy/types";
import type { DisorderedDelivery } from "./disorder.ts";
import type { ServerClock } from "./fake-clock.ts";

export type UpdateKind = Exclude<keyof Update, "update_id">;

export interface UpdateQueue {
  /** Every update made, whether or not the bot asked for its kind. */
  readonly made: readonly Update[];
  /** Not confirmed, by update id. */
  pending(): readonly Update[];
  /** To be handed over once more, whatever was confirmed. */
  repeated(): readonly Update[];
  /** Queues an update of one kind, unless the bot's `allowed_updates` leave it out. */
  enqueue<Kind extends UpdateKind>(kind: Kind, content: NonNullable<Update[Kind]>): void;
  /** @throws {Error} where no update has this id */
  redeliver(updateId: number): void;
  /** Takes the first so many of the repeated ones out. */
  dropRepeated(count: number): void;
  confirmBefore(offset: number): void;
  confirm(update: Update): void;
  forgetAll(): void;
  /** Empty for the default set. */
  allowedUpdates(): readonly UpdateKind[];
  allow(kinds: readonly UpdateKind[]): void;
  /** Updates, and second comings of updates, that disorder still holds back. */
  heldBackCount(): number;
  /** Called whenever there is something new to hand over. */
  onNew(act: () => void): void;
}

/** Left out unless asked for by name. */
const onlyOnRequest: ReadonlySet<UpdateKind> = new Set([
  "chat_member",
  "message_reaction",
  "message_reaction_count",
]);
const firstUpdateId = 100_001;
const keptForMs = 24 * 60 * 60 * 1000;

/** @param check called with each new update, to hold it against the schema */
export function createUpdateQueue(
  clock: ServerClock,
  disorder: DisorderedDelivery,
  check: (update: Update) => void,
): UpdateQueue {
  const made: Update[] = [];
  const pending = new Map<number, { readonly update: Update; readonly madeAtMs: number }>();
  const listeners: (() => void)[] = [];
  let repeated: Update[] = [];
  let allowed: readonly UpdateKind[] = [];
  let heldBack = 0;

  const isAllowed = (kind: UpdateKind): boolean =>
    allowed.length > 0 ? allowed.includes(kind) : !onlyOnRequest.has(kind);
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const forgetOld = (): void => {
    const oldest = clock.nowMs() - keptForMs;
    for (const [id, { madeAtMs }] of pending) {
      // By id is by time: the rest is younger.
      if (madeAtMs >= oldest) break;
      pending.delete(id);
    }
  };

  const make = (kind: UpdateKind, content: unknown): void => {
    const update: Update = { update_id: firstUpdateId + made.length, [kind]: content };
    check(update);
    made.push(update);
    if (!isAllowed(kind)) return;
    pending.set(update.update_id, { update, madeAtMs: clock.nowMs() });
    const repeatAfterMs = disorder.repeatAfterMs();
    if (repeatAfterMs !== undefined) holdBack(repeatAfterMs, () => repeat(update));
    tell();
  };

  const repeat = (update: Update): void => {
    repeated.push(update);
    tell();
  };

  const holdBack = (ms: number, act: () => void): void => {
    heldBack += 1;
    clock.after(ms, () => {
      heldBack -= 1;
      act();
    });
  };

  return {
    made,
    pending: () => {
      forgetOld();
      return [...pending.values()].map(({ update }) => update);
    },
    repeated: () => repeated,
    enqueue: (kind, content) => {
      const delayMs = disorder.delayMs();
      if (delayMs === 0) {
        make(kind, content);
        return;
      }
      holdBack(delayMs, () => make(kind, content));
    },
    redeliver: (updateId) => {
      const update = made[updateId - firstUpdateId];
      if (update === undefined) throw new Error(`Expected an update ${updateId} to redeliver.`);
      repeat(update);
    },
    dropRepeated: (count) => {
      repeated = repeated.slice(count);
    },
    confirmBefore: (offset) => {
      const ids = [...pending.keys()];
      const from = offset < 0 ? (ids.at(offset) ?? ids[0] ?? 0) : offset;
      for (const id of ids) {
        if (id >= from) break;
        pending.delete(id);
      }
    },
    confirm: ({ update_id: id }) => void pending.delete(id),
    forgetAll: () => {
      pending.clear();
      repeated = [];
    },
    allowedUpdates: () => allowed,
    allow: (kinds) => {
      allowed = kinds;
    },
    heldBackCount: () => heldBack,
    onNew: (act) => void listeners.push(act),
  };
}
