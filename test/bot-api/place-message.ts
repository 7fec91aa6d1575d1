/** Where a message lands in a chat: the thread it belongs to and what it answers. */

import type { Message, TextQuote } from "grammy/types";
import { badRequest } from "./api-refusal.ts";
import { checkThread } from "./access-rules.ts";
import type { ChatState } from "./chat-state.ts";
import { withoutReply } from "./keep-message.ts";

export interface WantedPlace {
  readonly threadId: number | undefined;
  readonly replyTo: WantedReply | undefined;
}

export interface WantedReply {
  readonly messageId: number;
  /** Sends without the reply where the message is gone. */
  readonly isOptional: boolean;
  readonly quote: string | undefined;
}

type Place = Pick<Message, "message_thread_id" | "is_topic_message" | "reply_to_message" | "quote">;

/**
 * Fields of the message that tell its place.
 *
 * In a forum's topic a message that answers nothing carries the topic's opening as
 * `reply_to_message`; in a plain supergroup a reply carries a `message_thread_id` too, without
 * `is_topic_message`.
 * @throws {ApiRefusal} where the thread, the replied message or the quote is not there
 */
export function placeMessage(state: ChatState, wanted: WantedPlace): Place {
  checkThread(state, wanted.threadId);
  const replied = findReplied(state, wanted);
  const repliedThread = replied?.is_topic_message === true ? replied.message_thread_id : undefined;
  const threadId = wanted.threadId ?? repliedThread;
  const topic = threadId === undefined ? undefined : state.topics.get(threadId);
  if (topic !== undefined) {
    return {
      ...(threadId === undefined ? {} : { message_thread_id: threadId }),
      is_topic_message: true,
      reply_to_message: withoutReply(replied ?? topic.opening),
      ...findQuote(replied, wanted.replyTo),
    };
  }
  if (replied === undefined) return {};
  const isPlainSupergroup = state.chat.type === "supergroup" && state.chat.is_forum !== true;
  return {
    ...(isPlainSupergroup
      ? { message_thread_id: replied.message_thread_id ?? replied.message_id }
      : {}),
    reply_to_message: withoutReply(replied),
    ...findQuote(replied, wanted.replyTo),
  };
}

function findReplied(state: ChatState, { threadId, replyTo }: WantedPlace): Message | undefined {
  if (replyTo === undefined) return undefined;
  const replied = state.messages.get(replyTo.messageId);
  const isElsewhere =
    threadId !== undefined && replied !== undefined && replied.message_thread_id !== threadId;
  if (replied !== undefined && !isElsewhere) return replied;
  if (replyTo.isOptional) return undefined;
  throw badRequest("message to be replied not found");
}

function findQuote(
  replied: Message | undefined,
  wanted: WantedReply | undefined,
): { readonly quote?: TextQuote } {
  const quote = wanted?.quote;
  if (quote === undefined || replied === undefined) return {};
  const position = (replied.text ?? replied.caption ?? "").indexOf(quote);
  if (position < 0) throw badRequest("QUOTE_TEXT_INVALID");
  return { quote: { text: quote, position, is_manual: true } };
}
