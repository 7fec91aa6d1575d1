/** The door of the inbox: keeps what is for the bot, whichever way it came, and wakes who handles it. */

import type { Update, UserFromGetMe } from "grammy/types";
import type { Config } from "../config.ts";
import type { Inbox } from "../operations/inbox.ts";
import { isForUs } from "./create-bot.ts";
import { questionLane } from "./question-lane.ts";

export interface KeepUpdateOptions {
  readonly inbox: Pick<Inbox, "accept">;
  readonly me: UserFromGetMe;
  readonly settings: Pick<Config["telegram"], "adminIds" | "editors">;
  readonly onKept: (update: Update) => void;
}

/** Resolves when Telegram may be told that the update has arrived. */
export type KeepUpdate = (update: Update) => Promise<void>;

export function createKeepUpdate({ inbox, me, settings, onKept }: KeepUpdateOptions): KeepUpdate {
  return async (update) => {
    if (!isForUs(update, me)) return;
    if (await inbox.accept(update, questionLane(update, me, settings))) onKept(update);
  };
}
