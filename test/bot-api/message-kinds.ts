/** Tells messages that somebody wrote from those in which Telegram tells what happened. */

import type { Message } from "grammy/types";

const written = ["text", "document", "photo", "voice", "sticker"] as const;

export function isServiceMessage(message: Message): boolean {
  return written.every((kind) => message[kind] === undefined);
}
