/** Calls that Telegram has to decline, with the words that the program knows it by. */

import { GrammyError } from "grammy";
import type { Trial, TrialResult, TrialRoom } from "./trial.ts";

interface Declined {
  readonly name: string;
  /** What the description must hold. */
  readonly words: RegExp;
  readonly call: (room: TrialRoom) => Promise<unknown>;
}

/** Telegram's own limit of a message, in characters. */
const longestMessage = 4_096;
/** No query has this id. */
const unknownQuery = "1";
/** No message of a chat made for trials has so high a number. */
const unknownMessage = 2_000_000_000;
/** No topic has so high a number in a chat made for trials. */
const unknownThread = 2_000_000_000;

const declined: readonly Declined[] = [
  {
    name: "a message that is too long is declined",
    words: /message is too long/u,
    call: ({ api, chat }) => api.sendMessage(chat.id, "长".repeat(longestMessage + 1)),
  },
  {
    name: "an unknown topic is declined",
    words: /message thread not found/u,
    call: ({ api, chat }) => api.sendMessage(chat.id, "?", { message_thread_id: unknownThread }),
  },
  {
    // Messages whose receipt was lost are looked for by edits.
    name: "an edit of a message that is not there is declined",
    words: /message to edit not found/u,
    call: ({ api, chat }) => api.editMessageText(chat.id, unknownMessage, "?"),
  },
  {
    name: "a tap that is too old cannot be answered",
    words: /query is too old/u,
    call: ({ api }) => api.answerCallbackQuery(unknownQuery),
  },
  {
    name: "an inline query that is too old cannot be answered",
    words: /query is too old/u,
    call: ({ api }) => api.answerInlineQuery(unknownQuery, []),
  },
  {
    name: "callback data of more than 64 bytes is declined",
    words: /BUTTON_DATA_INVALID/u,
    call: ({ api, chat }) =>
      api.sendMessage(chat.id, "?", {
        reply_markup: { inline_keyboard: [[{ text: "?", callback_data: "x".repeat(65) }]] },
      }),
  },
];

export const refusalTrials: readonly Trial[] = declined.map(({ name, words, call }) => ({
  name,
  run: async (room) => compare(await refusalOf(() => call(room)), words),
}));

/** The description of the refusal; undefined where the call was taken. */
export async function refusalOf(call: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await call();
    return undefined;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code === 429) throw error;
    return `${error.error_code} ${error.description}`;
  }
}

export function compare(refusal: string | undefined, words: RegExp): TrialResult {
  const found = refusal ?? "taken";
  return words.test(found)
    ? { found, messageIds: [] }
    : { found, expected: `a refusal with ${words.source}`, messageIds: [] };
}
