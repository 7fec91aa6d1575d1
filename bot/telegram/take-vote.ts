/** Takes votes on answers, and the reason of one that says it did not help. */

import type { StoredAnswer } from "../operations/answers.ts";
import { answerMessageButtons } from "./answer-message.ts";
import type { Parts } from "./parts.ts";
import type { ButtonHandler, Reaction, Tap } from "./route-callback.ts";
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
    ...showVotes(parts, tap, stored, asksReason),
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
    ...showVotes(parts, tap, stored, false),
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

/** Only the buttons change. The vote is taken even where they cannot. */
function showVotes(
  parts: Parts,
  { message, language, isPrivate }: Tap,
  stored: StoredAnswer,
  asksReason: boolean,
): Pick<Reaction, "follow"> {
  const { fleeting, logger } = parts;
  return {
    follow: async () => {
      try {
        const options = { language, isPrivate, asksReason };
        const buttons = await answerMessageButtons(parts, stored, options);
        if (buttons === undefined) return;
        await fleeting.editMessageReplyMarkup(message.chat.id, message.message_id, {
          reply_markup: buttons,
        });
      } catch (error) {
        // It stands there already, or the chat is to be left alone for a while.
        logger.debug("A vote could not be shown", { error });
      }
    },
  };
}
