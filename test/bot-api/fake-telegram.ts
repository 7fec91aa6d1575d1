/**
 * What a test may do with the fake of Telegram: the language in which users speak, tap and wait.
 * `openFakeBotApi` in `fake-bot-api.ts` returns a `FakeTelegram`.
 *
 * Messages are the Bot API's own `Message` objects, frozen as they were when handed out; ask the
 * chat again (`chat.message(id)`) for the present state.
 */

import type {
  BotCommand,
  Chat,
  InlineQueryResult,
  Message,
  MessageEntity,
  ReactionType,
  Update,
  User,
  UserFromGetMe,
} from "grammy/types";

export interface FakeBotApiOptions {
  /** Default: a well-formed token of nobody's. */
  readonly token?: string;
  /** Without the `@`. Default: `wenju_test_bot`. */
  readonly botUsername?: string;
  /** Where the clock starts. Default: the machine's time. */
  readonly startsAt?: Date;
  /** How long every wait of the language lasts before it fails, by the machine's clock. Default: 10 s. */
  readonly waitTimeoutMs?: number;
}

export interface FakeTelegram {
  /** `http://127.0.0.1:<port>`, without a slash at the end: grammY's `client.apiRoot`. */
  readonly apiRoot: string;
  readonly token: string;
  readonly bot: UserFromGetMe;
  readonly clock: FakeClock;
  /** Every update made for the bot, oldest first, delivered or not; redeliveries are not repeated. */
  readonly updates: readonly Update[];
  /** Every call of a method that reached the server, except `getUpdates`, in order of arrival. */
  readonly calls: readonly RecordedCall[];
  /** Breaches of the schema seen so far, and of the rules that `assertClean` names. */
  readonly violations: readonly Violation[];

  /** A new person. They have no private chat with the bot until `privateChat` opens it. */
  user(options?: UserOptions): FakeUser;
  /** The private chat of the user and the bot, started by the user; the same one when asked again. */
  privateChat(user: FakeUser): FakeChat;
  /** A group where the bot is a silent member already (no update tells of its arrival). */
  group(options: GroupOptions): FakeGroup;
  /** A channel in which the bot is an administrator. */
  channel(options: { readonly title: string }): FakeChannel;

  /** Makes the next matching calls fail; faults are used up in the order they were set. */
  fault(fault: Fault): void;
  /** Delivers an update once more under its old `update_id`, as Telegram does after a lost confirmation. */
  redeliver(updateId: number): void;
  /** Records a violation where the text of the bot's logs holds the token or its secret half. */
  checkLogs(text: string): void;
  /**
   * Resolves when the bot has confirmed every update by its offset and no call is being answered, so
   * that a test may assert silence.
   *
   * A bot on grammY's own polling confirms after its handlers finish; one on the concurrent runner
   * confirms before: there, await the bot's own drain first, or ask for a quiet time.
   * @param options.quietMs how long that state must hold, by the machine's clock; default 0
   */
  idle(options?: { readonly quietMs?: number; readonly timeoutMs?: number }): Promise<void>;
  /**
   * @throws {Error} listing every violation: requests, results or updates that break the schema;
   * callback queries never answered; messages refused as too long or sent with more than 100
   * entities; calls made to a chat within its open `retry_after`; the token in `checkLogs` text
   */
  assertClean(): void;
  /** Stops the server. Stop the bot first, or it sees a dead connection. */
  close(): Promise<void>;
}

export interface FakeClock {
  /** Now, in milliseconds since 1970: runs with the machine's clock, plus every `advance`. */
  nowMs(): number;
  /**
   * Only what tests advanced, in milliseconds. Callback and inline queries expire by it, so that a
   * slow machine expires none.
   */
  advancedMs(): number;
  /** Moves dates, query expiry and `retry_after` windows on; a long poll keeps its real timeout. */
  advance(ms: number): void;
}

export interface UserOptions {
  /** Default: `Ann`. */
  readonly firstName?: string;
  readonly lastName?: string;
  /** Without the `@`. */
  readonly username?: string;
  /** IETF tag as clients report it, such as `en` or `zh-hans`. Default: none, as from old clients. */
  readonly languageCode?: string;
}

export interface GroupOptions {
  readonly title: string;
  readonly members: readonly FakeUser[];
  /** Those of the members who are administrators. Default: the first member, as creator. */
  readonly admins?: readonly FakeUser[];
  /** Default: `forum` where topics are given, else `supergroup`. */
  readonly kind?: "group" | "supergroup" | "forum";
  /** Names of the forum's topics besides General. */
  readonly topics?: readonly string[];
  /**
   * `member` sees what privacy mode lets through: commands, replies to its messages, mentions of it,
   * service messages. `administrator` sees all and may delete others' messages. Default: `member`.
   */
  readonly botStatus?: "member" | "administrator";
}

export interface FakeUser {
  readonly id: number;
  readonly user: User;
  /**
   * The user as a speaker in a chat.
   * @param options.topic name of a forum topic; without it a message goes to General
   */
  in(chat: FakeChat, options?: { readonly topic?: string }): Speaker;
  /** Blocks the bot: the private chat refuses its calls and the bot gets `my_chat_member`. */
  blocks(): void;
  unblocks(): void;
  /** Types `@bot query` somewhere; resolves with what the bot answers by `answerInlineQuery`. */
  asksInline(query: string): Promise<InlineAnswer>;
}

export interface Speaker {
  /**
   * Sends a text. As on the server, surrounding white space goes, and commands, mentions, links and
   * hashtags gain their entities.
   * @param options.entities formatting the user chose, offsets in UTF-16 units of `text`
   * @returns the message as the bot will see it, if it may
   */
  says(text: string, options?: { readonly entities?: readonly MessageEntity[] }): Promise<Message>;
  /** @param options.quote the part of the message the user selected; it must occur there */
  repliesTo(
    message: Message,
    text: string,
    options?: { readonly quote?: string },
  ): Promise<Message>;
  /** Changes an own text; the bot gets `edited_message`. */
  edits(message: Message, text: string): Promise<Message>;
  uploads(file: UploadedDocument): Promise<Message>;
  /**
   * Presses a button under the message's present state.
   * @param label the button's whole text
   * @returns what the bot passed to `answerCallbackQuery`; rejects where it never answers
   * @throws {Error} where no such button is there, or it is none that calls back
   */
  taps(message: Message, label: string): Promise<CallbackAnswer>;
  /** The command list this user sees in this chat, by Telegram's order of scopes and languages. */
  commands(): readonly BotCommand[];
}

interface UploadedDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Default: `application/octet-stream`. */
  readonly mimeType?: string;
  readonly caption?: string;
}

export interface CallbackAnswer {
  readonly text?: string;
  readonly show_alert?: boolean;
  readonly url?: string;
  readonly cache_time?: number;
}

export interface InlineAnswer {
  readonly results: readonly InlineQueryResult[];
  readonly cache_time?: number;
  readonly is_personal?: boolean;
  readonly next_offset?: string;
}

export interface WaitOptions {
  /** By the machine's clock. Default: `waitTimeoutMs` of the server. */
  readonly timeoutMs?: number;
}

export interface FakeChat {
  readonly id: number;
  /** The chat as messages carry it. */
  readonly chat: Chat;
  /** All messages not deleted, of users, the bot and Telegram itself, oldest first, as they now are. */
  readonly messages: readonly Message[];
  /** Those of them that the bot sent. */
  readonly botMessages: readonly Message[];
  /** Every chat action the bot showed here, oldest first. */
  readonly actions: readonly ShownAction[];
  /** The message as it now is; undefined once deleted. */
  message(messageId: number): Message | undefined;
  /** The bot's reactions to a message. */
  reactions(messageId: number): readonly ReactionType[];
  /**
   * The next message of the bot here that the test has not taken yet, in order of sending and as it
   * was sent; waits for it where there is none.
   * @throws {Error} showing the transcript, when the time is over
   */
  nextBotMessage(options?: WaitOptions): Promise<Message>;
  /** The next edit of the message that the test has not taken yet, as it was after that edit. */
  nextEdit(message: Message, options?: WaitOptions): Promise<Message>;
  /** The first bot message, in its present state, of which `accept` holds, now or later. */
  waitFor(accept: (message: Message) => boolean, options?: WaitOptions): Promise<Message>;
  /**
   * The conversation as text, one message after another:
   * ```
   * #1 Ann: How long is leave?
   * #2 bot ↩#1: **28** days [1](https://t.me/…)
   *   ▌Employees receive 28 days.
   *   [ 📖 1 ] [ 📖 2 ]
   * ```
   * Marks: `**bold**`, `_italic_`, `` `code` ``, `[text](url)`, `▌` before quoted lines (`▌…` where
   * the quote is folded), `(topic)` and `(edited)` after the speaker.
   */
  transcript(): string;
}

export interface FakeGroup extends FakeChat {
  /** Thread id of a topic. @throws {Error} where the group has no such topic */
  threadId(topic: string): number;
  /** A member removes and bans the bot; its calls are refused from here on. */
  kicksBot(by: FakeUser): void;
  /** A member adds the bot (again). */
  addsBot(by: FakeUser): void;
  /** A user joins; the bot sees the service message. */
  joins(user: FakeUser): void;
  /** Takes the right to send messages from the bot, or gives it back. */
  allowsBotToWrite(allowed: boolean): void;
  /** Upgrades a plain group; the old one refuses calls and names the new one, which is returned. */
  migrates(by: FakeUser): FakeGroup;
  /** Deletes a topic: calls naming its thread are refused. */
  deletesTopic(topic: string): void;
}

export interface FakeChannel extends FakeChat {
  posts(text: string): Promise<Message>;
}

export interface ShownAction {
  readonly action: string;
  readonly threadId: number | undefined;
  readonly atMs: number;
}

/**
 * What goes wrong with the next calls of a method. Without `afterEffect` the call changes nothing.
 *
 * - flood: `{ method, status: 429, retryAfterSeconds: 1 }`; opens a window in which Telegram refuses
 *   every call to that chat, and `assertClean` reports such calls
 * - server fault: `{ method, status: 502 }`
 * - no answer at all: `{ method, status: "lost" }`, and with `afterEffect` an answer lost after the
 *   message was sent
 * - nonsense: `{ method, status: 200, body: "<html>" }`
 */
export interface Fault {
  /** A method's name, or `*` for any but `getUpdates`. */
  readonly method: string;
  /** Only calls with this `chat_id`. Default: any. */
  readonly chatId?: number;
  /** How many calls it hits. Default: 1. */
  readonly times?: number;
  /** HTTP status and `error_code`; `lost` closes the connection without an answer. */
  readonly status: number | "lost";
  /** Default: Telegram's own words for the status. */
  readonly description?: string;
  readonly retryAfterSeconds?: number;
  /** The call does its work first. */
  readonly afterEffect?: boolean;
  /** Sent as it is, in place of the JSON envelope. */
  readonly body?: string;
}

export interface RecordedCall {
  readonly method: string;
  /** As understood after decoding; uploaded files stand as `{ upload: <part name> }`. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly atMs: number;
  /** `refused` and `faulted` with the description sent; undefined while it runs. */
  readonly outcome:
    | { readonly kind: "done" }
    | { readonly kind: "refused" | "faulted"; readonly description: string }
    | undefined;
}

export interface Violation {
  readonly kind:
    | "request breaks the schema"
    | "result breaks the schema"
    | "update breaks the schema"
    | "not modelled"
    | "text too long"
    | "too many entities"
    | "call within retry_after"
    | "token in the logs"
    | "callback query never answered"
    | "the fake itself failed";
  readonly detail: string;
}
