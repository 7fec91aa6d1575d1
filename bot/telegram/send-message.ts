/** Sends, and replaces, messages as they were rendered. */

import { GrammyError, type Api } from "grammy";
import type { OutgoingMessage } from "./outgoing-message.ts";
import type { Place } from "./place.ts";

/** Citation links would unfurl. */
const withoutPreview = { link_preview_options: { is_disabled: true } };

/**
 * Returns the id of the message sent. Where Telegram declines it, one more try: without a topic that
 * was deleted, in the group it was upgraded to, or else as the same text without its looks.
 *
 * @throws {GrammyError | HttpError} where Telegram did not take it
 */
export async function sendMessage(
  api: Api,
  place: Place,
  message: OutgoingMessage,
): Promise<number> {
  try {
    return await send(api, place, message);
  } catch (error) {
    const next = secondTry(error, place, message);
    if (next === undefined) throw error;
    return send(api, next.place, next.message);
  }
}

async function send(api: Api, place: Place, message: OutgoingMessage): Promise<number> {
  const sent = await api.sendMessage(place.chatId, message.text, {
    entities: [...message.entities],
    ...withoutPreview,
    ...(message.buttons === undefined ? {} : { reply_markup: message.buttons }),
    ...(place.threadId === undefined ? {} : { message_thread_id: place.threadId }),
    ...(place.replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: place.replyTo, allow_sending_without_reply: true } }),
  });
  return sent.message_id;
}

function secondTry(
  error: unknown,
  { threadId, ...place }: Place,
  message: OutgoingMessage,
): { readonly place: Place; readonly message: OutgoingMessage } | undefined {
  if (!(error instanceof GrammyError) || error.error_code !== 400) return undefined;
  const movedTo = error.parameters.migrate_to_chat_id;
  if (movedTo !== undefined) return { place: { chatId: movedTo }, message };
  if (threadId !== undefined && /thread not found/iu.test(error.description)) {
    return { place, message };
  }
  const isPlain = message.entities.length === 0 && message.buttons === undefined;
  if (isPlain) return undefined;
  const samePlace = threadId === undefined ? place : { ...place, threadId };
  return { place: samePlace, message: { text: message.text, entities: [] } };
}

/** Replaces text and buttons of an own message. @throws {GrammyError | HttpError} */
export async function editMessage(
  api: Api,
  chatId: number,
  messageId: number,
  message: OutgoingMessage,
): Promise<void> {
  await api.editMessageText(chatId, messageId, message.text, {
    entities: [...message.entities],
    ...withoutPreview,
    ...(message.buttons === undefined ? {} : { reply_markup: message.buttons }),
  });
}
