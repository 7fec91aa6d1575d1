/** Lets who asked be told once the documents answer their question, or takes that back. */

import type { ButtonHandler } from "./route-callback.ts";
import { showAnswerButtons } from "./show-answer-buttons.ts";
import { telegramTexts } from "./texts.ts";
import { waitingTexts } from "./waiting-texts.ts";

export const tellLater: ButtonHandler<"tellMe"> = async (parts, tap, { answerId }) => {
  const { user, language, message } = tap;
  const { answers, waitingQuestions } = parts.operations;
  const words = waitingTexts[language];
  const stored = await answers.find(answerId);
  if (stored?.chatId !== message.chat.id) {
    return { notice: { text: telegramTexts[language].answerForgotten, isAlert: true } };
  }
  if (stored.answer.kind !== "notFound") {
    return { notice: { text: telegramTexts[language].buttonUnknown, isAlert: true } };
  }
  if (stored.userId !== user.id) return { notice: { text: words.notYours, isAlert: true } };
  const { question, generation } = stored.answer;
  const follow = () => showAnswerButtons(parts, tap, stored);
  if (await waitingQuestions.cancel(user.id, question)) {
    return { notice: { text: words.cancelled }, follow };
  }
  const asking = "reply_to_message" in message ? message.reply_to_message : undefined;
  const outcome = await waitingQuestions.add({
    userId: user.id,
    chatId: stored.chatId,
    threadId: stored.threadId,
    replyTo: asking?.message_id ?? message.message_id,
    question,
    language,
    askedAt: stored.createdAt,
    generation,
  });
  if (outcome === "full") return { notice: { text: words.full, isAlert: true } };
  return { notice: { text: words.promised, isAlert: true }, follow };
};
