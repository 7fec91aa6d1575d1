/** What the fake knows of Telegram: people, chats, files, command lists, open queries. */

import type { BotCommand, Chat, InlineQueryResult, User, UserFromGetMe } from "grammy/types";
import type { Bell } from "./bell.ts";
import { type BotStanding, type ChatState, createChatState } from "./chat-state.ts";
import type { ServerClock } from "./fake-clock.ts";
import type { CallbackAnswer, InlineAnswer } from "./fake-telegram.ts";
import type { StoredFile } from "./stored-files.ts";

/** A callback, inline or guest query; expires by advanced time. */
export interface OpenQuery<Answer> {
  readonly describe: string;
  readonly openedAtAdvancedMs: number;
  answer: Answer | undefined;
}

/** A message sent through the bot into some chat, which the bot edits by an id of its own. */
export interface InlineMessage {
  readonly state: ChatState;
  readonly messageId: number;
}

interface CachedAnswer {
  readonly answer: InlineAnswer;
  readonly untilAdvancedMs: number;
}

export interface InlineQueryInProgress extends OpenQuery<InlineAnswer> {
  readonly from: User;
  readonly query: string;
  readonly offset: string;
}

export interface GuestQuery extends OpenQuery<InlineQueryResult> {
  readonly from: User;
  readonly state: ChatState;
  readonly messageId: number;
}

/** Where a test makes the server more lenient than Telegram's. */
export interface WorldRules {
  readonly allowsPlainWebhook: boolean;
  /** Where files stand that are given by their path on the disk. */
  readonly filesFolder: string | undefined;
}

export interface World {
  readonly bot: UserFromGetMe;
  readonly clock: ServerClock;
  readonly rules: WorldRules;
  readonly bell: Bell;
  readonly users: Map<number, User>;
  readonly chats: Map<number, ChatState>;
  readonly callbackQueries: Map<string, OpenQuery<CallbackAnswer>>;
  readonly inlineQueries: Map<string, InlineQueryInProgress>;
  readonly guestQueries: Map<string, GuestQuery>;
  /** Answers to inline queries that the server repeats without asking the bot. */
  readonly inlineCache: Map<string, CachedAnswer>;
  /** By inline message id. */
  readonly inlineMessages: Map<string, InlineMessage>;
  /** By `commandListKey`. */
  readonly commands: Map<string, readonly BotCommand[]>;
  /** What the bot says of itself, by kind and language. */
  readonly descriptions: Map<string, string>;
  /** By file id. */
  readonly files: Map<string, StoredFile>;
  /** A number never given before in this world. */
  nextNumber(): number;
}

export function createWorld(
  bot: UserFromGetMe,
  clock: ServerClock,
  bell: Bell,
  rules: WorldRules,
): World {
  let lastNumber = 0;
  return {
    bot,
    clock,
    rules,
    bell,
    users: new Map(),
    chats: new Map(),
    callbackQueries: new Map(),
    inlineQueries: new Map(),
    guestQueries: new Map(),
    inlineCache: new Map(),
    inlineMessages: new Map(),
    commands: new Map(),
    descriptions: new Map(),
    files: new Map(),
    nextNumber: () => {
      lastNumber += 1;
      return lastNumber;
    },
  };
}

export function addChat(world: World, chat: Chat, standing: BotStanding): ChatState {
  const state = createChatState(chat, standing);
  world.chats.set(chat.id, state);
  return state;
}

/** @throws {Error} where a test has not opened the chat */
export function stateOf(world: World, chatId: number): ChatState {
  const state = world.chats.get(chatId);
  if (state === undefined) throw new Error(`Expected a chat ${chatId}; open it first.`);
  return state;
}

/** How long a callback, inline or guest query waits for its answer. */
const queryLifetimeMs = 15_000;

export function isExpired(world: World, query: OpenQuery<unknown>): boolean {
  return world.clock.advancedMs() - query.openedAtAdvancedMs > queryLifetimeMs;
}

/** The bot as messages name their sender: without what only `getMe` tells. */
export function botUser({ bot }: World): User & { readonly username: string } {
  return {
    id: bot.id,
    is_bot: true,
    first_name: bot.first_name,
    username: bot.username,
  };
}
