/** Tells how the bot stands with a chat: by the settings first, then by what admins decided. */

import type { Config } from "../config.ts";
import type { Operations } from "../operations/open-operations.ts";
import type { Waking } from "./policy.ts";

export interface ChatGate {
  /**
   * @param sentAt Unix seconds of the message; one from before the bot was removed is not answered.
   *   Absent for taps and queries, which prove that it is still there.
   */
  standing(chatId: number, sentAt?: number): Promise<Waking["chat"]>;
}

export interface ChatGateParts {
  readonly settings: Pick<Config["telegram"], "allowedChats">;
  readonly operations: Pick<Operations, "chats">;
}

/** No allowed chats in the settings means all. */
export function createChatGate({ settings, operations }: ChatGateParts): ChatGate {
  const { allowedChats } = settings;
  return {
    standing: async (chatId, sentAt = Infinity) => {
      const known = await operations.chats.find(chatId);
      if (known?.goneAt !== undefined && sentAt * 1000 <= known.goneAt.getTime()) return "gone";
      if (allowedChats.length === 0 || allowedChats.includes(chatId)) return "allowed";
      if (known?.decided !== undefined) return known.decided.decision;
      return known?.isTold === true ? "told" : "unknown";
    },
  };
}
