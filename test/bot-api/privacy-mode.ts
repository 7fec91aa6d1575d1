/** Which messages of people the bot gets to see. */

import type { Message, MessageEntity } from "grammy/types";
import { type ChatState, isMember } from "./chat-state.ts";
import { isServiceMessage } from "./message-kinds.ts";
import type { World } from "./world.ts";

/**
 * True where an update is due: everything in private chats, in channels and for an administrator; in
 * groups only service messages, commands not meant for another bot, replies to the bot's messages,
 * messages sent through it and mentions of it.
 */
export function isSeenByBot(world: World, state: ChatState, message: Message): boolean {
  const { chat, standing } = state;
  if (!isMember(state)) return false;
  if (chat.type === "private" || standing.kind === "administrator") return true;
  if (isServiceMessage(message) || message.via_bot?.id === world.bot.id) return true;
  const replied = message.reply_to_message;
  if (replied !== undefined && state.sentByBot.has(replied.message_id)) return true;
  return mentionsBot(world, message, isCommandForBot);
}

/**
 * True where the text names the bot.
 * @param isCommand tells which commands do, by their words and the bot's `@username`, in lower case
 */
export function mentionsBot(
  world: World,
  message: Message,
  isCommand: (words: string, own: string) => boolean = (words, own) => words.endsWith(own),
): boolean {
  const text = message.text ?? message.caption ?? "";
  const own = `@${world.bot.username}`.toLowerCase();
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.some((entity: MessageEntity) => {
    const words = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
    if (entity.type === "bot_command") return isCommand(words, own);
    if (entity.type === "mention") return words === own;
    return entity.type === "text_mention" && entity.user.id === world.bot.id;
  });
}

function isCommandForBot(words: string, own: string): boolean {
  return !words.includes("@") || words.endsWith(own);
}
