/** Takes in what somebody sends to be indexed, and answers with a card to decide on. */

import type { Message } from "grammy/types";
import { kindSentence } from "../../text/kind-sentence.ts";
import type { Language } from "../../text/language.ts";
import type { ReceivedFile } from "../../uploads/receive-file.ts";
import { pauseUnlessStopped } from "../patiently.ts";
import type { Parts } from "../parts.ts";
import { type Place, placeOf } from "../place.ts";
import { plainMessage } from "../outgoing-message.ts";
import { replaceMessage } from "../replace-message.ts";
import { rightsOf } from "../rights.ts";
import { languageOfUser } from "../speaker.ts";
import { announceCard, drawCard, type DrawnCard } from "./draw-card.ts";
import { createAlbumGathering } from "./gather-album.ts";
import { type SentUpload, scopeOf } from "./read-upload.ts";

/** More than the addresses that are taken from one message. */
const mostInMessage = 100;

export type ReceiveUpload = (message: Message, upload: SentUpload) => Promise<void>;

/**
 * Resolves when the card stands in the chat, or another part of the album sees to it: until then the
 * update counts as unhandled, and a crash repeats it. What was taken in is not taken in again.
 */
export function createReceiveUpload(parts: Parts): ReceiveUpload {
  const { timing, signal } = parts;
  const albums = createAlbumGathering({ quietMs: timing.albumQuietMs, pause: pauseUnlessStopped });
  return async (message, upload) => {
    const { media_group_id: albumId, chat, message_id: messageId } = message;
    const key = `${chat.id}:${albumId === undefined ? messageId : `album ${albumId}`}`;
    const part = albumId === undefined ? undefined : albums.join(key);
    const language = languageOfUser(message.from);
    const cardId = await openCard(parts, message, { key, language });
    const scope = scopeOf(rightsOf(message.from, parts.settings));
    const drawn = { cardId, place: placeOf(message), language, scope };
    // Of an album nobody knows how many parts follow: its card waits for the last one. Sent once in a
    // handling, for messages are found again by their number in it.
    if (part === undefined) await announceCard(parts, drawn, messageId);
    let failure: { readonly error: unknown } | undefined;
    try {
      await takeIn(parts, { cardId, messageId, upload });
    } catch (error) {
      signal.throwIfAborted();
      failure = { error };
    }
    part?.isIn();
    // The other parts of an album have their card even where this one is lost.
    if (part === undefined || (await part.isLast(signal))) {
      const place = await placeOfCard(parts, drawn);
      if (part !== undefined) await announceCard(parts, { ...drawn, place }, messageId);
      await drawCard(parts, { ...drawn, place }).catch((error: unknown) => {
        failure ??= { error };
      });
    }
    if (failure === undefined) return;
    signal.throwIfAborted();
    await tellFailure(parts, drawn, failure.error);
  };
}

/** A card answers the first message of its album. */
async function placeOfCard({ app }: Parts, { cardId, place }: DrawnCard): Promise<Place> {
  const [first] = (await app.uploads.card(cardId))?.uploads ?? [];
  return first === undefined
    ? place
    : { ...place, replyTo: Math.floor(first.position / mostInMessage) };
}

/** In the card's message, where it stands; else by an apology of its own, for which this throws. */
async function tellFailure(
  { app, durable, logger }: Parts,
  { cardId, place, language }: DrawnCard,
  error: unknown,
): Promise<void> {
  const card = await app.uploads.card(cardId);
  if (card?.messageId === undefined) throw error;
  logger.error("An upload could not be taken in", { error, cardId });
  const told = plainMessage(`⚠️ ${kindSentence(error, language)}`);
  await replaceMessage(durable, place, card.messageId, told);
}

/** A part that comes when its album is decided about gets a card of its own. */
async function openCard(
  { app, operations }: Parts,
  { chat, from, message_id: messageId }: Message,
  { key, language }: { readonly key: string; readonly language: Language },
): Promise<string> {
  const card = { key, who: `telegram ${from?.id}`, chatId: chat.id, language };
  const cardId = await app.uploads.open(card);
  const standing = await app.uploads.card(cardId);
  if (standing === undefined || standing.state === "staged") return cardId;
  if (await operations.uploads.has(cardId, positionOf(messageId, 0))) return cardId;
  return app.uploads.open({ ...card, key: `${key} late ${messageId}` });
}

async function takeIn(
  { app, openFile, signal }: Parts,
  {
    cardId,
    messageId,
    upload,
  }: { readonly cardId: string; readonly messageId: number; readonly upload: SentUpload },
): Promise<void> {
  if (upload.kind === "links") {
    await Promise.all(upload.urls.map(async (url, n) => app.uploads.receive(linkFile(url, n))));
    return;
  }
  const { caption, name } = upload;
  if (caption !== undefined) await app.uploads.caption(cardId, caption);
  await app.uploads.receive({
    cardId,
    position: positionOf(messageId, 0),
    name,
    take: async () => ({ name, content: await openFile(upload, signal) }),
  });

  function linkFile(url: string, n: number): ReceivedFile {
    const take = async () => {
      const fetched = await app.uploads.fetch(url, signal);
      return { name: fetched.name, content: [fetched.content], url: fetched.url };
    };
    return { cardId, position: positionOf(messageId, n), name: url, take };
  }
}

/** Of the n-th thing in a message among the files of its card, from 0. */
function positionOf(messageId: number, n: number): number {
  return messageId * mostInMessage + n;
}
