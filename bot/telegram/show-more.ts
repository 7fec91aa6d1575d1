/** Shows what of an answer had no room: in its place in a private chat, beside it elsewhere. */

import type { Language } from "../text/language.ts";
import { plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { type Place, placeOf } from "./place.ts";
import { renderMore } from "./render-more.ts";
import { replaceMessage } from "./replace-message.ts";
import type { ButtonHandler } from "./route-callback.ts";
import { sendMessage } from "./send-message.ts";
import { startLink, type StartLink } from "./start-link.ts";
import { telegramTexts } from "./texts.ts";

/** In a group the tapper is led to the private chat, so that the answer stays as it is for the others. */
export const showMore: ButtonHandler<"more"> = async (
  { operations, me, durable },
  { message, isPrivate, language },
  { answerId, page, isInAnswer },
) => {
  const stored = await operations.answers.find(answerId);
  const isShown = !isInAnswer || stored?.chatId === message.chat.id;
  const options = { botUsername: me.username, language, isInAnswer };
  const shown = stored && isShown ? renderMore(stored, page, options) : undefined;
  if (shown === undefined) {
    return { notice: { text: telegramTexts[language].answerForgotten, isAlert: true } };
  }
  const url = startLink(me.username, { kind: "more", answerId, page });
  if (!isPrivate && url !== undefined) return { notice: { url } };
  return {
    follow: async () => {
      await replaceMessage(durable, placeOf(message), message.message_id, shown);
    },
  };
};

/** Sends the page a deep link names to the private chat. */
export async function sendMore(
  { operations, me, durable }: Parts,
  place: Place,
  { answerId, page }: Extract<StartLink, { kind: "more" }>,
  language: Language,
): Promise<void> {
  const stored = await operations.answers.find(answerId);
  const options = { botUsername: me.username, language, isInAnswer: false };
  const shown = stored && renderMore(stored, page, options);
  const forgotten = plainMessage(telegramTexts[language].answerForgotten);
  await sendMessage(durable, place, shown ?? forgotten);
}
