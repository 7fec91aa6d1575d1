/** Puts a message in the place of another, or beside it where that cannot be. */

import { GrammyError, type Api } from "grammy";
import type { OutgoingMessage } from "./outgoing-message.ts";
import type { Place } from "./place.ts";
import { editMessage, sendMessage } from "./send-message.ts";

/**
 * Returns the id of the message that shows it: the given one, or that of a new one where the given one
 * was deleted or can no longer be changed.
 *
 * @throws {GrammyError | HttpError} where Telegram took neither
 */
export async function replaceMessage(
  api: Api,
  place: Place,
  messageId: number,
  message: OutgoingMessage,
): Promise<number> {
  try {
    await editMessage(api, place.chatId, messageId, message);
    return messageId;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    // It shows it already: the answer to an earlier try was lost.
    if (/message is not modified/iu.test(error.description)) return messageId;
    return sendMessage(api, place, message);
  }
}
