/** Where a message belongs: always taken from the message answered, never from memory. */

import type { InaccessibleMessage, Message } from "grammy/types";

export interface Place {
  readonly chatId: number;
  /** The forum topic; General has none. */
  readonly threadId?: number;
  /** The message to reply to. */
  readonly replyTo?: number;
}

/** The place of a reply. A reply outside forums carries a thread id too, which is no topic. */
export function placeOf(message: Message | InaccessibleMessage): Place {
  const place = { chatId: message.chat.id, replyTo: message.message_id };
  const isTopic = "is_topic_message" in message && message.is_topic_message;
  const threadId = isTopic ? message.message_thread_id : undefined;
  return threadId === undefined ? place : { ...place, threadId };
}
