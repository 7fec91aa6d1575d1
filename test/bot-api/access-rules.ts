/** Which chats a call reaches, and Telegram's words where it does not. */

import type { Message } from "grammy/types";
import { ApiRefusal, badRequest } from "./api-refusal.ts";
import type { ChatState } from "./chat-state.ts";
import type { World } from "./world.ts";

const generalThreadId = 1;

/**
 * The chat a call names, in which the bot is.
 * @param chatId number, digits, or `@username`
 * @throws {ApiRefusal} 400 for an unknown or upgraded chat, 403 where the bot is shut out
 */
export function reachChat(world: World, chatId: number | string): ChatState {
  const state = findChat(world, chatId);
  const { standing, chat } = state;
  switch (standing.kind) {
    case "member":
    case "administrator":
      break;
    case "blocked":
      throw new ApiRefusal(403, "bot was blocked by the user");
    case "deactivated":
      throw new ApiRefusal(403, "user is deactivated");
    case "kicked":
      throw new ApiRefusal(403, `bot was kicked from the ${chat.type} chat`);
    case "left":
      throw new ApiRefusal(403, `bot is not a member of the ${chat.type} chat`);
    case "migrated":
      throw badRequest("group chat was upgraded to a supergroup chat", {
        migrate_to_chat_id: standing.toChatId,
      });
  }
  return state;
}

/** @param kind what is to be sent, as the refusal names it */
export function reachChatToWrite(
  world: World,
  chatId: number | string,
  kind: "text messages" | "documents" | "photos",
): ChatState {
  const state = reachChat(world, chatId);
  const voice = "voice" in state.standing ? state.standing.voice : "free";
  if (voice === "shut") throw badRequest("have no write access to the chat");
  if (voice === "muted") throw badRequest(`not enough rights to send ${kind} to the chat`);
  return state;
}

/** The chat in any standing. @throws {ApiRefusal} 400 where the bot never met it */
function findChat(world: World, chatId: number | string): ChatState {
  if (chatId === "") throw badRequest("chat_id is empty");
  const isName = typeof chatId === "string" && chatId.startsWith("@");
  const state = isName
    ? [...world.chats.values()].find(({ chat }) => `@${chat.username ?? ""}` === chatId)
    : world.chats.get(Number(chatId));
  const user = world.users.get(Number(chatId));
  if (user?.is_bot === true) throw new ApiRefusal(403, "the bot can't send messages to the bot");
  if (state !== undefined) return state;
  if (user !== undefined) {
    throw new ApiRefusal(403, "bot can't initiate conversation with a user");
  }
  throw badRequest("chat not found");
}

/**
 * The thread a call names: a topic of the forum other than General, which is written to without one.
 * @throws {ApiRefusal} `message thread not found`
 */
export function checkThread(state: ChatState, threadId: number | undefined): void {
  if (threadId === undefined) return;
  if (threadId === generalThreadId || !state.topics.has(threadId)) {
    throw badRequest("message thread not found");
  }
}

/** @param purpose as the refusal names it: `message to edit not found` */
export function findMessage(
  state: ChatState,
  messageId: number | undefined,
  purpose: "edit" | "delete" | "be replied" | "react",
): Message {
  const message = messageId === undefined ? undefined : state.messages.get(messageId);
  if (message === undefined) throw badRequest(`message to ${purpose} not found`);
  return message;
}
