/** `editMessageText`, `editMessageCaption`, `editMessageReplyMarkup` and `deleteMessage`. */

import { isDeepStrictEqual } from "node:util";
import type { Message } from "grammy/types";
import { findMessage, reachChat } from "../access-rules.ts";
import { badRequest } from "../api-refusal.ts";
import type { ChatState } from "../chat-state.ts";
import { unixSeconds } from "../fake-clock.ts";
import { findInlineMessage } from "../inline-messages.ts";
import { showEdited } from "../keep-message.ts";
import { captionLimits } from "../formatted-text.ts";
import { inlineKeyboard } from "../keyboard-rules.ts";
import type { World } from "../world.ts";
import { captionFields, formatBotText, formatWithin, textFields } from "./bot-text.ts";
import { modelledMethod } from "./modelled-method.ts";

const deletableForSeconds = 48 * 60 * 60;
const notModified =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

export const editMessageText = modelledMethod({
  name: "editMessageText",
  options: [
    "chat_id",
    "message_id",
    "inline_message_id",
    "text",
    "entities",
    "parse_mode",
    "link_preview_options",
    "reply_markup",
  ],
  run: ({ world, args, violate }) => {
    const { state, message } = findEditable(world, args);
    if (message.text === undefined) throw badRequest("there is no text in the message to edit");
    const given = { text: args.text, entities: args.entities, parseMode: args.parse_mode };
    const fields = textFields(formatBotText(given, violate));
    const { entities: _entities, reply_markup: _keyboard, ...rest } = message;
    const edited = keepEdit(world, state, message, {
      ...rest,
      ...fields,
      ...withKeyboard(args.reply_markup),
    });
    return args.inline_message_id === undefined ? { ...edited, text: fields.text } : true;
  },
});

export const editMessageCaption = modelledMethod({
  name: "editMessageCaption",
  options: ["chat_id", "message_id", "caption", "caption_entities", "parse_mode", "reply_markup"],
  run: ({ world, args, violate }) => {
    const { state, message } = findEditable(world, args);
    if (message.text !== undefined) throw badRequest("there is no caption in the message to edit");
    const given = {
      text: args.caption,
      entities: args.caption_entities,
      parseMode: args.parse_mode,
    };
    const fields = captionFields(formatWithin(captionLimits, given, violate));
    const {
      caption: _caption,
      caption_entities: _entities,
      reply_markup: _keyboard,
      ...rest
    } = message;
    return keepEdit(world, state, message, {
      ...rest,
      ...fields,
      ...withKeyboard(args.reply_markup),
    });
  },
});

export const editMessageReplyMarkup = modelledMethod({
  name: "editMessageReplyMarkup",
  options: ["chat_id", "message_id", "inline_message_id", "reply_markup"],
  run: ({ world, args }) => {
    const { state, message } = findEditable(world, args);
    const { reply_markup: _keyboard, ...rest } = message;
    const after = { ...rest, ...withKeyboard(args.reply_markup) };
    const edited = keepEdit(world, state, message, after);
    return args.inline_message_id === undefined ? edited : true;
  },
});

export const deleteMessage = modelledMethod({
  name: "deleteMessage",
  options: ["chat_id", "message_id"],
  run: ({ world, args }) => {
    const state = reachChat(world, args.chat_id);
    const message = findMessage(state, args.message_id, "delete");
    const isOwn = state.sentByBot.has(message.message_id);
    const mayDeleteOthers =
      state.chat.type === "private" || state.standing.kind === "administrator";
    const isTooOld = unixSeconds(world.clock) - message.date > deletableForSeconds;
    if (isTooOld || !(isOwn || mayDeleteOthers)) throw badRequest("message can't be deleted");
    state.messages.delete(message.message_id);
    state.events.push({ kind: "deleted", messageId: message.message_id });
    world.bell.ring(state);
    return true;
  },
});

interface EditedMessage {
  readonly chat_id?: number | string;
  readonly message_id?: number;
  readonly inline_message_id?: string;
}

/** @throws {ApiRefusal} where it is not there or not the bot's */
function findEditable(
  world: World,
  { chat_id: chatId, message_id: messageId, inline_message_id: inlineId }: EditedMessage,
): { readonly state: ChatState; readonly message: Message } {
  if (inlineId !== undefined) {
    const { state, messageId: id } = findInlineMessage(world, inlineId);
    const message = state.messages.get(id);
    if (message === undefined) throw badRequest("MESSAGE_ID_INVALID");
    return { state, message };
  }
  if (chatId === undefined && messageId === undefined) {
    throw badRequest("message identifier is not specified");
  }
  const state = reachChat(world, chatId ?? "");
  const message = findMessage(state, messageId, "edit");
  if (!state.sentByBot.has(message.message_id)) throw badRequest("message can't be edited");
  return { state, message };
}

/** A keyboard that an edit does not repeat is gone. */
function withKeyboard(markup: object | undefined): Pick<Message, "reply_markup"> {
  const keyboard = inlineKeyboard(markup);
  return keyboard === undefined ? {} : { reply_markup: keyboard };
}

function keepEdit<Edited extends Message>(
  world: World,
  state: ChatState,
  before: Message,
  after: Edited,
): Edited & { readonly edit_date: number } {
  const { edit_date: _before, ...content } = before;
  const { edit_date: _after, ...newContent } = after;
  if (isDeepStrictEqual(content, newContent)) throw badRequest(notModified);
  const edited = { ...after, edit_date: unixSeconds(world.clock) };
  showEdited(world, state, edited);
  return edited;
}
