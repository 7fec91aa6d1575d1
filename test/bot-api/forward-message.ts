/** What a message carries when somebody forwards it. */

import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  Message,
  MessageOrigin,
} from "grammy/types";
import type { MessageContent } from "./keep-message.ts";

const contents = [
  "text",
  "entities",
  "caption",
  "caption_entities",
  "document",
  "photo",
  "voice",
  "sticker",
  "link_preview_options",
  "via_bot",
] as const;

/**
 * Content with its origin; an origin it has already stays.
 * @see tdlib/td, `dup_reply_markup`: a keyboard goes along only where every button works anywhere
 */
export function forwardedContent(message: Message, hidesSender: boolean): MessageContent {
  const kept = Object.fromEntries(
    contents.flatMap((name) => (message[name] === undefined ? [] : [[name, message[name]]])),
  );
  const keyboard = message.reply_markup;
  return {
    ...kept,
    forward_origin: message.forward_origin ?? originOf(message, hidesSender),
    ...(keyboard !== undefined && worksAnywhere(keyboard) ? { reply_markup: keyboard } : {}),
  };
}

function originOf(message: Message, hidesSender: boolean): MessageOrigin {
  const { date, chat, sender_chat: sender, from } = message;
  if (chat.type === "channel") {
    return { type: "channel", date, chat, message_id: message.message_id };
  }
  if (sender !== undefined) return { type: "chat", date, sender_chat: sender };
  if (from === undefined) throw new TypeError("Expected a sender outside of channels.");
  return hidesSender
    ? { type: "hidden_user", date, sender_user_name: from.first_name }
    : { type: "user", date, sender_user: from };
}

function worksAnywhere({ inline_keyboard: rows }: InlineKeyboardMarkup): boolean {
  return rows
    .flat()
    .every((button: InlineKeyboardButton) =>
      ["url", "copy_text", "login_url", "disabled"].some((action) => action in button),
    );
}
