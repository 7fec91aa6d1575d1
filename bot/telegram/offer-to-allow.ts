/** Tells a chat once that it is not allowed yet, and asks the admins about it. */

import type { Chat, User } from "grammy/types";
import type { Language } from "../text/language.ts";
import { plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Place } from "./place.ts";
import { renderOffer } from "./render-offer.ts";
import { sendMessage } from "./send-message.ts";
import { telegramTexts } from "./texts.ts";

export interface OfferAsked {
  readonly chat: Chat;
  /** Where to answer. */
  readonly place: Place;
  /** Absent where a channel or an anonymous administrator asks. */
  readonly askedBy: User | undefined;
  readonly language: Language;
}

/** Returns a function that never offers one chat twice at the same time. */
export function createOfferToAllow(parts: Parts): (asked: OfferAsked) => Promise<void> {
  const running = new Set<number>();
  return async (asked) => {
    const { id } = asked.chat;
    if (running.has(id)) return;
    running.add(id);
    try {
      await offerToAllow(parts, asked);
    } finally {
      running.delete(id);
    }
  };
}

/** The chat counts as told when all is sent, so that a crash between repeats it. */
async function offerToAllow(
  { durable, operations, settings, logger }: Parts,
  { chat, place, askedBy, language }: OfferAsked,
): Promise<void> {
  const { chats } = operations;
  if ((await chats.find(chat.id))?.isTold === true) return;
  // Nobody knows the admins' language before they speak.
  const card = renderOffer({ chat, askedBy, nonce: await chats.nonce(chat.id) }, language);
  for (const chatId of settings.adminIds) {
    await sendMessage(durable, { chatId }, card).catch((error: unknown) => {
      logger.warn("An admin could not be asked about a chat; they must write to the bot first", {
        error,
        adminId: chatId,
      });
    });
  }
  const notice = plainMessage(telegramTexts[language].chatNotAllowed);
  await sendMessage(durable, place, notice).catch((error: unknown) => {
    logger.info("A chat could not be told that it is not allowed", { error, chatId: chat.id });
  });
  await chats.markTold(chat.id);
}
