/** Puts an answer where its reader waits for it, and remembers which message shows it. */

import type { OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Place } from "./place.ts";
import { replaceMessage } from "./replace-message.ts";
import { sendMessage } from "./send-message.ts";

export interface AnswerToDeliver {
  readonly place: Place;
  readonly message: OutgoingMessage;
  /** The message that showed its progress, and becomes it. */
  readonly placeholder: number | undefined;
  /** Under which it is kept; undefined where there is nothing to keep. */
  readonly answerId?: string | undefined;
}

/** @returns the id of the message that shows it @throws what sending throws */
export async function deliverAnswer(parts: Parts, answer: AnswerToDeliver): Promise<number> {
  const { place, message, placeholder, answerId } = answer;
  const messageId =
    placeholder === undefined
      ? await sendMessage(parts.durable, place, message)
      : await takePlace(parts, place, placeholder, message);
  if (answerId === undefined) return messageId;
  try {
    await parts.operations.answers.attachMessage(answerId, messageId);
  } catch (error) {
    parts.logger.warn("The message of an answer could not be remembered", { error });
  }
  return messageId;
}

/** Where the placeholder cannot be changed the answer stands beside it: one of the two is enough. */
async function takePlace(
  { durable, fleeting, logger }: Parts,
  place: Place,
  placeholder: number,
  message: OutgoingMessage,
): Promise<number> {
  const messageId = await replaceMessage(durable, place, placeholder, message);
  if (messageId === placeholder) return messageId;
  await fleeting.deleteMessage(place.chatId, placeholder).catch((error: unknown) => {
    logger.debug("A placeholder could not be deleted", { error });
  });
  return messageId;
}
