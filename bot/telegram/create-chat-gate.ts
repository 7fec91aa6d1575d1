/** Lets in the chats the settings allow, and tells the others so once. */

import { LRUCache } from "lru-cache";
import type { Chat, User } from "grammy/types";
import type { Config } from "../config.ts";
import { isAdmin } from "./speaker.ts";

type Admission = "admitted" | "firstRefusal" | "refused";

export interface ChatGate {
  /** `firstRefusal` once a chat, as long as the process remembers it. */
  admit(chat: Pick<Chat, "id" | "type">, user: Pick<User, "id"> | undefined): Admission;
}

/** Chats whose notice is remembered; a forgotten one is told again. */
const maxRemembered = 10_000;

/** No allowed chats means all; an admin's private chat is always allowed. */
export function createChatGate(
  settings: Pick<Config["telegram"], "adminIds" | "allowedChats">,
): ChatGate {
  const told = new LRUCache<number, true>({ max: maxRemembered });
  return {
    admit: (chat, user) => {
      const { allowedChats } = settings;
      if (allowedChats.length === 0 || allowedChats.includes(chat.id)) return "admitted";
      if (chat.type === "private" && isAdmin(user, settings)) return "admitted";
      if (told.has(chat.id)) return "refused";
      told.set(chat.id, true);
      return "firstRefusal";
    },
  };
}
