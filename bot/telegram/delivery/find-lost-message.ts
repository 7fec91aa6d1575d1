/**
 * Finds out whether a message stands in the chat whose receipt was lost.
 *
 * The Bot API can neither list messages nor recognise a repeated call. But an edit that changes
 * nothing tells: Telegram answers that the message "is not modified" where it is the bot's and says
 * the same, that it "can't be edited" where it is somebody else's, and that it is not found where
 * there is none. Numbers of messages only grow, so the lost one has a number above every message
 * known before it was sent, and below every one sent later.
 */

import { type Api, GrammyError } from "grammy";
import type { StoredOutgoing } from "../../operations/outbox.ts";
import type { RepeatInTurn } from "./repeat-in-turn.ts";

export interface LostMessageSearch {
  readonly api: Pick<Api, "raw">;
  readonly message: Pick<StoredOutgoing, "method" | "chatId" | "payload">;
  /** Numbers to look at, in this order; the bot's other messages are not among them. */
  readonly numbers: readonly number[];
  /** Makes each look in its time, and again where it does not tell. */
  readonly repeat: RepeatInTurn;
}

/**
 * Numbers under which the message stands, in the order looked at.
 *
 * @throws {GrammyError | HttpError} where Telegram does not say
 */
export async function* findLostMessage(search: LostMessageSearch): AsyncGenerator<number> {
  for (const number of search.numbers) {
    const { chatId } = search.message;
    if (await search.repeat(chatId, () => isThatMessage(search, number))) yield number;
  }
}

async function isThatMessage(
  { api, message: { method, chatId, payload } }: LostMessageSearch,
  number: number,
): Promise<boolean> {
  const { text, entities, link_preview_options, caption, reply_markup } = payload;
  const same = { text, entities, link_preview_options, caption, reply_markup };
  const given = Object.entries(same).filter(([, value]) => value !== undefined);
  try {
    // What the outbox keeps is what the message was to be sent with.
    const edit = { chat_id: chatId, message_id: number, ...Object.fromEntries(given) };
    await (method === "sendDocument"
      ? api.raw.editMessageCaption(edit)
      : api.raw.editMessageText(edit));
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    return /not modified/iu.test(error.description);
  }
}
