/** Answers one question with one message, whatever fails on the way. */

import type { Answer, Turn } from "../../prompts/answering/answer.ts";
import { AppError } from "../../corpus/errors.ts";
import { UsageError } from "../errors.ts";
import type { Language } from "../text/language.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import { checkQuestion } from "../text/question.ts";
import { type AnswerOffers, findOffers } from "./answer-offers.ts";
import { deliverAnswer } from "./deliver-answer.ts";
import { followUpHistory } from "./follow-up-history.ts";
import { plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Place } from "./place.ts";
import { renderAnswer } from "./render-answer.ts";
import { type ShownProgress, showProgress } from "./show-progress.ts";
import { telegramTexts } from "./texts.ts";

export interface QuestionAsked {
  readonly question: string;
  /** Its `replyTo` is the message that asks. */
  readonly place: Place;
  readonly isPrivate: boolean;
  readonly repliesTo: number | undefined;
  /** What it is about: somebody else's words, or a sentence that we showed. */
  readonly about?: string | undefined;
  readonly userId: number | undefined;
  /** The message of ours that the answer takes the place of: that of the question before its edit. */
  readonly replaces?: number | undefined;
  readonly language: Language;
}

/**
 * 1. show that the bot is typing, then how far it is; 2. find the turns it may refer to; 3. ask;
 * 4. keep the answer, so that its buttons and replies to it work; 5. deliver it, in the place of what
 * showed the progress.
 *
 * @returns the id of the message that shows the answer; undefined while it still waits to be sent
 * @throws what sending throws, and whatever comes once the parts' signal is given: then no answer
 *   was sent, and the question may be answered after the restart
 */
export async function answerQuestion(
  parts: Parts,
  asked: QuestionAsked,
): Promise<number | undefined> {
  const { place, language, isPrivate } = asked;
  const { answer, placeholder } = await askInSight(parts, asked);
  if (typeof answer === "string") {
    return deliverAnswer(parts, { place, placeholder, message: plainMessage(answer) });
  }
  const answerId = await keep(parts, asked, answer);
  const offers = await offersFor(parts, asked, answer, answerId);
  const options = { answerId, botUsername: parts.me.username, language, isPrivate, offers };
  const message = renderAnswer(answer, options);
  return deliverAnswer(parts, { place, placeholder, message, answerId });
}

/** Asks while the asker sees how far it is, and may stop it. */
async function askInSight(
  parts: Parts,
  asked: QuestionAsked,
): Promise<{ readonly answer: Answer | string; readonly placeholder: number | undefined }> {
  const { place, language, isPrivate, userId } = asked;
  const questionId = place.replyTo;
  const stopTyping = keepTyping(parts, place);
  const running =
    questionId === undefined
      ? undefined
      : parts.running.begin({ chatId: place.chatId, questionId, userId });
  let progress: ShownProgress | undefined;
  let placeholder: number | undefined;
  let answer: Answer | string;
  try {
    const { replaces } = asked;
    const seen = { place, isPrivate, questionId, replaces, language, onShown: stopTyping };
    progress = await showProgress(parts, seen);
    answer = await ask(parts, asked, progress, running?.signal);
  } finally {
    running?.end();
    stopTyping();
    placeholder = (await progress?.close()) ?? asked.replaces;
  }
  return { answer, placeholder };
}

/** The answer, or one kind sentence where there is none. */
async function ask(
  parts: Parts,
  asked: QuestionAsked,
  { onStage, onStatement }: ShownProgress,
  stop: AbortSignal | undefined,
): Promise<Answer | string> {
  const { app, operations, logger, signal } = parts;
  try {
    const question = checkQuestion(asked.question);
    return await app.ask({
      question,
      history: await history(parts, asked),
      scope: await operations.scopes.find(asked.place),
      signal,
      onStage,
      ...(stop === undefined ? {} : { stop }),
      ...(onStatement === undefined ? {} : { onStatement }),
    });
  } catch (error) {
    if (signal.aborted) throw error;
    if (stop?.aborted === true) return telegramTexts[asked.language].stoppedEmpty;
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

/** None where they cannot be found: the answer is worth more. */
async function offersFor(
  parts: Parts,
  { place: { chatId }, userId, isPrivate }: QuestionAsked,
  answer: Answer,
  id: string | undefined,
): Promise<AnswerOffers> {
  if (id === undefined) return {};
  try {
    return await findOffers(parts, { id, chatId, userId, answer }, isPrivate);
  } catch (error) {
    parts.logger.warn("An answer is sent without what is offered under it", { error });
    return {};
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
