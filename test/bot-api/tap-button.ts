/** A person's tap on a button, and the bot's answer to it. */

import type { InlineKeyboardButton, Message, User } from "grammy/types";
import type { ChatState } from "./chat-state.ts";
import type { CallbackAnswer } from "./fake-telegram.ts";
import type { Stage } from "./people.ts";
import { isExpired, type OpenQuery, type World } from "./world.ts";

/** After that Telegram no longer shows the bot what it sent. */
const rememberedForMs = 48 * 60 * 60 * 1000;

/** The latest message of the chat, or of the topic, whose keyboard has the button. */
export function findTappable(
  state: ChatState,
  label: string,
  threadId: number | undefined,
): Message {
  for (const id of [...state.messages.keys()].toReversed()) {
    const message = state.messages.get(id);
    if (message === undefined) continue;
    if (threadId !== undefined && message.message_thread_id !== threadId) continue;
    if (buttonsOf(message).some(({ text }) => text === label)) return message;
  }
  throw new Error(`Expected a button “${label}” somewhere in chat ${state.chat.id}.`);
}

/** @throws {Error} where the button is not there or does not call back, or nobody answers it */
export async function tapButton(
  { world, delivery, waitTimeoutMs }: Stage,
  state: ChatState,
  user: User,
  message: Message,
  label: string,
): Promise<CallbackAnswer> {
  const button = findButton(message, label);
  const id = `callback-${world.nextNumber()}`;
  const messageId = message.message_id;
  const query: OpenQuery<CallbackAnswer> = {
    describe: `“${label}” under message ${messageId}, tapped by ${user.first_name}`,
    openedAtAdvancedMs: world.clock.advancedMs(),
    answer: undefined,
  };
  world.callbackQueries.set(id, query);
  state.events.push({ kind: "tapped", messageId, label, by: user, query });
  const inlineId = state.inlineIds.get(messageId);
  delivery.enqueue("callback_query", {
    id,
    from: user,
    ...(inlineId === undefined
      ? { message: asRemembered(world, message) }
      : { inline_message_id: inlineId }),
    chat_instance: `instance-${message.chat.id}`,
    data: button.callback_data,
  });
  return world.bell.until({
    about: query,
    find: () => {
      if (query.answer === undefined && isExpired(world, query)) {
        throw new Error(`The bot did not answer in time: ${query.describe}.`);
      }
      return query.answer;
    },
    timeoutMs: waitTimeoutMs,
    explain: () => `Expected an answer to ${query.describe}.`,
  });
}

function findButton(message: Message, label: string): InlineKeyboardButton.CallbackButton {
  const buttons = buttonsOf(message);
  const button = buttons.find((candidate) => candidate.text === label);
  if (button !== undefined && "callback_data" in button && !("disabled" in button)) return button;
  const labels = buttons.map(({ text }) => `“${text}”`).join(", ");
  throw new Error(`Expected a button “${label}” that calls back, found: ${labels || "none"}.`);
}

function buttonsOf(message: Message): readonly InlineKeyboardButton[] {
  return (message.reply_markup?.inline_keyboard ?? []).flat();
}

/** An old message is told by its place alone. */
function asRemembered(
  world: World,
  message: Message,
): Message | { readonly chat: Message["chat"]; readonly message_id: number; readonly date: 0 } {
  const isForgotten = world.clock.nowMs() - message.date * 1000 > rememberedForMs;
  return isForgotten ? { chat: message.chat, message_id: message.message_id, date: 0 } : message;
}
