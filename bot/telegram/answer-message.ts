/** The message of a stored answer as it is to stand now, with the votes on it. */

import type { InlineKeyboardMarkup } from "grammy/types";
import type { StoredAnswer } from "../operations/answers.ts";
import type { Language } from "../text/language.ts";
import { findOffers } from "./answer-offers.ts";
import { lateHeading } from "./late-heading.ts";
import type { OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { renderAnswer, renderAnswerButtons, type RenderAnswerOptions } from "./render-answer.ts";

export interface AnswerMessageOptions {
  readonly language: Language;
  readonly isPrivate: boolean;
  readonly asksReason?: boolean;
}

export async function answerMessage(
  parts: Parts,
  stored: StoredAnswer,
  options: AnswerMessageOptions,
): Promise<OutgoingMessage> {
  return renderAnswer(stored.answer, await renderOptions(parts, stored, options));
}

/** Undefined where it has none. */
export async function answerMessageButtons(
  parts: Parts,
  stored: StoredAnswer,
  options: AnswerMessageOptions,
): Promise<InlineKeyboardMarkup | undefined> {
  return renderAnswerButtons(stored.answer, await renderOptions(parts, stored, options));
}

async function renderOptions(
  parts: Parts,
  stored: StoredAnswer,
  { language, isPrivate, asksReason = false }: AnswerMessageOptions,
): Promise<RenderAnswerOptions> {
  const { id: answerId } = stored;
  const standing = await parts.operations.votes.ofAnswer(answerId);
  const feedback = { standing, asksReason };
  const offers = await findOffers(parts, stored, isPrivate);
  const heading = lateHeading(stored, language);
  const botUsername = parts.me.username;
  return { answerId, botUsername, language, isPrivate, feedback, offers, heading };
}
