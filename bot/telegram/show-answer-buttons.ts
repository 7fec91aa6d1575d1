/** Shows the buttons of an answer anew after a tap on one of them. */

import type { StoredAnswer } from "../operations/answers.ts";
import { answerMessageButtons } from "./answer-message.ts";
import type { Parts } from "./parts.ts";
import type { Tap } from "./route-callback.ts";

/** Only the buttons change. What the tap did stands even where they cannot. */
export async function showAnswerButtons(
  parts: Parts,
  { message, language, isPrivate }: Tap,
  stored: StoredAnswer,
  { asksReason = false }: { readonly asksReason?: boolean } = {},
): Promise<void> {
  const { fleeting, logger } = parts;
  try {
    const buttons = await answerMessageButtons(parts, stored, { language, isPrivate, asksReason });
    if (buttons === undefined) return;
    await fleeting.editMessageReplyMarkup(message.chat.id, message.message_id, {
      reply_markup: buttons,
    });
  } catch (error) {
    // They stand there already, or the chat is to be left alone for a while.
    logger.debug("The buttons of an answer could not be shown anew", { error });
  }
}
