/** Decides from a message alone whether it is meant for the bot, and what it wants. */

import type { Message, MessageEntity, UserFromGetMe } from "grammy/types";
import { commandNames } from "./texts.ts";

export type Addressed =
  | {
      readonly kind: "question";
      readonly question: string;
      /** The message of ours it replies to: the turn it follows up on. */
      readonly repliesTo?: number;
    }
  /** Lower-case, without slash and bot name; never `ask`; unknown ones in private chats only. */
  | { readonly kind: "command"; readonly name: string; readonly argument: string }
  /** Meant for us, but asks nothing: a bare `/ask` or a bare mention. */
  | { readonly kind: "empty" }
  /** A photo, sticker or the like in a private chat. */
  | { readonly kind: "noText" }
  | { readonly kind: "silence" };

type Me = Pick<UserFromGetMe, "id" | "username">;

const silence: Addressed = { kind: "silence" };

/** `/ask问题` counts: Telegram marks no command there, but people write it. `/usr/bin` is no command. */
const commandPattern = /^\/([a-z0-9_]{1,32})(?:@([a-z0-9_]+))?(?=\s|$|[^ -~])/iu;

const wordlessContent = [
  "animation",
  "audio",
  "contact",
  "dice",
  "document",
  "game",
  "location",
  "paid_media",
  "photo",
  "poll",
  "sticker",
  "story",
  "venue",
  "video",
  "video_note",
  "voice",
] as const satisfies readonly (keyof Message)[];

/**
 * Private chats: every text. Groups: our commands, a mention of us, a reply to us. Commands of other
 * bots meet silence there.
 *
 * Bots, channels, automatic forwards and messages sent through us meet silence; an anonymous
 * administrator counts as a person.
 */
export function isAddressed(message: Message, me: Me): Addressed {
  if (!isFromPerson(message) || message.via_bot?.id === me.id) return silence;
  const isPrivate = message.chat.type === "private";
  const text = (message.text ?? message.caption ?? "").trim();
  if (text === "") {
    return isPrivate && hasWordlessContent(message) ? { kind: "noText" } : silence;
  }

  const command = parseCommand(text, me);
  const isOurs = command !== undefined && isCommandName(command.name);
  if (command !== undefined && !isOurs && !isPrivate) return silence;
  if (command !== undefined && command.name !== "ask") return { kind: "command", ...command };

  const repliesTo = ownMessageRepliedTo(message, me);
  if (command !== undefined) return asQuestion(command.argument, message, repliesTo);
  const mentions = ownMentions(message, me);
  if (mentions.length > 0) return asQuestion(withoutSpans(message, mentions), message, repliesTo);
  if (isPrivate || repliesTo !== undefined) return asQuestion(text, message, repliesTo);
  return silence;
}

function isFromPerson(message: Message): boolean {
  if (message.chat.type === "channel" || message.is_automatic_forward === true) return false;
  if (message.from === undefined) return false;
  const isAnonymousAdministrator = message.sender_chat?.id === message.chat.id;
  return !message.from.is_bot || isAnonymousAdministrator;
}

function hasWordlessContent(message: Message): boolean {
  return wordlessContent.some((key) => message[key] !== undefined);
}

/** A command addressed to another bot has no name that we know. */
function parseCommand(
  text: string,
  me: Me,
): { readonly name: string; readonly argument: string } | undefined {
  const match = commandPattern.exec(text);
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  const addressee = match[2];
  const isForeign =
    addressee !== undefined && addressee.toLowerCase() !== me.username.toLowerCase();
  return {
    name: isForeign ? "" : name.toLowerCase(),
    argument: text.slice(match[0].length).trim(),
  };
}

function isCommandName(name: string): boolean {
  return commandNames.some((known) => known === name);
}

/** In a topic every message "replies" to the service message that opened it; that is no reply. */
function ownMessageRepliedTo(message: Message, me: Me): number | undefined {
  const replied = message.reply_to_message;
  if (replied === undefined || replied.forum_topic_created !== undefined) return undefined;
  return replied.from?.id === me.id ? replied.message_id : undefined;
}

/** Without words of its own it asks the text it replies to, or the part of it that is quoted. */
function asQuestion(words: string, message: Message, repliesTo: number | undefined): Addressed {
  if (words !== "") {
    return { kind: "question", question: words, ...(repliesTo === undefined ? {} : { repliesTo }) };
  }
  const replied = message.reply_to_message;
  const isTheirs = replied !== undefined && repliesTo === undefined;
  const theirs = isTheirs ? (message.quote?.text ?? replied.text ?? replied.caption ?? "") : "";
  return theirs.trim() === "" ? { kind: "empty" } : { kind: "question", question: theirs.trim() };
}

function ownMentions(message: Message, me: Me): readonly MessageEntity[] {
  const text = message.text ?? message.caption ?? "";
  const name = `@${me.username}`.toLowerCase();
  return (message.entities ?? message.caption_entities ?? []).filter((entity) => {
    if (entity.type === "text_mention") return entity.user.id === me.id;
    if (entity.type !== "mention") return false;
    return text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === name;
  });
}

function withoutSpans(message: Message, spans: readonly MessageEntity[]): string {
  const text = message.text ?? message.caption ?? "";
  let kept = "";
  let end = 0;
  for (const span of spans.toSorted((a, b) => a.offset - b.offset)) {
    kept += `${text.slice(end, span.offset)} `;
    end = span.offset + span.length;
  }
  kept += text.slice(end);
  return kept
    .replace(/\s+/gu, " ")
    .replace(/^[\s,:\uFF0C\uFF1A\u3001]+/u, "")
    .trim();
}
