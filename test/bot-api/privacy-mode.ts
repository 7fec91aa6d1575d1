/** Which messages of people the bot gets to see. */

import type { Message, MessageEntity } from "grammy/types";
import type { ChatState, World } from "./world.ts";

/**
 * True where an update is due: everything in private chats, in channels and for an administrator; in
 * groups only service messages, commands not meant for another bot, replies to the bot's messages
 * and mentions of it.
 */
export function isSeenByBot(world: World, state: ChatState, message: Message): boolean {
  const { chat, standing } = state;
  if (standing.kind !== "member" && standing.kind !== "administrator") return false;
  if (chat.type === "private" || standing.kind === "administrator") return true;
  const text = message.text ?? message.caption;
  if (text === undefined && message.document === undefined) return true;
  const replied = message.reply_to_message;
  if (replied !== undefined && state.sentByBot.has(replied.message_id)) return true;
  const own = `@${world.bot.username}`.toLowerCase();
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.some((entity) => isForBot(entity, text ?? "", own, world.bot.id));
}

function isForBot(entity: MessageEntity, text: string, own: string, botId: number): boolean {
  const words = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
  if (entity.type === "bot_command") return !words.includes("@") || words.endsWith(own);
  if (entity.type === "mention") return words === own;
  return entity.type === "text_mention" && entity.user.id === botId;
}
