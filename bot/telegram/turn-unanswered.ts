/** Turns the card of questions that were not answered, and does what is pressed on it. */

import { expectBetter } from "../golden/expectation-of.ts";
import type { UnansweredGroup } from "../unanswered/list-unanswered.ts";
import { auditAct } from "./audit-act.ts";
import { goldenButtonTexts } from "./golden-button-texts.ts";
import { placeOf } from "./place.ts";
import type { Parts } from "./parts.ts";
import { replaceMessage } from "./replace-message.ts";
import { rightsOf } from "./rights.ts";
import type { ButtonHandler, Tap } from "./route-callback.ts";
import { telegramTexts } from "./texts.ts";
import { groupsFor, isWishOf, unansweredCard } from "./unanswered-card.ts";
import { unansweredTexts } from "./unanswered-texts.ts";

export const turnUnanswered: ButtonHandler<"unanswered"> = async (parts, tap, button) => {
  const { user, language, message, isPrivate } = tap;
  const { adminsOnly, buttonUnknown } = telegramTexts[language];
  const rights = rightsOf(user, parts.settings);
  if (rights.role === "reader") return { notice: { text: adminsOnly, isAlert: true } };
  if (!isPrivate) return { notice: { text: buttonUnknown, isAlert: true } };
  const { days, page, act } = button;
  const follow = async (): Promise<void> => {
    const card = await unansweredCard(parts, { rights, days, page, language });
    await replaceMessage(parts.durable, placeOf(message), message.message_id, card);
  };
  if (act === undefined) return { follow };
  const groups = await groupsFor(parts, { rights, days });
  const group = groups.find(({ answerIds }) => answerIds.includes(act.answerId));
  const words = unansweredTexts[language];
  if (group === undefined) return { notice: { text: words.gone, isAlert: true }, follow };
  if (act.name === "golden") return { notice: { text: await wish(parts, tap, group) }, follow };
  await parts.operations.unanswered.settle(group.answerIds);
  await auditAct(parts, {
    userId: user.id,
    act: "settle",
    details: { questions: group.answerIds.length },
  });
  return { notice: { text: words.settled }, follow };
};

/** Makes the wish, or takes it back. @returns what to tell */
async function wish(
  parts: Parts,
  { user, language }: Tap,
  group: UnansweredGroup,
): Promise<string> {
  const { answers, goldenQuestions } = parts.operations;
  const standing = (await goldenQuestions.active()).filter((one) => isWishOf(group, one));
  for (const { id } of standing) {
    await goldenQuestions.drop(id);
    await auditAct(parts, { userId: user.id, act: "drop golden", details: { golden: id } });
  }
  if (standing.length > 0) return goldenButtonTexts[language].dropped;
  const stored = await answers.find(group.answerId);
  if (stored === undefined) return unansweredTexts[language].gone;
  const expected = expectBetter(stored.answer);
  const golden = await goldenQuestions.add({
    question: group.question,
    expected,
    scope: group.scope,
    by: `telegram ${user.id}`,
    answerId: group.answerId,
  });
  await auditAct(parts, {
    userId: user.id,
    act: "golden",
    details: { golden, expected: expected.kind },
  });
  return unansweredTexts[language].goldenMade;
}
