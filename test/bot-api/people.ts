/** What people and Telegram itself do in chats, and the updates that tell the bot of it. */

import type { Message, User } from "grammy/types";
import type { Delivery } from "./delivery.ts";
import { unixSeconds } from "./fake-clock.ts";
import { botMember } from "./methods/chats.ts";
import { isSeenByBot, mentionsBot } from "./privacy-mode.ts";
import type { BotStanding, ChatState } from "./chat-state.ts";
import { addMessage, type MessageContent } from "./keep-message.ts";
import type { World } from "./world.ts";

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
  else askAsGuest({ world, delivery }, state, message);
  world.bell.ring(state);
  return message;
}

/** Where the bot is no member, a message that names it is a question to a guest. */
function askAsGuest(
  { world, delivery }: Pick<Stage, "world" | "delivery">,
  state: ChatState,
  message: Message,
): void {
  const { from } = message;
  const isGuest = world.bot.supports_guest_queries && state.standing.kind === "left";
  if (!isGuest || from === undefined || state.chat.type === "channel") return;
  if (!mentionsBot(world, message)) return;
  const guest_query_id = `guest-${world.nextNumber()}`;
  world.guestQueries.set(guest_query_id, {
    describe: `the guest question “${message.text ?? ""}” of ${from.first_name}`,
    openedAtAdvancedMs: world.clock.advancedMs(),
    answer: undefined,
    from,
    state,
    messageId: message.message_id,
  });
  delivery.enqueue("guest_message", { ...message, chat: state.chat, from, guest_query_id });
}

/** Keeps the new state of a person's message, and delivers it where the bot may see it. */
export function replaceMessage(
  { world, delivery }: Stage,
  state: ChatState,
  message: Message,
): Message {
  const edited = { ...message, edit_date: unixSeconds(world.clock) };
  state.messages.set(message.message_id, edited);
  state.events.push({ kind: "edited", message: edited });
  if (isSeenByBot(world, state, edited)) deliverMessage(delivery, state, "edited", edited);
  world.bell.ring(state);
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
