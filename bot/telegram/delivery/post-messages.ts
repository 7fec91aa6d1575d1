/** Leads the messages of an API client through the outbox, whoever sends them. */

import { GrammyError, type Transformer } from "grammy";
import type { OutgoingCall } from "../../operations/outbox.ts";
import type { Sender } from "./create-sender.ts";

/**
 * New messages, and new texts of old ones, are written down before they are sent, and take effect
 * once; the caller gets Telegram's answer as if it had called itself. Other calls pass.
 */
export function postMessages(sender: Pick<Sender, "send">): Transformer {
  return async (previous, method, payload, signal) => {
    const call = outgoingCall(method, payload);
    if (call === undefined) return previous(method, payload, signal);
    try {
      // Of an own message callers use the number, which is there in any case.
      return { ok: true, result: (await sender.send(call)) as never };
    } catch (error) {
      if (!(error instanceof GrammyError)) throw error;
      const { error_code, description, parameters } = error;
      return { ok: false, error_code, description, parameters };
    }
  };
}

function outgoingCall(method: string, payload: unknown): OutgoingCall | undefined {
  if (method !== "sendMessage" && method !== "editMessageText") return undefined;
  if (typeof payload !== "object" || payload === null || !("chat_id" in payload)) return undefined;
  const { chat_id: chatId } = payload;
  return typeof chatId === "number" ? { method, chatId, payload: { ...payload } } : undefined;
}
