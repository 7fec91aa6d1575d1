/** Takes votes on answers, and the reason of one that says it did not help. */

import type { StoredAnswer } from "../operations/answers.ts";
import type { Parts } from "./parts.ts";
import type { ButtonHandler, Tap } from "./route-callback.ts";
import { showAnswerButtons } from "./show-answer-buttons.ts";
import { telegramTexts } from "./texts.ts";

export const takeVote: ButtonHandler<"vote"> = async (parts, tap, { answerId, vote }) => {
  const { user, language } = tap;
  const stored = await findOwn(parts, tap, answerId);
  const words = telegramTexts[language];
  if (stored === undefined) return { notice: { text: words.answerForgotten, isAlert: true } };
  await parts.operations.votes.add({ answerId, userId: user.id, vote });
  const asksReason = vote === "down";
  return {
    notice: { text: asksReason ? words.askReason : words.voteTaken },
    follow: () => showAnswerButtons(parts, tap, stored, { asksReason }),
  };
};

export const takeReason: ButtonHandler<"reason"> = async (parts, tap, { answerId, reason }) => {
  const { user, language } = tap;
  const stored = await findOwn(parts, tap, answerId);
  const words = telegramTexts[language];
  if (stored === undefined) return { notice: { text: words.answerForgotten, isAlert: true } };
  await parts.operations.votes.add({ answerId, userId: user.id, vote: "down", reason });
  return {
    notice: { text: words.reasonTaken(words.voteReasons[reason]) },
    follow: () => showAnswerButtons(parts, tap, stored),
  };
};

/** The answer where it belongs to the chat in which it is tapped. */
async function findOwn(
  { operations }: Parts,
  { message }: Tap,
  answerId: string,
): Promise<StoredAnswer | undefined> {
  const stored = await operations.answers.find(answerId);
  return stored?.chatId === message.chat.id ? stored : undefined;
}
