/** `editMessageText`, `editMessageReplyMarkup` and `deleteMessage`. */

import { isDeepStrictEqual } from "node:util";
import type { Message } from "grammy/types";
import { findMessage, reachChat } from "../access-rules.ts";
import { badRequest } from "../api-refusal.ts";
import { unixSeconds } from "../fake-clock.ts";
import { inlineKeyboard } from "../keyboard-rules.ts";
import { type ChatState, showBotMessage, type World } from "../world.ts";
import { formatBotText } from "./bot-text.ts";
import { modelledMethod } from "./modelled-method.ts";

const deletableForSeconds = 48 * 60 * 60;
const notModified =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

export const editMessageText = modelledMethod({
  name: "editMessageText",
  options: ["chat_id", "message_id", "text", "entities", "link_preview_options", "reply_markup"],
  run: ({ world, args, violate }) => {
    const { state, message } = findOwn(world, args.chat_id, args.message_id);
    if (message.text === undefined) throw badRequest("there is no text in the message to edit");
    const { text, entities } = formatBotText(args.text ?? "", args.entities, violate);
    const { entities: _entities, reply_markup: _keyboard, ...rest } = message;
    const edited = keepEdit(world, state, message, {
      ...rest,
      text,
      ...(entities.length > 0 ? { entities: [...entities] } : {}),
      ...withKeyboard(args.reply_markup),
    });
    return { ...edited, text };
  },
});

export const editMessageReplyMarkup = modelledMethod({
  name: "editMessageReplyMarkup",
  options: ["chat_id", "message_id", "reply_markup"],
  run: ({ world, args }) => {
    const { state, message } = findOwn(world, args.chat_id, args.message_id);
    const { reply_markup: _keyboard, ...rest } = message;
    return keepEdit(world, state, message, { ...rest, ...withKeyboard(args.reply_markup) });
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
    world.bell.ring();
    return true;
  },
});

function findOwn(
  world: World,
  chatId: number | string | undefined,
  messageId: number | undefined,
): { readonly state: ChatState; readonly message: Message } {
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
  showBotMessage(world, state, "edited", edited);
  return edited;
}
