/** A person speaking in one chat. */

import type { InlineKeyboardButton, Message, User } from "grammy/types";
import { captionLimits, formatText, messageLimits } from "./formatted-text.ts";
import type { CallbackAnswer, Speaker } from "./fake-telegram.ts";
import { commandsShown } from "./methods/command-lists.ts";
import { documentOf } from "./methods/send-document.ts";
import { postMessage, replaceMessage, type Stage } from "./people.ts";
import { placeMessage, type WantedReply } from "./place-message.ts";
import { type ChatState, isExpired, keepFile, type OpenQuery } from "./world.ts";

/** @param threadId topic of the forum; undefined for General and all other chats */
export function createSpeaker(
  stage: Stage,
  state: ChatState,
  user: User,
  threadId: number | undefined,
): Speaker {
  const { world } = stage;
  const place = (replyTo?: WantedReply): ReturnType<typeof placeMessage> =>
    placeMessage(state, { threadId, replyTo });
  const requireVoice = (): void => {
    if (!state.members.has(user.id)) {
      throw new Error(`Expected ${user.first_name} to be a member of chat ${state.chat.id}.`);
    }
    if (state.standing.kind === "blocked") {
      throw new Error(`${user.first_name} has blocked the bot; call unblocks() first.`);
    }
  };
  const post = (content: Parameters<typeof postMessage>[2]): Message => {
    requireVoice();
    return postMessage(stage, state, { from: user, ...content });
  };

  return {
    says: async (text, { entities = [] } = {}) =>
      post({ ...place(), ...textContent(text, entities) }),
    repliesTo: async (message, text, { quote } = {}) =>
      post({
        ...place({ messageId: message.message_id, isOptional: false, quote }),
        ...textContent(text, []),
      }),
    edits: async (message, text) => {
      const { entities: _entities, ...rest } = state.messages.get(message.message_id) ?? message;
      return replaceMessage(stage, state, { ...rest, ...textContent(text, []) });
    },
    uploads: async ({ name, bytes, mimeType = "application/octet-stream", caption = "" }) => {
      const document = documentOf(keepFile(world, { name, bytes, mimeType }));
      const { text, entities } = formatText(caption, [], captionLimits);
      return post({
        ...place(),
        document,
        ...(text === "" ? {} : { caption: text }),
        ...(entities.length > 0 ? { caption_entities: [...entities] } : {}),
      });
    },
    taps: async (message, label) => {
      const present = state.messages.get(message.message_id);
      if (present === undefined)
        throw new Error(`Expected message ${message.message_id} to stand.`);
      return tapButton(stage, user, present, label);
    },
    commands: () => commandsShown(world, state, user),
  };
}

function textContent(
  text: string,
  entities: readonly NonNullable<Message["entities"]>[number][],
): Pick<Message, "text" | "entities"> {
  const formatted = formatText(text, entities, messageLimits);
  if (formatted.text === "") throw new Error("Expected a text that is more than white space.");
  return {
    text: formatted.text,
    ...(formatted.entities.length > 0 ? { entities: [...formatted.entities] } : {}),
  };
}

async function tapButton(
  { world, delivery, waitTimeoutMs }: Stage,
  user: User,
  message: Message,
  label: string,
): Promise<CallbackAnswer> {
  const buttons = (message.reply_markup?.inline_keyboard ?? []).flat();
  const button = buttons.find((candidate) => candidate.text === label);
  if (button === undefined || !isCallbackButton(button)) {
    const labels = buttons.map(({ text }) => `“${text}”`).join(", ");
    throw new Error(`Expected a button “${label}” that calls back, found: ${labels || "none"}.`);
  }
  const id = `callback-${world.nextNumber()}`;
  const query: OpenQuery<CallbackAnswer> = {
    describe: `“${label}” under message ${message.message_id}, tapped by ${user.first_name}`,
    openedAtAdvancedMs: world.clock.advancedMs(),
    answer: undefined,
  };
  world.callbackQueries.set(id, query);
  delivery.enqueue("callback_query", {
    id,
    from: user,
    message,
    chat_instance: `instance-${message.chat.id}`,
    data: button.callback_data,
  });
  return world.bell.until({
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

function isCallbackButton(
  button: InlineKeyboardButton,
): button is InlineKeyboardButton.CallbackButton {
  return "callback_data" in button;
}
