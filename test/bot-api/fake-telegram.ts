/**
 * What a test may do with the fake of Telegram: the language in which users speak, tap and wait.
 * `openFakeBotApi` in `fake-bot-api.ts` returns a `FakeTelegram`.
 *
 * Messages are the Bot API's own `Message` objects, frozen as they were when handed out; ask the
 * chat again (`chat.message(id)`) for the present state.
 *
 * Long for the language's sake: one who writes a test reads it from top to bottom.
 */

import type {
  BotCommand,
  Chat,
  InlineQueryResult,
  InlineQueryResultsButton,
  Message,
  MessageEntity,
  ReactionType,
  Update,
  User,
  UserFromGetMe,
} from "grammy/types";
import type { Disorder, FakeClock, Fault, RecordedCall, Violation } from "./server-switches.ts";

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
  /** What was wrong with single calls and updates so far, and with logs that were checked. */
  readonly violations: readonly Violation[];

  /** A new person. They have no private chat with the bot until `privateChat` opens it. */
  user(options?: UserOptions): FakeUser;
  /** The private chat of the user and the bot, started by the user; the same one when asked again. */
  privateChat(user: FakeUser): FakeChat;
  /** A group where the bot is a silent member already (no update tells of its arrival). */
  group(options: GroupOptions): FakeGroup;
  /** A channel in which the bot is an administrator. */
  channel(options: ChannelOptions): FakeChannel;

  /** Makes the next matching calls fail; faults are used up in the order they were set. */
  fault(fault: Fault): void;
  /** No more faults. */
  clearFaults(): void;
  /** Delivery as on a bad day, until it is changed; an update held back gets its id when let go. */
  disorder(disorder: Disorder | undefined): void;
  /** Delivers an update once more under its old `update_id`, as Telegram does after a lost confirmation. */
  redeliver(updateId: number): void;
  /** Refuses and ends every connection until `goesOnline`. */
  goesOffline(): Promise<void>;
  /** Listens on the same port again. */
  goesOnline(): Promise<void>;
  /** From now on the token is refused, as after BotFather's /revoke. */
  revokesToken(): void;
  /** Records a violation where the text of the bot's logs holds the token or its secret half. */
  checkLogs(text: string): void;
  /** Every quote the bot shows must be one for which this holds, byte for byte. */
  knownSentences(isKnown: (sentence: string) => boolean): void;
  /** Declares questions that may have several answers; without it each has one message. */
  expectsSeveralAnswers(accept: (question: Message) => boolean): void;
  /**
   * Resolves when the bot has confirmed every update, by its offset or its webhook's answer, and no
   * call is being answered, so that a test may assert silence.
   *
   * A bot on grammY's own polling confirms after its handlers finish; one on the concurrent runner
   * or a webhook confirms before: there, await the bot's own drain first, or ask for a quiet time.
   * @param options.quietMs how long that state must hold, by the machine's clock; default 0
   */
  idle(options?: { readonly quietMs?: number; readonly timeoutMs?: number }): Promise<void>;
  /** Resolves when the bot holds a poll open, as one does that is up and has nothing to do. */
  polled(options?: WaitOptions): Promise<void>;
  /** Everything `assertClean` would list, for tests in which some of it is meant. */
  brokenRules(): readonly Violation[];
  /**
   * @throws {Error} listing every violation: requests, results or updates that break the schema;
   * callback queries never answered; messages refused as too long or sent with more than 100
   * entities; calls made to a chat within its open `retry_after`; the token in `checkLogs` text;
   * numbers such as `[2]` that name no source shown in their message; quotes that `knownSentences`
   * does not know; messages of people with two answers of the bot
   */
  assertClean(): void;
  /** Stops the server. Stop the bot first, or it sees a dead connection. */
  close(): Promise<void>;
}

export interface UserOptions {
  /** Default: `Ann`. */
  readonly firstName?: string;
  readonly lastName?: string;
  /** Without the `@`. */
  readonly username?: string;
  /** IETF tag as clients report it, such as `en` or `zh-hans`. Default: none, as from old clients. */
  readonly languageCode?: string;
  /** Another bot. Default: false. */
  readonly isBot?: boolean;
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
   * messages sent through it, service messages. `administrator` sees all and may delete others'
   * messages. `outside`: it was never there. Default: `member`.
   */
  readonly botStatus?: "member" | "administrator" | "outside";
}

export interface ChannelOptions {
  readonly title: string;
  /** The discussion group into which Telegram forwards every post. */
  readonly linkedTo?: FakeGroup;
}

export interface FakeUser {
  readonly id: number;
  readonly user: User;
  /** The user as a speaker in a chat. */
  in(chat: FakeChat, options?: SpeakerOptions): Speaker;
  /** Blocks the bot: the private chat refuses its calls and the bot gets `my_chat_member`. */
  blocks(): void;
  unblocks(): void;
  /** Deletes the account: the private chat refuses the bot's calls; nothing tells it so. */
  deletesAccount(): void;
  /**
   * Types `@bot query` in a chat; resolves with what the bot answers, or with what Telegram still
   * keeps of its last answer to the same query.
   * @param options.in where it is typed and picked; default the private chat with the bot
   */
  inline(query: string, options?: InlineOptions): Promise<ShownInlineResults>;
  /**
   * Follows a link of the bot: `https://t.me/<bot>?start=…` sends `/start …` in the private chat.
   * @throws {Error} where the link leads elsewhere
   */
  opens(url: string): Promise<Message>;
  /**
   * Presses Stop on the draft shown in the private chat; the bot gets `stopped_message_generation`.
   * @param draft default: the one that is shown
   * @throws {Error} where no such draft is shown or it has no such button
   */
  stops(draft?: ShownDraft): void;
}

export interface SpeakerOptions {
  /** Name of a forum topic; without it a message goes to General. */
  readonly topic?: string;
  /** An administrator who stays anonymous, or a channel as the sender. Default: the user. */
  readonly as?: "anonymous" | FakeChannel;
}

export interface InlineOptions {
  readonly in?: FakeChat;
  /** `next_offset` of the results before. Default: empty. */
  readonly offset?: string;
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
  /** Changes an own text or caption; the bot gets `edited_message`. */
  edits(message: Message, text: string): Promise<Message>;
  /** Deletes a message; the bot is not told. */
  deletes(message: Message): void;
  /** @param file with `sizeBytes` alone for one that only claims to be so large */
  uploads(file: UploadedFile): Promise<Message>;
  /** @returns a message for each file, one `media_group_id`, the caption under the first */
  sendsAlbum(
    files: readonly UploadedFile[],
    options?: { readonly caption?: string },
  ): Promise<readonly Message[]>;
  sendsPhoto(options?: { readonly caption?: string }): Promise<Message>;
  sendsVoice(options?: { readonly seconds?: number }): Promise<Message>;
  sendsSticker(emoji?: string): Promise<Message>;
  /**
   * Forwards a message of any chat to here: text, entities and files stay; buttons only where each
   * of them works anywhere, so one that calls back takes the whole keyboard away.
   * @param options.hidesSender the author's account is not linked in forwards
   */
  forwards(message: Message, options?: { readonly hidesSender?: boolean }): Promise<Message>;
  /** @param emoji undefined takes the reaction back. An administrator bot that asked for it is told. */
  reacts(message: Message, emoji: string | undefined): void;
  /**
   * Presses a button under a message's present state.
   * @param message default: the latest message here that has the button
   * @param label the button's whole text
   * @returns what the bot passed to `answerCallbackQuery`; rejects where it never answers
   * @throws {Error} where no such button is there, or it is none that calls back
   */
  taps(label: string): Promise<CallbackAnswer>;
  taps(message: Message, label: string): Promise<CallbackAnswer>;
  /** The command list this user sees in this chat, by Telegram's order of scopes and languages. */
  commands(): readonly BotCommand[];
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes?: Uint8Array;
  /** In place of `bytes`: the size Telegram tells, up to 2 GB, without anything held in memory. */
  readonly sizeBytes?: number;
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
  readonly button?: InlineQueryResultsButton;
}

export interface ShownInlineResults extends InlineAnswer {
  /**
   * Sends a result through the bot; it gets `chosen_inline_result`, and the message where it may.
   * @param result one of the results or its place, from 0; default the first
   * @returns the message; the bot may edit it only where it has buttons
   */
  picks(result?: InlineQueryResult | number): Promise<Message>;
  /** Presses the button above the results: `/start <parameter>` in the private chat. */
  pressesButton(): Promise<Message>;
}

/** One frame of a draft as the user saw it. */
export interface ShownDraft {
  readonly chatId: number;
  readonly draftId: number;
  readonly threadId: number | undefined;
  /** Empty for Telegram's own “Thinking…”. */
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly canStop: boolean;
  readonly keepOnStop: boolean;
  readonly atMs: number;
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
  /** Every frame of every draft, oldest first. */
  readonly drafts: readonly ShownDraft[];
  /** The draft on the screen now: for 30 s of advanced time, until a message or a stop. */
  readonly draft: ShownDraft | undefined;
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
  /** The next frame of a draft that the test has not taken yet. */
  nextDraft(options?: WaitOptions): Promise<ShownDraft>;
  /** The bot's first answer to a message, by its reply, in its present state. */
  answerTo(question: Message, options?: WaitOptions): Promise<Message>;
  /** The first bot message, in its present state, of which `accept` holds, now or later. */
  waitFor(accept: (message: Message) => boolean, options?: WaitOptions): Promise<Message>;
  /**
   * The conversation as it now stands, one message after another:
   * ```
   * #1 Ann: How long is leave?
   * #2 bot ↩#1 (edited): **28** days [1](https://t.me/…)
   *   ▌Employees receive 28 days.
   *   [ 📖 1 ] [ Open ↗ ]
   *   Ann taps 📖 1 → “Source 1”
   *   Ann 👍 · bot 👀
   * … draft 7: **28** days [ Stop ]
   * ```
   * Marks: `**bold**`, `_italic_`, `` `code` ``, `[text](url)`, `▌` before quoted lines (`▌…` where
   * the quote is folded); taps where the bot said something, or never answered; after the speaker `(topic)`, `(forwarded from …)`, `(edited)`; buttons with
   * `↗` open a link, with `⧉` copy, with `✕` are disabled.
   */
  transcript(): string;
  /** The same marks in the order of time: every edit, tap, reaction, draft and deletion by itself. */
  history(): string;
}

export interface FakeGroup extends FakeChat {
  /** Thread id of a topic. @throws {Error} where the group has no such topic */
  threadId(topic: string): number;
  /** A member removes and bans the bot; its calls are refused from here on. */
  kicksBot(by: FakeUser): void;
  /** A member adds the bot (again). */
  addsBot(by: FakeUser): void;
  /** Makes the bot an administrator, or a plain member again; it is told by `my_chat_member`. */
  promotesBot(by: FakeUser, isAdministrator?: boolean): void;
  /** A user joins; the bot sees the service message. */
  joins(user: FakeUser): void;
  /** A member leaves; the bot sees the service message. */
  leaves(user: FakeUser): void;
  /** Takes the right to send messages from the bot, or gives it back. */
  allowsBotToWrite(allowed: boolean): void;
  /** Shuts the chat to the bot's writing as a whole, which is refused in other words. */
  shutsBotOut(isShut: boolean): void;
  /** Upgrades a plain group; the old one refuses calls and names the new one, which is returned. */
  migrates(by: FakeUser): FakeGroup;
  /** Deletes a topic: calls naming its thread are refused. */
  deletesTopic(topic: string): void;
}

export interface FakeChannel extends FakeChat {
  /** The discussion group gets it too, forwarded by Telegram itself. */
  posts(text: string): Promise<Message>;
  edits(post: Message, text: string): Promise<Message>;
}

export interface ShownAction {
  readonly action: string;
  readonly threadId: number | undefined;
  readonly atMs: number;
}
