/** Opens a cited sentence in its place: from a button under an answer, or from a deep link. */

import type { CallbackQuery } from "grammy/types";
import type { Answer, Citation } from "../../prompts/answering/answer.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import type { Language } from "../text/language.ts";
import { texts } from "../text/texts.ts";
import { parseSourceButton, sourceLink, type SourceButton } from "./callback-data.ts";
import { sourceNeighbours } from "./limits.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { placeOf, type Place } from "./place.ts";
import { renderOtherPlaces } from "./render-other-places.ts";
import { renderGoneSource, renderSource, renderStoredSource } from "./render-source.ts";
import { sendMessage } from "./send-message.ts";
import { languageOfUser } from "./speaker.ts";
import { telegramTexts } from "./texts.ts";

/** What the tap itself is answered with, and what is sent to the chat besides. */
interface Reaction {
  readonly notice?: { readonly text: string } | { readonly url: string };
  readonly messages: readonly OutgoingMessage[];
}

/**
 * Answers a tap, always, and first: clients wait for it. In a private chat the source follows as a
 * reply to the answer; in a group the tapper is led to the private chat, so that the group is spared.
 */
export async function answerTap(parts: Parts, query: CallbackQuery): Promise<void> {
  const { durable, logger } = parts;
  const { notice, messages } = await reactionTo(parts, query);
  try {
    const showsText = notice !== undefined && "text" in notice;
    await durable.answerCallbackQuery(query.id, { ...notice, show_alert: showsText });
  } catch (error) {
    // It was too old, most likely; the source may still be wanted.
    logger.debug("A tap could not be answered", { error });
  }
  const { message } = query;
  if (message === undefined) return;
  await sendAll(parts, placeOf(message), messages);
}

async function reactionTo(parts: Parts, query: CallbackQuery): Promise<Reaction> {
  const language = languageOfUser(query.from);
  const button = query.data === undefined ? undefined : parseSourceButton(query.data);
  const isPrivate = query.message?.chat.type === "private";
  if (button === undefined || query.message === undefined) return { messages: [] };
  try {
    return await openButton(parts, button, query.message.chat.id, { isPrivate, language });
  } catch (error) {
    parts.logger.warn("A source could not be opened", { error });
    return { notice: { text: kindSentence(error, language) }, messages: [] };
  }
}

async function openButton(
  { app, operations, me }: Parts,
  { answerId, n }: SourceButton,
  chatId: number,
  { isPrivate, language }: { readonly isPrivate: boolean; readonly language: Language },
): Promise<Reaction> {
  const stored = await operations.answers.find(answerId);
  const citation = stored?.chatId === chatId ? citationOf(stored.answer, n) : undefined;
  if (citation === undefined) {
    return { notice: { text: telegramTexts[language].answerForgotten }, messages: [] };
  }
  const place = await app.locate(citation.sentenceId, sourceNeighbours);
  if (isPrivate) {
    const others = renderOtherPlaces(citation, { botUsername: me.username, language });
    const messages =
      place === undefined
        ? renderStoredSource(citation, language, others)
        : renderSource(place, language, others);
    return { messages };
  }
  const url = sourceLink(me.username, citation.sentenceId);
  if (place === undefined || url === undefined) {
    return { notice: { text: texts[language].sourceGone }, messages: [] };
  }
  return { notice: { url }, messages: [] };
}

/** Sends the sentence a deep link names to the private chat. */
export async function openLinkedSource(
  parts: Parts,
  place: Place,
  sentenceId: string,
  language: Language,
): Promise<void> {
  const messages = await linkedSource(parts, sentenceId, language);
  await sendAll(parts, place, messages);
}

async function linkedSource(
  { app, logger }: Parts,
  sentenceId: string,
  language: Language,
): Promise<readonly OutgoingMessage[]> {
  try {
    const place = await app.locate(sentenceId, sourceNeighbours);
    return place === undefined ? [renderGoneSource(language)] : renderSource(place, language);
  } catch (error) {
    logger.warn("A source could not be opened", { error });
    return [plainMessage(kindSentence(error, language))];
  }
}

async function sendAll(
  { durable }: Parts,
  place: Place,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  for (const message of messages) await sendMessage(durable, place, message);
}

function citationOf(answer: Answer, n: number): Citation | undefined {
  if (answer.kind === "unclear") return undefined;
  const shown = answer.kind === "answered" ? answer.citations : answer.nearest;
  return shown.find((citation) => citation.n === n);
}
