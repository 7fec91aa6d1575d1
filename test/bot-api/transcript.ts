/** A conversation as text, so that a test shows what people would see. */

import type { InlineKeyboardMarkup, Message, MessageEntity } from "grammy/types";
import type { ChatState } from "./world.ts";

/** One message after another in the marks that `FakeChat.transcript` documents. */
export function renderTranscript(state: ChatState): string {
  return [...state.messages.values()].map((message) => renderMessage(state, message)).join("\n");
}

function renderMessage(state: ChatState, message: Message): string {
  const speaker = state.sentByBot.has(message.message_id)
    ? "bot"
    : (message.from?.first_name ?? message.sender_chat?.title ?? "Telegram");
  const topic =
    message.is_topic_message === true && message.message_thread_id !== undefined
      ? state.topics.get(message.message_thread_id)
      : undefined;
  const replied = message.reply_to_message;
  const isReply = replied !== undefined && replied.message_id !== topic?.opening.message_id;
  const head = [
    `#${message.message_id} ${speaker}`,
    ...(topic === undefined ? [] : [`(${topic.name})`]),
    ...(isReply ? [`↩#${replied.message_id}`] : []),
    ...(message.edit_date === undefined ? [] : ["(edited)"]),
  ].join(" ");
  const lines = [renderBody(message), ...renderButtons(message.reply_markup)].join("\n");
  return `${head}: ${lines.replaceAll("\n", "\n  ")}`;
}

function renderBody(message: Message): string {
  if (message.text !== undefined) return renderText(message.text, message.entities ?? []);
  if (message.document !== undefined) {
    const caption = renderText(message.caption ?? "", message.caption_entities ?? []);
    return `📎 ${message.document.file_name ?? ""}${caption === "" ? "" : `\n${caption}`}`;
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

function renderButtons(markup: InlineKeyboardMarkup | undefined): readonly string[] {
  return (markup?.inline_keyboard ?? []).map((row) =>
    row.map((button) => `[ ${button.text} ]`).join(" "),
  );
}

/** The text with its entities as marks. @param entities by offset, the longer first */
export function renderText(text: string, entities: readonly MessageEntity[]): string {
  const opening = new Map<number, string[]>();
  const closing = new Map<number, string[]>();
  const put = (marks: Map<number, string[]>, offset: number, mark: string): void => {
    marks.set(offset, [...(marks.get(offset) ?? []), mark]);
  };
  for (const entity of entities) {
    const end = entity.offset + entity.length;
    const [before, after] = marksOf(entity);
    put(opening, entity.offset, before);
    // Inner entities come later in the list and close first.
    closing.set(end, [after, ...(closing.get(end) ?? [])]);
    if (!isQuote(entity)) continue;
    for (let offset = entity.offset + 1; offset < end; offset += 1) {
      if (text.charAt(offset - 1) === "\n") put(opening, offset, "▌");
    }
  }
  let rendered = "";
  for (let offset = 0; offset <= text.length; offset += 1) {
    rendered += (closing.get(offset) ?? []).join("");
    rendered += (opening.get(offset) ?? []).join("");
    rendered += text.charAt(offset);
  }
  return rendered;
}

function isQuote({ type }: MessageEntity): boolean {
  return type === "blockquote" || type === "expandable_blockquote";
}

type Marks = readonly [before: string, after: string];

const marksByType: Partial<Readonly<Record<MessageEntity["type"], Marks>>> = {
  bold: ["**", "**"],
  italic: ["_", "_"],
  underline: ["__", "__"],
  strikethrough: ["~", "~"],
  spoiler: ["||", "||"],
  code: ["`", "`"],
  pre: ["```", "```"],
  blockquote: ["▌", ""],
  expandable_blockquote: ["▌… ", ""],
};

function marksOf(entity: MessageEntity): Marks {
  if (entity.type === "text_link") return ["[", `](${entity.url})`];
  if (entity.type === "text_mention") return ["[", `](user ${entity.user.id})`];
  return marksByType[entity.type] ?? ["", ""];
}
