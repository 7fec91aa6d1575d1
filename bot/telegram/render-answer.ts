/**
 * Turns an answer into the one message a reader sees. Nothing here is parsed as markup, and every
 * quote block is a stored sentence, whole and word for word.
 */

import type { InlineKeyboardMarkup } from "grammy/types";
import type { Answer } from "../../prompts/answering/answer.ts";
import { answerButtons, type Feedback } from "./answer-buttons.ts";
import type { AnswerOffers } from "./answer-offers.ts";
import { clip } from "./clip.ts";
import { type LayOutOptions, layOutAnswer } from "./lay-out-answer.ts";
import { maxChoices, maxStatementUnits } from "./limits.ts";
import { asMessage, type OutgoingMessage } from "./outgoing-message.ts";
import { oneLine } from "./render-notes.ts";
import { plain } from "./render-source-line.ts";

export interface RenderAnswerOptions extends LayOutOptions {
  /** Id under which the answer is kept; the buttons carry it. Without it there are none. */
  readonly answerId: string | undefined;
  readonly isPrivate: boolean;
  /** Default: nobody has said anything yet. */
  readonly feedback?: Feedback;
  /** Default: none. */
  readonly offers?: AnswerOffers;
}

const noFeedback: Feedback = { standing: [], asksReason: false };

/** At most `maxMessageUnits` UTF-16 units and `maxEntities` entities. */
export function renderAnswer(answer: Answer, options: RenderAnswerOptions): OutgoingMessage {
  if (answer.kind === "unclear") return renderUnclear(answer);
  const [page] = layOutAnswer(answer, options);
  return asMessage(page.content, renderAnswerButtons(answer, options));
}

/** The buttons alone, as they stand under the answer; undefined where there are none. */
export function renderAnswerButtons(
  answer: Answer,
  { feedback = noFeedback, offers = {}, ...options }: RenderAnswerOptions,
): InlineKeyboardMarkup | undefined {
  const { answerId } = options;
  if (answer.kind === "unclear" || answerId === undefined) return undefined;
  const [page] = layOutAnswer(answer, options);
  return {
    inline_keyboard: answerButtons(answer, page, { ...options, answerId, feedback, offers }),
  };
}

function renderUnclear(answer: Extract<Answer, { kind: "unclear" }>): OutgoingMessage {
  const choices = answer.choices.slice(0, maxChoices).map((choice) => `· ${oneLine(choice)}`);
  return asMessage(plain([clip(answer.ask, maxStatementUnits), ...choices].join("\n")));
}
