/** Keeps messages in their chat: new ones, edits, and what tests are shown of them. */

import type { Message } from "grammy/types";
import type { ChatState } from "./chat-state.ts";
import { unixSeconds } from "./fake-clock.ts";
import type { World } from "./world.ts";

/** Fields of a message that whoever sends it must give. */
export type MessageContent = Omit<Message, "message_id" | "date" | "chat">;

/** Keeps a new message under the chat's next id, dated now. */
export function addMessage(world: World, state: ChatState, content: MessageContent): Message {
  state.lastMessageId += 1;
  const message: Message = {
    message_id: state.lastMessageId,
    date: unixSeconds(world.clock),
    chat: state.chat,
    ...content,
  };
  state.messages.set(message.message_id, message);
  state.events.push({ kind: "sent", message });
  return message;
}

/** Shows tests what the bot sent; a real message takes the draft away. */
export function showSent(world: World, state: ChatState, message: Message): void {
  state.sentByBot.add(message.message_id);
  const question = message.reply_to_message?.message_id;
  if (question !== undefined) {
    const replies = state.botReplies.get(question) ?? [];
    replies.push(message.message_id);
    state.botReplies.set(question, replies);
  }
  state.draft = undefined;
  state.untaken.push({ kind: "sent", message });
  world.bell.ring(state);
}

/** Shows tests how an edit of the bot left a message. */
export function showEdited(world: World, state: ChatState, message: Message): void {
  state.messages.set(message.message_id, message);
  state.events.push({ kind: "edited", message });
  state.untaken.push({ kind: "edited", message });
  world.bell.ring(state);
}

/** A replied-to message as it is carried inside the reply: without its own reply. */
export function withoutReply(message: Message): RepliedMessage {
  const { reply_to_message: _reply, ...rest } = message;
  if (!isRepliedMessage(rest)) throw new TypeError("Expected the reply to be taken out.");
  return rest;
}

type RepliedMessage = NonNullable<Message["reply_to_message"]>;

/** The type asks for the field to be undefined; in JSON it is left out. */
function isRepliedMessage(message: Message): message is RepliedMessage {
  return message.reply_to_message === undefined;
}
