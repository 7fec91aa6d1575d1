/** Opens a cited sentence in its place: from a button under an answer, or from a deep link. */

import type { Api } from "grammy";
import type { Answer, Citation } from "../../prompts/answering/answer.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import type { Language } from "../text/language.ts";
import { texts } from "../text/texts.ts";
import { sourceNeighbours } from "./limits.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { placeOf, type Place } from "./place.ts";
import { renderOtherPlaces } from "./render-other-places.ts";
import { renderGoneSource, renderSource, renderStoredSource } from "./render-source.ts";
import type { ButtonHandler } from "./route-callback.ts";
import { sendMessage } from "./send-message.ts";
import { startLink } from "./start-link.ts";
import { telegramTexts } from "./texts.ts";

/**
 * In a private chat the source follows as a reply to the answer; in a group the tapper is led to the
 * private chat, so that the group is spared.
 */
export const openSource: ButtonHandler<"source"> = async (
  { app, operations, me, durable },
  { message, isPrivate, language },
  { answerId, n },
) => {
  const stored = await operations.answers.find(answerId);
  const citation = stored?.chatId === message.chat.id ? citationOf(stored.answer, n) : undefined;
  if (citation === undefined) {
    return { notice: { text: telegramTexts[language].answerForgotten, isAlert: true } };
  }
  const place = await app.locate(citation.sentenceId, sourceNeighbours);
  if (isPrivate) {
    const others = renderOtherPlaces(citation, { botUsername: me.username, language });
    const messages =
      place === undefined
        ? renderStoredSource(citation, language, others)
        : renderSource(place, language, others);
    return { follow: () => sendAll(durable, placeOf(message), messages) };
  }
  const url = startLink(me.username, { kind: "sentence", sentenceId: citation.sentenceId });
  if (place === undefined || url === undefined) {
    return { notice: { text: texts[language].sourceGone, isAlert: true } };
  }
  return { notice: { url } };
};

/** Sends the sentence a deep link names to the private chat. */
export async function openLinkedSource(
  parts: Parts,
  place: Place,
  sentenceId: string,
  language: Language,
): Promise<void> {
  const messages = await linkedSource(parts, sentenceId, language);
  await sendAll(parts.durable, place, messages);
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
  durable: Api,
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
