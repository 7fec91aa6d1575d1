/** Sends, and replaces, messages as they were rendered. */

import type { Api } from "grammy";
import type { Sender } from "./delivery/create-sender.ts";
import type { MessageName } from "./delivery/current-update.ts";
import type { OutgoingMessage } from "./outgoing-message.ts";
import type { Place } from "./place.ts";

/** Citation links would unfurl. */
const withoutPreview = { link_preview_options: { is_disabled: true } };

/**
 * Returns the id of the message sent. Where Telegram declines it, the outbox tries once more: without
 * a topic that was deleted, in the group it was upgraded to, or else as the same text without its
 * looks.
 *
 * @throws {GrammyError} where Telegram did not take it
 */
export async function sendMessage(
  api: Api,
  place: Place,
  message: OutgoingMessage,
): Promise<number> {
  const { chat_id: chatId, text, ...options } = payloadOf(place, message);
  const sent = await api.sendMessage(chatId, text, options);
  return sent.message_id;
}

/**
 * Returns the id of the message sent, which the answer learns as soon as it stands in the chat.
 *
 * @throws {GrammyError} where Telegram did not take it
 */
export async function sendAnswer(
  outbox: Pick<Sender, "send">,
  place: Place,
  message: OutgoingMessage,
  answerId: string | undefined,
): Promise<number> {
  const { chatId } = place;
  const payload = payloadOf(place, message);
  const sent = await outbox.send({ method: "sendMessage", chatId, payload }, { answerId });
  return sent.message_id;
}

/** The same in the place of an own message. @throws {GrammyError} where Telegram did not take it */
export async function editIntoAnswer(
  outbox: Pick<Sender, "send">,
  { chatId, messageId }: { readonly chatId: number; readonly messageId: number },
  message: OutgoingMessage,
  answerId: string | undefined,
): Promise<void> {
  const payload = { chat_id: chatId, message_id: messageId, ...contentOf(message) };
  await outbox.send({ method: "editMessageText", chatId, payload }, { answerId });
}

/** The same under a name, once, however often it is asked. @throws {GrammyError} */
export async function sendNamed(
  outbox: Pick<Sender, "send">,
  place: Place,
  message: OutgoingMessage,
  name: MessageName,
): Promise<void> {
  const { chatId } = place;
  const payload = payloadOf(place, message);
  await outbox.send({ method: "sendMessage", chatId, payload }, { name });
}

/** The same in the place of an own message. @throws {GrammyError} */
export async function editIntoNamed(
  outbox: Pick<Sender, "send">,
  { chatId, messageId }: { readonly chatId: number; readonly messageId: number },
  message: OutgoingMessage,
  name: MessageName,
): Promise<void> {
  const payload = { chat_id: chatId, message_id: messageId, ...contentOf(message) };
  await outbox.send({ method: "editMessageText", chatId, payload }, { name });
}

function contentOf({ text, entities, buttons }: OutgoingMessage) {
  return {
    text,
    entities: [...entities],
    ...withoutPreview,
    ...(buttons === undefined ? {} : { reply_markup: buttons }),
  };
}

/** What `sendMessage` is called with. */
export function payloadOf(place: Place, message: OutgoingMessage) {
  return {
    chat_id: place.chatId,
    ...contentOf(message),
    ...(place.threadId === undefined ? {} : { message_thread_id: place.threadId }),
    ...(place.replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: place.replyTo, allow_sending_without_reply: true } }),
  };
}

/** Replaces text and buttons of an own message. @throws {GrammyError | HttpError} */
export async function editMessage(
  api: Api,
  chatId: number,
  messageId: number,
  message: OutgoingMessage,
): Promise<void> {
  const { text, ...options } = contentOf(message);
  await api.editMessageText(chatId, messageId, text, options);
}
