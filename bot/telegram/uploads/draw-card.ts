/** Shows the card of an upload: sent once, and edited as its files are read. */

import type { Scope } from "../../../retrieval/scope.ts";
import type { UploadCard } from "../../operations/upload-rows.ts";
import type { Language } from "../../text/language.ts";
import { uploadCardText } from "../../text/upload-card.ts";
import { isTakeable, type PreparedCard } from "../../uploads/prepare-card.ts";
import { clip } from "../clip.ts";
import { maxMessageUnits } from "../limits.ts";
import { type OutgoingMessage, plainMessage } from "../outgoing-message.ts";
import type { Parts } from "../parts.ts";
import type { Place } from "../place.ts";
import { createProgressMessage } from "../progress-message.ts";
import { replaceMessage } from "../replace-message.ts";
import { editMessage, sendMessage } from "../send-message.ts";
import { cardTexts } from "./card-texts.ts";
import { cardButtons } from "./upload-buttons.ts";

export interface DrawnCard {
  readonly cardId: string;
  readonly place: Place;
  readonly language: Language;
  /** Folders that the person may change; undefined for all. */
  readonly scope: Scope | undefined;
}

/**
 * Sends the card's message, unless it is there.
 *
 * @param byMessageId the first that asks sends it, again after a crash; then it finds what it sent
 */
export async function announceCard(
  { durable, operations }: Pick<Parts, "durable" | "operations">,
  { cardId, place, language }: DrawnCard,
  byMessageId: number,
): Promise<void> {
  const { uploads } = operations;
  if (!(await uploads.claimMessage(cardId, byMessageId))) return;
  const messageId = await sendMessage(durable, place, plainMessage(cardTexts[language].receiving));
  await uploads.setMessage(cardId, messageId);
}

/** Reads what is unread, and shows the card with its buttons; nothing where its message is not there yet. */
export async function drawCard(parts: Parts, drawn: DrawnCard): Promise<void> {
  const { app, signal } = parts;
  const { cardId, scope } = drawn;
  for (;;) {
    const before = await app.uploads.card(cardId);
    const messageId = before?.messageId;
    if (before?.state !== "staged" || messageId === undefined) return;
    if (before.uploads.length === 0) return;
    const progress = showReading(parts, drawn, messageId);
    const onRead = (done: number, total: number): void => progress.show(readingOf(done, total));
    const readingOf = (done: number, total: number): OutgoingMessage =>
      plainMessage(cardTexts[drawn.language].reading(done, total));
    let prepared: PreparedCard;
    try {
      prepared = await app.uploads.prepare(cardId, { scope, signal, onRead });
    } finally {
      await progress.close();
    }
    const { card } = prepared;
    await replaceMessage(
      parts.durable,
      drawn.place,
      messageId,
      renderCard(prepared, drawn.language),
    );
    if (!card.uploads.some(isTakeable)) await app.uploads.discard(cardId);
    // A file that came meanwhile, by another process, found the message not there yet.
    const after = await app.uploads.card(cardId);
    if (after?.uploads.length === card.uploads.length) return;
  }
}

export function renderCard(prepared: PreparedCard, language: Language): OutgoingMessage {
  const text = clip(uploadCardText(prepared, language), maxMessageUnits);
  const buttons = cardButtons(prepared.card, language);
  return buttons === undefined ? plainMessage(text) : { ...plainMessage(text), buttons };
}

/** Whether a crash, or a folder just chosen, has left files of it unread. */
export function isHalfRead({ messageId, uploads }: UploadCard): boolean {
  const isUnread = uploads.some(
    ({ failure, findings }) => failure === undefined && findings === undefined,
  );
  return messageId !== undefined && isUnread;
}

function showReading(parts: Parts, { place, language }: DrawnCard, messageId: number) {
  return createProgressMessage({
    first: plainMessage(cardTexts[language].receiving),
    everyMs: parts.timing.progressEveryMs,
    now: parts.now,
    edit: (message) =>
      editMessage(parts.fleeting, place.chatId, messageId, message).catch((error: unknown) => {
        parts.logger.debug("The progress of an upload could not be shown", { error });
      }),
  });
}
