/** Deletes what is kept of a person, when they say so twice. */

import type { InlineKeyboardMarkup, Message } from "grammy/types";
import { buttonData } from "./callback-data.ts";
import { type OutgoingMessage, plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { type Place, placeOf } from "./place.ts";
import { replaceMessage } from "./replace-message.ts";
import type { ButtonHandler } from "./route-callback.ts";
import { sendMessage } from "./send-message.ts";
import { languageOfUser } from "./speaker.ts";
import { startLink } from "./start-link.ts";
import { telegramTexts } from "./texts.ts";

/** Asks whether it is meant; in a group it leads to the private chat, for it concerns nobody else. */
export async function askToForget(parts: Parts, message: Message): Promise<void> {
  const { durable, me } = parts;
  const language = languageOfUser(message.from);
  const place = placeOf(message);
  const userId = message.from?.id;
  const url = startLink(me.username, { kind: "forget" });
  if (userId === undefined || message.chat.type !== "private") {
    const words = telegramTexts[language].forget;
    const button = url === undefined ? [] : [{ text: words.openPrivate, url }];
    await sendMessage(durable, place, {
      ...plainMessage(words.inPrivate),
      buttons: { inline_keyboard: [button] },
    });
    return;
  }
  await sendMessage(durable, place, await question(parts, userId, language));
}

async function question(
  { operations }: Parts,
  userId: number,
  language: ReturnType<typeof languageOfUser>,
): Promise<OutgoingMessage> {
  const counts = await operations.history.countOf(userId);
  const words = telegramTexts[language].forget;
  if (counts.questions === 0 && counts.votes === 0) return plainMessage(words.nothing);
  const buttons: InlineKeyboardMarkup = {
    inline_keyboard: [
      [
        {
          text: words.confirm,
          callback_data: buttonData({ kind: "forget", userId, isConfirmed: true }),
          style: "danger",
        },
        {
          text: words.cancel,
          callback_data: buttonData({ kind: "forget", userId, isConfirmed: false }),
        },
      ],
    ],
  };
  return { ...plainMessage(words.ask(counts)), buttons };
}

export const forgetOwn: ButtonHandler<"forget"> = async (parts, tap, { userId, isConfirmed }) => {
  const { message, user, language } = tap;
  const words = telegramTexts[language].forget;
  if (user.id !== userId) return { notice: { text: words.notYours, isAlert: true } };
  const text = isConfirmed
    ? words.done(await parts.operations.history.forget(userId))
    : words.cancelled;
  const place: Place = placeOf(message);
  return {
    follow: async () => {
      await replaceMessage(parts.durable, place, message.message_id, plainMessage(text));
    },
  };
};
