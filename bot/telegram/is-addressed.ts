/** Decides from a message alone whether it is meant for the bot, and what it wants. */

import type { Message, MessageEntity, UserFromGetMe } from "grammy/types";
import { decide, type Waking } from "./policy.ts";
import { commandNames } from "./texts.ts";
import { whoSpeaks } from "./who-speaks.ts";

export type Addressed =
  | {
      readonly kind: "question";
      readonly by: Waking["by"];
      readonly question: string;
      /** The message of ours it replies to: the turn it follows up on. */
      readonly repliesTo?: number;
      /** What it replies to: somebody else's words, or the sentence of a source that we showed. */
      readonly about?: string;
    }
  /** Lower-case, without slash and bot name; never `ask`; unknown ones in private chats only. */
  | { readonly kind: "command"; readonly name: string; readonly argument: string }
  /** Meant for us, but asks nothing: a bare `/ask` or a bare mention. */
  | { readonly kind: "empty" }
  /** A photo, sticker or the like in a private chat. */
  | { readonly kind: "noText" }
  | { readonly kind: "silence" };

type Me = Pick<UserFromGetMe, "id" | "username">;

/** Who edits a question later has read the answer. */
const editableSeconds = 60;

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
 * bots meet silence there, and so does everybody to whom the policy is silent whatever the chat.
 */
export function isAddressed(message: Message, me: Me): Addressed {
  const addressed = readAddress(message, me);
  if (addressed.kind === "silence") return silence;
  const waking = { ...wakingOf(message, addressed, me), chat: "allowed", quota: "left" } as const;
  return decide(waking).kind === "silent" ? silence : addressed;
}

/** What of the policy's question the message itself answers. */
export function wakingOf(
  message: Message,
  addressed: Exclude<Addressed, { readonly kind: "silence" }>,
  me: Me,
  adminIds: readonly number[] = [],
): Omit<Waking, "chat" | "quota"> {
  const wants = { question: "answer", command: "command", empty: "hint", noText: "hint" } as const;
  return {
    who: whoSpeaks(message, me, adminIds),
    where: whereOf(message),
    // A command, a bare mention and wordless content in private name us, or speak to us alone.
    by: addressed.kind === "question" ? addressed.by : "command",
    wants: wants[addressed.kind],
    form: formOf(message),
  };
}

function whereOf({ chat, ...message }: Message): Waking["where"] {
  if (message.guest_query_id !== undefined) return "guest";
  return message.is_topic_message === true && chat.type === "supergroup" ? "topic" : chat.type;
}

function formOf({ date, edit_date: editedAt }: Message): Waking["form"] {
  if (editedAt === undefined) return "new";
  return editedAt - date <= editableSeconds ? "edited" : "editedLate";
}

function readAddress(message: Message, me: Me): Addressed {
  // A guest is called by name, or it would not be there.
  const isPrivate = message.chat.type === "private" || message.guest_query_id !== undefined;
  const text = (message.text ?? message.caption ?? "").trim();
  if (text === "") {
    return isPrivate && hasWordlessContent(message) ? { kind: "noText" } : silence;
  }

  const command = parseCommand(text, me);
  const isOurs = command !== undefined && isCommandName(command.name);
  if (command !== undefined && !isOurs && !isPrivate) return silence;
  if (command !== undefined && command.name !== "ask") return { kind: "command", ...command };

  const repliesTo = ownMessageRepliedTo(message, me);
  const ask = (by: Waking["by"], words: string) => asQuestion({ by, words, repliesTo }, message);
  if (command !== undefined) return ask("command", command.argument);
  const mentions = ownMentions(message, me);
  if (mentions.length > 0) return ask("mention", withoutSpans(message, mentions));
  if (repliesTo !== undefined) return ask("reply", text);
  return isPrivate ? ask("plainText", text) : silence;
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
function asQuestion(
  {
    by,
    words,
    repliesTo,
  }: {
    readonly by: Waking["by"];
    readonly words: string;
    readonly repliesTo: number | undefined;
  },
  message: Message,
): Addressed {
  if (repliesTo !== undefined) {
    if (words === "") return { kind: "empty" };
    const shown = quoteIn(message.reply_to_message);
    const about = shown === undefined ? {} : { about: shown };
    return { kind: "question", by, question: words, repliesTo, ...about };
  }
  const theirs = theirWords(message);
  if (words === "") {
    return theirs === "" ? { kind: "empty" } : { kind: "question", by, question: theirs };
  }
  return { kind: "question", by, question: words, ...(theirs === "" ? {} : { about: theirs }) };
}

/** The text of somebody else's message, of this chat or another one, that the message replies to. */
function theirWords({ quote, reply_to_message: replied }: Message): string {
  return (quote?.text ?? replied?.text ?? replied?.caption ?? "").trim();
}

/** The first sentence quoted in the message. */
function quoteIn({ text = "", entities = [] }: Pick<Message, "text" | "entities"> = {}):
  | string
  | undefined {
  const quote = entities.find(({ type }) => type.endsWith("blockquote"));
  return quote && text.slice(quote.offset, quote.offset + quote.length);
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
