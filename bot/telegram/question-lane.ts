/** Which updates wait for one another: questions of one chat, or one topic, are answered in order. */

import type { Update, UserFromGetMe } from "grammy/types";
import type { Config } from "../config.ts";
import { isAddressed } from "./is-addressed.ts";
import { placeOf } from "./place.ts";
import { readUpload } from "./uploads/read-upload.ts";

/** Undefined for what waits for nothing, such as a tap, a command or a document. */
export function questionLane(
  update: Update,
  me: UserFromGetMe,
  settings: Pick<Config["telegram"], "adminIds" | "editors">,
): string | undefined {
  const message = update.message ?? update.edited_message;
  if (message === undefined || isAddressed(message, me).kind !== "question") return undefined;
  if (readUpload(message, settings) !== undefined) return undefined;
  const { chatId, threadId = "" } = placeOf(message);
  return `${chatId}:${threadId}`;
}
