/** What a test may set on the fake's server, and what the server notes down. */

export interface FakeBotApiOptions {
  /** Default: a well-formed token of nobody's. */
  readonly token?: string;
  /** Without the `@`. Default: `wenju_test_bot`. */
  readonly botUsername?: string;
  /** Where the clock starts. Default: the machine's time. */
  readonly startsAt?: Date;
  /** Time moves by `clock.advance` alone, so that no wait ends by itself. Default: false. */
  readonly stopsClock?: boolean;
  /** Lets `setWebhook` take `http://127.0.0.1:<port>/…`, which Telegram refuses. Default: false. */
  readonly allowsPlainWebhook?: boolean;
  /**
   * `getFile` writes files of any size into this folder and gives their absolute paths, as a server of
   * one's own does with `--local`; they are not downloaded then. Default: as in the cloud, 20 MB.
   */
  readonly filesFolder?: string;
  /**
   * Holds polls that ask for the same offset again within 3 s for 3 s, and gives them one update, as
   * Telegram does to clients that poll without a timeout. Default: false, so that tests stay quick.
   */
  readonly holdsShortPolls?: boolean;
  /** Whether people may ask the bot in chats it is not in. Default: false, as with BotFather. */
  readonly guestMode?: boolean;
  /**
   * Messages and edits the bot may send to one group within a minute of the clock; the next is
   * refused with 429. Telegram's documentation says 20. Default: any number.
   */
  readonly groupMessagesPerMinute?: number;
  /**
   * Calls that reach the server so soon after a 429 may have been on their way already: they are
   * refused and no violation, by the machine's clock. Default: 0, for bots that make one call at a
   * time to a chat.
   */
  readonly floodGraceMs?: number;
  /** How long every wait of the language lasts before it fails, by the machine's clock. Default: 10 s. */
  readonly waitTimeoutMs?: number;
}

export interface FakeClock {
  /** Now, in milliseconds since 1970: runs with the machine's clock, plus every `advance`. */
  nowMs(): number;
  /**
   * Only what tests advanced, in milliseconds. Queries, drafts and cached inline answers expire by
   * it, so that a slow machine expires none.
   */
  advancedMs(): number;
  /** Moves everything on that has a date or an end: also windows, held polls and redelivery. */
  advance(ms: number): void;
}

/**
 * What goes wrong with the next calls of a method. Without `afterEffect` the call changes nothing.
 *
 * - flood: `{ method, status: 429, retryAfterSeconds: 1 }`; opens a window in which Telegram refuses
 *   every call to that chat and makes the window longer, and `assertClean` reports such calls
 * - server fault: `{ method, status: 502 }`
 * - no answer at all: `{ method, status: "lost" }`, and with `afterEffect` an answer lost after the
 *   message was sent
 * - nonsense: `{ method, status: 200, body: "<html>" }`
 * - the true answer, drip by drip: `{ method, status: "slow", dripEveryMs: 5 }`
 * - the true answer, cut off in its middle: `{ method, status: "torn" }`
 */
export interface Fault {
  /** A method's name, or `*` for any but `getUpdates`. */
  readonly method: string;
  /** Only calls with this `chat_id`. Default: any. */
  readonly chatId?: number;
  /** How many calls it hits. Default: 1, or any number where a share is given. */
  readonly times?: number;
  /** Of the matching calls, how many it hits, from 0 to 1, chosen by the seed. Default: all. */
  readonly share?: number;
  /** Of the choice by `share`. Default: 1. */
  readonly seed?: number;
  /** HTTP status and `error_code`; `lost` closes the connection without an answer. */
  readonly status: number | "lost" | "slow" | "torn";
  /** Default: Telegram's own words for the status. */
  readonly description?: string;
  readonly retryAfterSeconds?: number;
  /** The call does its work first; always so where the answer is slow or torn. */
  readonly afterEffect?: boolean;
  /** Sent as it is, in place of the JSON envelope. */
  readonly body?: string;
  /** Between two drips of a slow answer, by the machine's clock. Default: 1. */
  readonly dripEveryMs?: number;
  /** Of one drip. Default: 1. */
  readonly dripBytes?: number;
}

/** Each share is from 0 to 1; default 0. The same seed makes the same choices in the same order. */
export interface Disorder {
  readonly seed: number;
  /** Of updates, those that come twice. */
  readonly duplicated?: number;
  /** Of updates, those that change places with the one before, within a batch or a webhook's lane. */
  readonly reordered?: number;
  /** Of updates, those held back for a while. */
  readonly delayed?: number;
  /** By the clock. Default: 50. */
  readonly longestDelayMs?: number;
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
    | "number without its source"
    | "quote is no stored sentence"
    | "question answered twice"
    | "the fake itself failed";
  readonly detail: string;
}
