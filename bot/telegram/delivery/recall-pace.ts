/** Takes over what earlier runs left of every chat's allowance: Telegram counts on over a restart. */

import type { Operations } from "../../operations/open-operations.ts";
import type { Clock } from "./clock.ts";
import type { Governor } from "./governor.ts";
import type { Pace } from "./pace.ts";

export interface RecallPaceOptions {
  readonly operations: Pick<Operations, "outbox" | "closedChats">;
  readonly governor: Pick<Governor, "recall" | "close">;
  readonly pace: Pace;
  readonly clock: Pick<Clock, "now">;
}

/** Chats closed to us stay closed, and messages sent lately count. */
export async function recallPace(options: RecallPaceOptions): Promise<void> {
  const { operations, governor, pace, clock } = options;
  const now = clock.now();
  for (const { chatId, until } of await operations.closedChats.standing(new Date(now))) {
    governor.close(chatId, until.getTime() - now);
  }
  const longestMs = Math.max(0, ...[...pace.privateChat, ...pace.group].map(({ perMs }) => perMs));
  for (const { chatId, at } of await operations.outbox.sentSince(new Date(now - longestMs))) {
    governor.recall(chatId, at.getTime());
  }
}
