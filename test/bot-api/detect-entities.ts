/** Entities that the server finds in a text by itself, whatever the sender says. */

import type { MessageEntity } from "grammy/types";

type DetectedType = "bot_command" | "mention" | "hashtag" | "url";

/**
 * Letters of every script count as word characters, so `@bot你好` holds no mention and `/ask你好`
 * no command: a space or punctuation must follow.
 * @see tdlib/td, `match_mentions`, `match_bot_commands`
 */
const patterns: Readonly<Record<DetectedType, RegExp>> = {
  url: /(?:https?:\/\/|\bt\.me\/)[^\s<>"“”「」，。；]*[^\s<>"“”「」，。；.,:;!?)\]]/gu,
  bot_command:
    /(?<![\p{L}\p{N}_/<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/gu,
  mention: /(?<![\p{L}\p{N}_])@[a-zA-Z0-9_]{2,32}(?![\p{L}\p{N}_])/gu,
  hashtag: /(?<![\p{L}\p{N}_])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]{1,255}/gu,
};
const order: readonly DetectedType[] = ["url", "bot_command", "mention", "hashtag"];

export function isDetectable(entity: MessageEntity): boolean {
  return order.some((type) => type === entity.type) || entity.type === "email";
}

/** @returns by type, then by offset; none overlap */
export function detectEntities(text: string): readonly MessageEntity[] {
  const found: MessageEntity[] = [];
  for (const type of order) {
    for (const match of text.matchAll(patterns[type])) {
      const [offset, length] = [match.index, match[0].length];
      const isFree = found.every(
        (other) => other.offset + other.length <= offset || offset + length <= other.offset,
      );
      if (isFree) found.push({ type, offset, length });
    }
  }
  return found;
}
