/** Answers somebody who calls the bot by name in a chat where it is no member: once, and only there. */

import type { Message } from "grammy/types";
import { kindSentence } from "../text/kind-sentence.ts";
import { checkQuestion } from "../text/question.ts";
import type { Addressed } from "./is-addressed.ts";
import { clip } from "./clip.ts";
import { maxInlineTitleUnits } from "./limits.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { renderAnswer } from "./render-answer.ts";
import { languageOfUser } from "./speaker.ts";

type Question = Extract<Addressed, { readonly kind: "question" }>;

/**
 * From the part of the corpus that the caller's private chat is bound to. Without buttons, for no
 * tap could be told to whom it belongs; the links of the numbers work.
 *
 * @throws what Telegram refuses
 */
export async function answerGuest(
  parts: Parts,
  message: Message,
  question: Question,
): Promise<void> {
  await sayAsGuest(parts, message, await guestAnswer(parts, message, question));
}

/** The one message that a call allows; nothing where the message is no guest's call. */
export async function sayAsGuest(
  { durable }: Parts,
  { guest_query_id: queryId }: Message,
  { text, entities }: OutgoingMessage,
): Promise<void> {
  if (queryId === undefined) return;
  await durable.answerGuestQuery(queryId, {
    type: "article",
    id: "answer",
    title: clip(text.replace(/\s+/gu, " "), maxInlineTitleUnits),
    input_message_content: {
      message_text: text,
      entities: [...entities],
      link_preview_options: { is_disabled: true },
    },
  });
}

async function guestAnswer(
  { app, operations, logger, me, signal }: Parts,
  { from, chat }: Message,
  asked: Question,
): Promise<OutgoingMessage> {
  const language = languageOfUser(from);
  try {
    const question = checkQuestion(asked.question);
    const scope = await operations.scopes.find({ chatId: from?.id ?? chat.id });
    const history = asked.about === undefined ? [] : ([["user", asked.about]] as const);
    const answer = await app.ask({ question, history: [...history], scope, signal });
    const options = { answerId: undefined, botUsername: me.username, language, isPrivate: false };
    return renderAnswer(answer, options);
  } catch (error) {
    if (signal.aborted) throw error;
    logger.warn("A guest's question was not answered", { error });
    return plainMessage(kindSentence(error, language));
  }
}
