/** What people and Telegram itself do in chats, and the updates that tell the bot of it. */

import type { Message, User } from "grammy/types";
import type { Delivery } from "./delivery.ts";
import { unixSeconds } from "./fake-clock.ts";
import { botMember } from "./methods/chats.ts";
import { isSeenByBot } from "./privacy-mode.ts";
import {
  addMessage,
  type BotStanding,
  type ChatState,
  type MessageContent,
  type World,
} from "./world.ts";

export interface Stage {
  readonly world: World;
  readonly delivery: Delivery;
  /** Bound of a test's waits, by the machine's clock. */
  readonly waitTimeoutMs: number;
}

/** Adds a message that the bot did not send, and delivers it where the bot may see it. */
export function postMessage(
  { world, delivery }: Stage,
  state: ChatState,
  content: MessageContent,
): Message {
  const message = addMessage(world, state, content);
  if (isSeenByBot(world, state, message)) deliverMessage(delivery, state, "new", message);
  world.bell.ring();
  return message;
}

/** Keeps the new state of a person's message, and delivers it where the bot may see it. */
export function replaceMessage(
  { world, delivery }: Stage,
  state: ChatState,
  message: Message,
): Message {
  const edited = { ...message, edit_date: unixSeconds(world.clock) };
  state.messages.set(message.message_id, edited);
  if (isSeenByBot(world, state, edited)) deliverMessage(delivery, state, "edited", edited);
  world.bell.ring();
  return edited;
}

function deliverMessage(
  delivery: Delivery,
  { chat }: ChatState,
  kind: "new" | "edited",
  message: Message,
): void {
  const { from, edit_date = 0 } = message;
  if (chat.type === "channel") {
    if (kind === "new") delivery.enqueue("channel_post", { ...message, chat });
    else delivery.enqueue("edited_channel_post", { ...message, chat, edit_date });
    return;
  }
  if (from === undefined) throw new TypeError("Expected a sender outside of channels.");
  if (kind === "new") delivery.enqueue("message", { ...message, chat, from });
  else delivery.enqueue("edited_message", { ...message, chat, from, edit_date });
}

/** Changes how the bot stands in a chat and tells it by `my_chat_member`. */
export function changeStanding(
  { world, delivery }: Stage,
  state: ChatState,
  by: User,
  standing: BotStanding,
): void {
  const before = state.standing;
  state.standing = standing;
  delivery.enqueue("my_chat_member", {
    chat: state.chat,
    from: by,
    date: unixSeconds(world.clock),
    old_chat_member: botMember(world, before),
    new_chat_member: botMember(world, standing),
  });
  world.bell.ring();
}
