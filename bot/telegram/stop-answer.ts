/** Stops an answer being written, for who asked: by its button, by the button of a draft, or by `/stop`. */

import type { Message, Update } from "grammy/types";
import { plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { placeOf } from "./place.ts";
import type { ButtonHandler } from "./route-callback.ts";
import { sendMessage } from "./send-message.ts";
import { languageOfUser } from "./speaker.ts";
import { telegramTexts } from "./texts.ts";

/** What was said by then follows from the answer itself, not from here. */
export const stopByButton: ButtonHandler<"stop"> = async (
  { running },
  { user, language, message },
  { questionId },
) => {
  const outcome = running.stop({ chatId: message.chat.id, questionId, userId: user.id });
  const text = telegramTexts[language].stop[outcome];
  return { notice: { text, isAlert: outcome !== "stopped" } };
};

/** A draft is shown in a private chat only, and its id is that of the question. */
export function stopByDraft(
  { running }: Pick<Parts, "running">,
  { chat, draft_id: questionId }: NonNullable<Update["stopped_message_generation"]>,
): void {
  running.stop({ chatId: chat.id, questionId, userId: chat.id });
}

/** Says something only where there is nothing to stop. */
export async function stopByCommand(parts: Parts, message: Message): Promise<void> {
  const { running, durable } = parts;
  const userId = message.from?.id;
  const chatId = message.chat.id;
  const stopped = userId === undefined ? 0 : running.stopAll({ chatId, userId });
  if (stopped > 0) return;
  const { none } = telegramTexts[languageOfUser(message.from)].stop;
  await sendMessage(durable, placeOf(message), plainMessage(none));
}
