/** Sends a list that has no room in a message as a text file, written down before like any message. */

import type { MessageName } from "./delivery/current-update.ts";
import type { Sender } from "./delivery/create-sender.ts";
import type { Place } from "./place.ts";

export interface TextFile {
  /** With its ending. */
  readonly name: string;
  readonly text: string;
  /** Under it in the chat; no other file of the chat should say the same. */
  readonly caption: string;
}

const byteOrderMark = "\ufeff";

/**
 * Returns the id of the message with the file. It begins with a byte order mark: phones open a `.txt`
 * without one in the encoding of their country.
 *
 * @throws {GrammyError} where Telegram did not take it
 */
export async function sendTextFile(
  outbox: Pick<Sender, "send">,
  place: Place,
  { name, text, caption }: TextFile,
  messageName?: MessageName,
): Promise<number> {
  const { chatId, threadId, replyTo } = place;
  const payload = {
    chat_id: chatId,
    document: { name, text: byteOrderMark + text },
    caption,
    ...(threadId === undefined ? {} : { message_thread_id: threadId }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  };
  const call = { method: "sendDocument", chatId, payload } as const;
  const sent = await outbox.send(call, messageName === undefined ? {} : { name: messageName });
  return sent.message_id;
}
