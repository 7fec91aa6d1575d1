/** What the fake knows of Telegram: people, chats, messages, files, command lists, open queries. */

import type { BotCommand, Chat, Message, ReactionType, User, UserFromGetMe } from "grammy/types";
import type { Bell } from "./bell.ts";
import { unixSeconds } from "./fake-clock.ts";
import type { CallbackAnswer, FakeClock, InlineAnswer, ShownAction } from "./fake-telegram.ts";

/** How the bot stands in a chat: whether it may speak, and in which words it is refused. */
export type BotStanding =
  | { readonly kind: "member" | "administrator"; readonly mayWrite: boolean }
  | { readonly kind: "blocked" | "kicked" | "left" }
  | { readonly kind: "migrated"; readonly toChatId: number };

interface Topic {
  readonly name: string;
  readonly opening: Message;
}

/** One appearance of a bot message, in the order of time; tests take each once. */
export interface Appearance {
  readonly kind: "sent" | "edited";
  readonly message: Message;
  isTaken: boolean;
}

export interface ChatState {
  readonly chat: Chat;
  /** Status of people by user id; the bot's is `standing`. */
  readonly members: Map<number, "creator" | "administrator" | "member">;
  /** By thread id. */
  readonly topics: Map<number, Topic>;
  /** By message id, in order of sending. */
  readonly messages: Map<number, Message>;
  /** Which of them the bot sent. */
  readonly sentByBot: Set<number>;
  readonly appearances: Appearance[];
  readonly actions: ShownAction[];
  readonly reactions: Map<number, readonly ReactionType[]>;
  standing: BotStanding;
  lastMessageId: number;
}

/** A callback or inline query; expires by advanced time. */
export interface OpenQuery<Answer> {
  readonly describe: string;
  readonly openedAtAdvancedMs: number;
  answer: Answer | undefined;
}

export interface StoredFile {
  readonly fileId: string;
  readonly path: string;
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

export interface World {
  readonly bot: UserFromGetMe;
  readonly clock: FakeClock;
  readonly bell: Bell;
  readonly users: Map<number, User>;
  readonly chats: Map<number, ChatState>;
  readonly callbackQueries: Map<string, OpenQuery<CallbackAnswer>>;
  readonly inlineQueries: Map<string, OpenQuery<InlineAnswer>>;
  /** By `commandListKey`. */
  readonly commands: Map<string, readonly BotCommand[]>;
  /** By file id. */
  readonly files: Map<string, StoredFile>;
  /** A number never given before in this world. */
  nextNumber(): number;
}

export function createWorld(bot: UserFromGetMe, clock: FakeClock, bell: Bell): World {
  let lastNumber = 0;
  return {
    bot,
    clock,
    bell,
    users: new Map(),
    chats: new Map(),
    callbackQueries: new Map(),
    inlineQueries: new Map(),
    commands: new Map(),
    files: new Map(),
    nextNumber: () => {
      lastNumber += 1;
      return lastNumber;
    },
  };
}

export function addChat(world: World, chat: Chat, standing: BotStanding): ChatState {
  const state: ChatState = {
    chat,
    members: new Map(),
    topics: new Map(),
    messages: new Map(),
    sentByBot: new Set(),
    appearances: [],
    actions: [],
    reactions: new Map(),
    standing,
    lastMessageId: 0,
  };
  world.chats.set(chat.id, state);
  return state;
}

/** Fields of a message that whoever sends it must give. */
export type MessageContent = Omit<Message, "message_id" | "date" | "chat">;

/** Keeps a new message under the chat's next id, dated now. */
export function addMessage(world: World, state: ChatState, content: MessageContent): Message {
  state.lastMessageId += 1;
  const message: Message = {
    message_id: state.lastMessageId,
    date: unixSeconds(world.clock),
    chat: state.chat,
    ...content,
  };
  state.messages.set(message.message_id, message);
  return message;
}

/** Shows tests what the bot sent, or how an edit left it. */
export function showBotMessage(
  world: World,
  state: ChatState,
  kind: Appearance["kind"],
  message: Message,
): void {
  state.messages.set(message.message_id, message);
  state.sentByBot.add(message.message_id);
  state.appearances.push({ kind, message, isTaken: false });
  world.bell.ring();
}

/** A replied-to message as it is carried inside the reply: without its own reply. */
export function withoutReply(message: Message): RepliedMessage {
  const { reply_to_message: _reply, ...rest } = message;
  if (!isRepliedMessage(rest)) throw new TypeError("Expected the reply to be taken out.");
  return rest;
}

type RepliedMessage = NonNullable<Message["reply_to_message"]>;

/** The type asks for the field to be undefined; in JSON it is left out. */
function isRepliedMessage(message: Message): message is RepliedMessage {
  return message.reply_to_message === undefined;
}

export function keepFile(
  world: World,
  file: { readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array },
): StoredFile {
  const number = world.nextNumber();
  const stored: StoredFile = {
    ...file,
    fileId: `fake-file-${number}`,
    path: `documents/file_${number}${/\.\w+$/u.exec(file.name)?.[0] ?? ""}`,
  };
  world.files.set(stored.fileId, stored);
  return stored;
}

/** How long a callback or inline query waits for its answer. */
const queryLifetimeMs = 15_000;

export function isExpired(world: World, query: OpenQuery<unknown>): boolean {
  return world.clock.advancedMs() - query.openedAtAdvancedMs > queryLifetimeMs;
}
