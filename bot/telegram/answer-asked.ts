/** Answers a question as it was asked, or as it stands after an edit: then in the place of its answer. */

import type { Message } from "grammy/types";
import { answerQuestion, type QuestionAsked } from "./answer-question.ts";
import type { Parts } from "./parts.ts";

/** An edit that changes nothing of the question changes nothing of the answer. */
export async function answerAsked(
  parts: Parts,
  message: Pick<Message, "chat" | "message_id" | "edit_date">,
  asked: QuestionAsked,
): Promise<void> {
  const key = {
    chatId: message.chat.id,
    questionId: message.message_id,
    question: asked.question,
  };
  const { operations, logger } = parts;
  const before = message.edit_date === undefined ? undefined : await operations.asked.find(key);
  if (before?.isSameQuestion === true) return;
  const replaces = before?.messageId;
  const messageId = await answerQuestion(parts, { ...asked, replaces });
  if (messageId === undefined) return;
  await operations.asked.keep({ ...key, messageId }).catch((error: unknown) => {
    logger.warn("The question of an answer could not be remembered", { error });
  });
}
