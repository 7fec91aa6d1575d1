/** How fast Telegram may be called, kept below what it punishes. */

import type { Allowance } from "./call-window.ts";

/**
 * Telegram's own words: one message a second in a chat with short bursts, twenty a minute in a
 * group, about thirty a second over all; drafts twenty in five seconds. Below them is room for the
 * calls of a second process and for clocks that differ.
 *
 * @see https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 */
export interface Pace {
  /** All chats together. */
  readonly overall: Allowance;
  /** All of them hold. */
  readonly privateChat: readonly Allowance[];
  readonly group: readonly Allowance[];
  /** Shortest time between two drafts of a chat. */
  readonly draftEveryMs: number;
  /** The same between two words that the bot is typing. */
  readonly typingEveryMs: number;
}

const burst: Allowance = { calls: 3, perMs: 3_000 };

export const defaultPace: Pace = {
  overall: { calls: 25, perMs: 1_000 },
  privateChat: [burst],
  group: [burst, { calls: 18, perMs: 60_000 }],
  draftEveryMs: 1_200,
  typingEveryMs: 4_500,
};

/** What only looks nice leaves this share of every allowance to what must arrive. */
export const shareLeft = 1 / 3;
