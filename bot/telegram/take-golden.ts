/** Makes a golden question of an answer, or takes it back: an admin's tap, alone with the bot. */

import { expectLikewise } from "../golden/expectation-of.ts";
import { isLikewise } from "./answer-offers.ts";
import { auditAct } from "./audit-act.ts";
import { goldenButtonTexts } from "./golden-button-texts.ts";
import { rightsOf } from "./rights.ts";
import type { ButtonHandler } from "./route-callback.ts";
import { showAnswerButtons } from "./show-answer-buttons.ts";
import { telegramTexts } from "./texts.ts";

export const takeGolden: ButtonHandler<"golden"> = async (parts, tap, { answerId }) => {
  const { user, language, message, isPrivate } = tap;
  const { answers, goldenQuestions } = parts.operations;
  const { adminsOnly, answerForgotten, buttonUnknown } = telegramTexts[language];
  if (rightsOf(user, parts.settings).role !== "admin") {
    return { notice: { text: adminsOnly, isAlert: true } };
  }
  if (!isPrivate) return { notice: { text: buttonUnknown, isAlert: true } };
  const stored = await answers.find(answerId);
  if (stored?.chatId !== message.chat.id)
    return { notice: { text: answerForgotten, isAlert: true } };
  const { answer } = stored;
  const expected = expectLikewise(answer);
  if (expected === undefined || answer.kind === "unclear") {
    return { notice: { text: buttonUnknown, isAlert: true } };
  }
  const words = goldenButtonTexts[language];
  const follow = () => showAnswerButtons(parts, tap, stored);
  const standing = await goldenQuestions.ofAnswer(answerId);
  if (standing !== undefined && isLikewise(standing)) {
    await goldenQuestions.drop(standing.id);
    await auditAct(parts, {
      userId: user.id,
      act: "drop golden",
      details: { golden: standing.id },
    });
    return { notice: { text: words.dropped }, follow };
  }
  const golden = await goldenQuestions.add({
    question: answer.question,
    expected,
    scope: answer.scope,
    by: `telegram ${user.id}`,
    answerId,
  });
  await auditAct(parts, {
    userId: user.id,
    act: "golden",
    details: { golden, expected: expected.kind },
  });
  return { notice: { text: words.made[answer.kind], isAlert: true }, follow };
};
