/** `sendMessage`. */

import type { Message, ReplyParameters } from "grammy/types";
import { reachChatToWrite } from "../access-rules.ts";
import { inlineKeyboard } from "../keyboard-rules.ts";
import { placeMessage, type WantedReply } from "../place-message.ts";
import type { ChatState } from "../chat-state.ts";
import { addMessage, type MessageContent, showSent } from "../keep-message.ts";
import { botUser, type World } from "../world.ts";
import { formatBotText, textFields } from "./bot-text.ts";
import { modelledMethod } from "./modelled-method.ts";

export const sendMessage = modelledMethod({
  name: "sendMessage",
  options: [
    "chat_id",
    "message_thread_id",
    "text",
    "entities",
    "parse_mode",
    "link_preview_options",
    "disable_notification",
    "protect_content",
    "reply_parameters",
    "reply_markup",
  ],
  run: ({ world, args, violate }) => {
    const state = reachChatToWrite(world, args.chat_id, "text messages");
    const given = { text: args.text, entities: args.entities, parseMode: args.parse_mode };
    const fields = textFields(formatBotText(given, violate));
    const message = sendAsBot(world, state, args, {
      ...fields,
      ...(args.link_preview_options === undefined
        ? {}
        : { link_preview_options: args.link_preview_options }),
    });
    return { ...message, text: fields.text };
  },
});

export interface SendOptions {
  readonly message_thread_id?: number;
  readonly reply_parameters?: ReplyParameters;
  readonly reply_markup?: object;
  readonly protect_content?: boolean;
}

/** Adds a message of the bot at the place the options name and shows it to the test. */
export function sendAsBot(
  world: World,
  state: ChatState,
  options: SendOptions,
  content: MessageContent,
): Message {
  const keyboard = inlineKeyboard(options.reply_markup);
  const place = placeMessage(state, {
    threadId: options.message_thread_id,
    replyTo: wantedReply(options.reply_parameters),
  });
  const message = addMessage(world, state, {
    ...(state.chat.type === "channel" ? { sender_chat: state.chat } : { from: botUser(world) }),
    ...place,
    ...content,
    ...(options.protect_content === true ? { has_protected_content: true } : {}),
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  });
  showSent(world, state, message);
  return message;
}

function wantedReply(parameters: ReplyParameters | undefined): WantedReply | undefined {
  if (parameters?.message_id === undefined) return undefined;
  return {
    messageId: parameters.message_id,
    isOptional: parameters.allow_sending_without_reply === true,
    quote: parameters.quote,
  };
}
