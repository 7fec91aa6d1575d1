/** Opens a cited sentence in its place: from a button under an answer, or from a deep link. */

import type { ReaderSource } from "./reader-button.ts";
import { findCited, findSource } from "./find-source.ts";
import { groupTexts } from "./group-texts.ts";
import type { Parts } from "./parts.ts";
import { type Place, placeOf } from "./place.ts";
import { replaceMessage } from "./replace-message.ts";
import type { ButtonHandler, Reaction, Tap } from "./route-callback.ts";
import { sendMessage } from "./send-message.ts";
import { renderReader } from "./source-reader.ts";
import { startLink, type StartLink } from "./start-link.ts";
import { telegramTexts } from "./texts.ts";
import { removalTexts } from "../text/removal-texts.ts";
import type { Language } from "../text/language.ts";

/**
 * In a private chat the reader takes the place of the answer, until it is left; in a group the tapper
 * is led to the private chat, so that the group is spared.
 */
export const openSource: ButtonHandler<"source"> = async (parts, tap, { answerId, n }) => {
  const { operations, me } = parts;
  const { message, isPrivate, language } = tap;
  const stored = await operations.answers.find(answerId);
  const isOfChat = stored?.chatId === message.chat.id;
  const found = await findCited(parts, isOfChat ? stored : undefined, n);
  if (found.kind === "forgotten" || found.kind === "unknown") return forgotten(language);
  const source: ReaderSource = { kind: "citation", answerId, n };
  if (found.kind === "removed" && !isPrivate) {
    return { notice: { text: removalTexts[language].source(found.on), isAlert: true } };
  }
  if (isPrivate || found.kind === "removed") {
    const view = { kind: "cited" } as const;
    const reader = await renderReader(parts, found, { source, view, isInAnswer: true, language });
    return inPlace(parts, tap, reader);
  }
  const citation = found.kind === "gone" ? found.citation : found.place.sentence;
  const sentenceId = "sentenceId" in citation ? citation.sentenceId : citation.id;
  const url = startLink(me.username, { kind: "citation", answerId, n, sentenceId });
  return url === undefined ? forgotten(language) : { notice: { url } };
};

/** Turns a page, or shows the outline of the document, in the message of the reader. */
export const turnPage: ButtonHandler<"read"> = async (parts, tap, { source, view, isInAnswer }) => {
  const found = await findSource(parts, source);
  if (found.kind === "forgotten") return forgotten(tap.language);
  const { language } = tap;
  return inPlace(
    parts,
    tap,
    await renderReader(parts, found, { source, view, isInAnswer, language }),
  );
};

/** Sends a reader of its own to the private chat, for a deep link. */
export async function openLinkedSource(
  parts: Parts,
  place: Place,
  link: Extract<StartLink, { kind: "sentence" | "citation" | "ask" }>,
  language: Language,
): Promise<void> {
  const bySentence: ReaderSource = { kind: "sentence", sentenceId: link.sentenceId };
  const byCitation: ReaderSource = link.kind === "citation" ? { ...link } : bySentence;
  const found = await findSource(parts, byCitation, link.sentenceId);
  const isCited =
    found.kind === "gone" || (found.kind === "stands" && found.citation !== undefined);
  const source = isCited ? byCitation : bySentence;
  const view = { kind: "cited" } as const;
  const reader = await renderReader(parts, found, { source, view, isInAnswer: false, language });
  const invites = link.kind === "ask" && found.kind === "stands";
  const invitation = invites ? `\n\n${groupTexts[language].inline.inviteToAsk}` : "";
  await sendMessage(parts.durable, place, { ...reader, text: `${reader.text}${invitation}` });
}

function forgotten(language: Language): Reaction {
  return { notice: { text: telegramTexts[language].answerForgotten, isAlert: true } };
}

function inPlace(
  { durable }: Parts,
  { message }: Tap,
  reader: Parameters<typeof sendMessage>[2],
): Reaction {
  return {
    follow: async () => {
      await replaceMessage(durable, placeOf(message), message.message_id, reader);
    },
  };
}
