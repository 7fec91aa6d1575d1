/** Tells who is behind a message, for anonymous administrators and channels hide behind bots. */

import type { Message, UserFromGetMe } from "grammy/types";

export type Speaker =
  | "person"
  /** One of the bot's own admins, speaking under their name. */
  | "admin"
  /** An administrator of the group, speaking in its name. */
  | "anonymousAdmin"
  /** A channel speaking in a group. */
  | "channel"
  /** Nobody who waits for an answer: a bot, an automatic forward, what was sent through us. */
  | "bot";

export function whoSpeaks(
  message: Message,
  me: Pick<UserFromGetMe, "id">,
  adminIds: readonly number[] = [],
): Speaker {
  const { from, sender_chat: chat } = message;
  if (message.is_automatic_forward === true || message.via_bot?.id === me.id) return "bot";
  if (chat !== undefined) return chat.id === message.chat.id ? "anonymousAdmin" : "channel";
  if (from === undefined || from.is_bot) return "bot";
  return adminIds.includes(from.id) ? "admin" : "person";
}

/** Undefined where a group or a channel speaks: the user named then is Telegram's stand-in. */
export function userIdOf(message: Message): number | undefined {
  return message.sender_chat === undefined ? message.from?.id : undefined;
}
