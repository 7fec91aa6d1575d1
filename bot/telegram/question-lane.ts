/** Which updates wait for one another: questions of one chat, or one topic, are answered in order. */

import type { Update, UserFromGetMe } from "grammy/types";
import { isAddressed } from "./is-addressed.ts";
import { placeOf } from "./place.ts";

/** Undefined for what waits for nothing, such as a tap or a command. */
export function questionLane(update: Update, me: UserFromGetMe): string | undefined {
  const message = update.message ?? update.edited_message;
  if (message === undefined || isAddressed(message, me).kind !== "question") return undefined;
  const { chatId, threadId = "" } = placeOf(message);
  return `${chatId}:${threadId}`;
}
