/** One message in the marks of a transcript. */

import type { InlineKeyboardButton, InlineKeyboardMarkup, Message } from "grammy/types";
import type { ChatState } from "../chat-state.ts";
import type { ShownDraft } from "../fake-telegram.ts";
import { renderText } from "./render-text.ts";

/** Lines below a message stand under its text. */
export const indent = "  ";

/** @param notes lines below the message, such as who tapped what */
export function renderMessage(
  state: ChatState,
  message: Message,
  notes: readonly string[] = [],
): string {
  const lines = [renderBody(message), ...renderButtons(message.reply_markup), ...notes].join("\n");
  return `${renderHead(state, message)}: ${lines.replaceAll("\n", `\n${indent}`)}`;
}

export function renderDraft({ draftId, text, entities, canStop }: ShownDraft): string {
  const words = text === "" ? "Thinking…" : renderText(text, entities);
  const stop = canStop ? " [ Stop ]" : "";
  return `… draft ${draftId}: ${words.replaceAll("\n", `\n${indent}`)}${stop}`;
}

function renderHead(state: ChatState, message: Message): string {
  const topic =
    message.is_topic_message === true && message.message_thread_id !== undefined
      ? state.topics.get(message.message_thread_id)
      : undefined;
  const replied = message.reply_to_message;
  const isReply = replied !== undefined && replied.message_id !== topic?.opening.message_id;
  const origin = originOf(message);
  return [
    `#${message.message_id} ${speakerOf(state, message)}`,
    ...(message.via_bot === undefined ? [] : ["(via bot)"]),
    ...(topic === undefined ? [] : [`(${topic.name})`]),
    ...(origin === undefined ? [] : [`(forwarded from ${origin})`]),
    ...(isReply ? [`↩#${replied.message_id}`] : []),
    ...(message.quote === undefined ? [] : [`“${message.quote.text}”`]),
    ...(message.edit_date === undefined ? [] : ["(edited)"]),
  ].join(" ");
}

function speakerOf(state: ChatState, message: Message): string {
  if (state.sentByBot.has(message.message_id)) return "bot";
  const { sender_chat: chat, from } = message;
  return chat?.title ?? from?.first_name ?? "Telegram";
}

function originOf({ forward_origin: origin }: Message): string | undefined {
  switch (origin?.type) {
    case undefined:
      return undefined;
    case "user":
      return origin.sender_user.first_name;
    case "hidden_user":
      return origin.sender_user_name;
    case "chat":
      return origin.sender_chat.title;
    case "channel":
      return origin.chat.title;
  }
}

function renderBody(message: Message): string {
  if (message.text !== undefined) return renderText(message.text, message.entities ?? []);
  const file = renderFile(message);
  if (file !== undefined) {
    const caption = renderText(message.caption ?? "", message.caption_entities ?? []);
    return caption === "" ? file : `${file}\n${caption}`;
  }
  const notes = [
    message.new_chat_members?.map((user) => `${user.first_name} joined`).join(", "),
    message.left_chat_member && `${message.left_chat_member.first_name} left`,
    message.forum_topic_created && `opened the topic ${message.forum_topic_created.name}`,
    message.migrate_to_chat_id && `upgraded to ${message.migrate_to_chat_id}`,
    message.migrate_from_chat_id && `upgraded from ${message.migrate_from_chat_id}`,
  ];
  return `— ${notes.find((note) => note !== undefined) ?? "service message"}`;
}

function renderFile({ document, photo, voice, sticker }: Message): string | undefined {
  if (document !== undefined) return `📎 ${document.file_name ?? ""}`;
  if (photo !== undefined) return "🖼 photo";
  if (voice !== undefined) return `🎤 ${voice.duration} s`;
  return sticker === undefined ? undefined : `sticker ${sticker.emoji ?? ""}`;
}

function renderButtons(markup: InlineKeyboardMarkup | undefined): readonly string[] {
  return (markup?.inline_keyboard ?? []).map((row) =>
    row.map((button) => `[ ${button.text}${buttonMark(button)} ]`).join(" "),
  );
}

function buttonMark(button: InlineKeyboardButton): string {
  if ("disabled" in button) return " ✕";
  if ("copy_text" in button) return " ⧉";
  return "url" in button ? " ↗" : "";
}
