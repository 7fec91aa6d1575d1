/** Puts an answer where its reader waits for it; it learns which message shows it. */

import { setTimeout as pause } from "node:timers/promises";
import { GrammyError } from "grammy";
import type { OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Place } from "./place.ts";
import { editIntoAnswer, sendAnswer } from "./send-message.ts";

export interface AnswerToDeliver {
  readonly place: Place;
  readonly message: OutgoingMessage;
  /** The message that showed its progress, and becomes it. */
  readonly placeholder: number | undefined;
  /** Under which it is kept; undefined where there is nothing to keep. */
  readonly answerId?: string | undefined;
}

/**
 * Returns the id of the message that shows it; undefined where it takes longer than `receiptMs`: it is
 * on its way then, and holds up no other question.
 *
 * @throws what sending throws
 */
export async function deliverAnswer(
  parts: Parts,
  answer: AnswerToDeliver,
): Promise<number | undefined> {
  const { logger, timing } = parts;
  const timer = new AbortController();
  const delivery = deliver(parts, answer);
  const { signal } = timer;
  const isLate = pause(timing.receiptMs, true, { signal }).catch(() => false);
  const messageId = await Promise.race([delivery, isLate.then(() => undefined)]).finally(() =>
    timer.abort(),
  );
  if (messageId === undefined) {
    delivery.catch((error: unknown) => {
      logger.warn("An answer could not be sent after all", { error });
    });
  }
  return messageId;
}

async function deliver(parts: Parts, answer: AnswerToDeliver): Promise<number> {
  const { place, message, placeholder, answerId } = answer;
  if (placeholder === undefined) return sendAnswer(parts.outbox, place, message, answerId);
  const { chatId } = place;
  try {
    await editIntoAnswer(parts.outbox, { chatId, messageId: placeholder }, message, answerId);
    return placeholder;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
  const messageId = await sendAnswer(parts.outbox, place, message, answerId);
  await takeAway(parts, chatId, placeholder);
  return messageId;
}

/** Where the placeholder cannot be changed the answer stands beside it: one of the two is enough. */
async function takeAway(
  { fleeting, logger }: Parts,
  chatId: number,
  placeholder: number,
): Promise<void> {
  await fleeting.deleteMessage(chatId, placeholder).catch((error: unknown) => {
    logger.debug("A placeholder could not be deleted", { error });
  });
}
