/** What is offered under an answer to some alone: to its asker, and to admins. */

import type { InlineKeyboardButton } from "grammy/types";
import type { Answer } from "../../prompts/answering/answer.ts";
import type { StoredAnswer } from "../operations/answers.ts";
import type { Language } from "../text/language.ts";
import { buttonData } from "./callback-data.ts";
import { goldenButtonTexts } from "./golden-button-texts.ts";
import type { Parts } from "./parts.ts";
import { rightsOf } from "./rights.ts";
import { waitingTexts } from "./waiting-texts.ts";

export interface AnswerOffers {
  /** To be told once the documents answer it; absent where that is not offered. */
  readonly telling?: "offered" | "waits";
  /** To make a golden question of it; absent where no admin is alone with the bot. */
  readonly golden?: "offered" | "taken";
}

type Offered = Pick<StoredAnswer, "id" | "chatId" | "userId" | "answer">;

/** @throws {OperationsError} */
export async function findOffers(
  { operations, settings }: Pick<Parts, "operations" | "settings">,
  { id, chatId, userId, answer }: Offered,
  isPrivate: boolean,
): Promise<AnswerOffers> {
  // A private chat has the number of its person.
  const isForAdmin = isPrivate && rightsOf({ id: chatId }, settings).role === "admin";
  const isTold = answer.kind === "notFound" && userId !== undefined;
  return {
    ...(isTold
      ? {
          telling: (await operations.waitingQuestions.isWaiting(userId, answer.question))
            ? ("waits" as const)
            : ("offered" as const),
        }
      : {}),
    ...(isForAdmin
      ? {
          golden: isLikewise(await operations.goldenQuestions.ofAnswer(id))
            ? ("taken" as const)
            : ("offered" as const),
        }
      : {}),
  };
}

/** Whether it wants the answer to stay; a wish for a better one is made elsewhere. */
export function isLikewise(
  golden: Awaited<ReturnType<Parts["operations"]["goldenQuestions"]["ofAnswer"]>>,
): boolean {
  return golden !== undefined && golden.expected.kind !== "answers";
}

/** A row each; empty where nothing is offered. */
export function offerRows(
  { kind }: Exclude<Answer, { kind: "unclear" }>,
  {
    answerId,
    language,
    offers,
  }: {
    readonly answerId: string;
    readonly language: Language;
    readonly offers: AnswerOffers;
  },
): InlineKeyboardButton[][] {
  const { telling, golden } = offers;
  const rows: InlineKeyboardButton[][] = [];
  if (telling !== undefined) {
    const words = waitingTexts[language];
    const text = telling === "waits" ? words.waits : words.offer;
    rows.push([{ text, callback_data: buttonData({ kind: "tellMe", answerId }) }]);
  }
  if (golden !== undefined) {
    const words = goldenButtonTexts[language];
    const text = (golden === "taken" ? words.taken : words.offer)[kind];
    rows.push([{ text, callback_data: buttonData({ kind: "golden", answerId }) }]);
  }
  return rows;
}
