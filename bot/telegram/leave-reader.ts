/** Leaves a reader: its message becomes the answer again, or goes. */

import { FormattedString } from "@grammyjs/parse-mode";
import { answerMessage } from "./answer-message.ts";
import { messageLink } from "./message-link.ts";
import { asMessage, plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { placeOf } from "./place.ts";
import { replaceMessage } from "./replace-message.ts";
import type { ButtonHandler, Tap } from "./route-callback.ts";
import { telegramTexts } from "./texts.ts";

/** The message becomes what it was, with the votes there are now. */
export const goBack: ButtonHandler<"back"> = async (parts, tap, { answerId }) => {
  const { message, language, isPrivate } = tap;
  const stored = await parts.operations.answers.find(answerId);
  if (stored?.chatId !== message.chat.id) {
    return { notice: { text: telegramTexts[language].answerForgotten, isAlert: true } };
  }
  const shown = await answerMessage(parts, stored, { language, isPrivate });
  return { follow: () => replace(parts, tap, shown) };
};

/** Opened from a group, it leaves the way back to the answer there; else it is deleted. */
export const closeReader: ButtonHandler<"close"> = async (parts, tap, { answerId }) => {
  const { message, language } = tap;
  const words = telegramTexts[language];
  const stored = answerId === undefined ? undefined : await parts.operations.answers.find(answerId);
  const url =
    stored?.messageId === undefined ? undefined : messageLink(stored.chatId, stored.messageId);
  if (url !== undefined) {
    const way = asMessage(FormattedString.link(words.answerInGroup, url));
    return { follow: () => replace(parts, tap, way) };
  }
  return {
    follow: async () => {
      try {
        await parts.durable.deleteMessage(message.chat.id, message.message_id);
      } catch (error) {
        parts.logger.debug("A reader could not be deleted", { error });
        await replace(parts, tap, plainMessage(words.readerClosed));
      }
    },
  };
};

async function replace(
  { durable }: Parts,
  { message }: Tap,
  shown: OutgoingMessage,
): Promise<void> {
  await replaceMessage(durable, placeOf(message), message.message_id, shown);
}
