/** Answers one question with one message, whatever fails on the way. */

import type { Answer, Turn } from "../../prompts/answering/answer.ts";
import { AppError } from "../../corpus/errors.ts";
import { UsageError } from "../errors.ts";
import type { Language } from "../text/language.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import { checkQuestion } from "../text/question.ts";
import { followUpHistory } from "./follow-up-history.ts";
import { plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Place } from "./place.ts";
import { renderAnswer } from "./render-answer.ts";
import { postMessage } from "./send-message.ts";

export interface QuestionAsked {
  readonly question: string;
  readonly place: Place;
  readonly isPrivate: boolean;
  readonly repliesTo: number | undefined;
  readonly userId: number | undefined;
  readonly language: Language;
}

/**
 * 1. show that the bot is typing; 2. find the turns it may refer to; 3. ask; 4. keep the answer, so
 * that its buttons and replies to it work; 5. write its message down, to be sent.
 *
 * @throws where it cannot be written down, and whatever comes once the parts' signal is given: then
 *   there is no message, and the question may be answered after the restart
 */
export async function answerQuestion(parts: Parts, asked: QuestionAsked): Promise<void> {
  const { place, language } = asked;
  const stopTyping = keepTyping(parts, place);
  const answer = await ask(parts, asked).finally(stopTyping);
  if (typeof answer === "string") {
    await postMessage(parts.outbox, place, plainMessage(answer));
    return;
  }
  const answerId = await keep(parts, asked, answer);
  const options = { answerId, botUsername: parts.me.username, language };
  await postMessage(parts.outbox, place, renderAnswer(answer, options), answerId);
}

/** The answer, or one kind sentence where there is none. */
async function ask(parts: Parts, asked: QuestionAsked): Promise<Answer | string> {
  const { app, logger, signal } = parts;
  try {
    const question = checkQuestion(asked.question);
    return await app.ask({ question, history: await history(parts, asked), signal });
  } catch (error) {
    if (signal.aborted) throw error;
    const fields = { error, chatId: asked.place.chatId };
    if (error instanceof UsageError) logger.debug("A question was declined", fields);
    else if (error instanceof AppError) logger.warn("A question was not answered", fields);
    else logger.error("A question was not answered", fields);
    return kindSentence(error, asked.language);
  }
}

/** A question without its history is better than no answer. */
async function history(parts: Parts, asked: QuestionAsked): Promise<readonly Turn[]> {
  try {
    return await followUpHistory(parts, asked);
  } catch (error) {
    parts.logger.warn("The turns before a question could not be read", { error });
    return [];
  }
}

/** Undefined where it could not be kept: the answer is sent without buttons then. */
async function keep(
  { operations, logger }: Parts,
  { place, userId, question }: QuestionAsked,
  answer: Answer,
): Promise<string | undefined> {
  try {
    const { chatId, threadId } = place;
    return await operations.answers.save({ chatId, threadId, userId, question, answer });
  } catch (error) {
    logger.error("An answer could not be kept; it is sent without buttons", { error });
    return undefined;
  }
}

/** Shows that the bot is typing until the function returned is called; never waited for. */
function keepTyping(parts: Parts, place: Place): () => void {
  showTyping(parts, place);
  const timer = setInterval(() => showTyping(parts, place), parts.timing.typingEveryMs);
  return () => clearInterval(timer);
}

function showTyping({ fleeting, logger }: Parts, { chatId, threadId }: Place): void {
  const topic = threadId === undefined ? {} : { message_thread_id: threadId };
  fleeting.sendChatAction(chatId, "typing", topic).catch((error: unknown) => {
    logger.debug("Typing could not be shown", { error });
  });
}
