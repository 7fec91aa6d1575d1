/** Puts a client's calls under the governor: each waits for its slot, or is dropped. */

import type { Transformer } from "grammy";
import type { ChatKey, Governor } from "./governor.ts";

/** What the governor must know of a call. */
interface Addressed {
  readonly chat: ChatKey;
  readonly messageId: number | undefined;
}

/** For calls that must arrive: they wait. @param signal ends the wait; the call is made then */
export function waitForTurn(governor: Governor, signal: AbortSignal): Transformer {
  return async (previous, method, payload, callSignal) => {
    const addressed = addressOf(payload);
    const call = async () => heed(governor, addressed, await previous(method, payload, callSignal));
    if (addressed === undefined) return call();
    const { chat, messageId } = addressed;
    if (messageId !== undefined) governor.dropEdit(chat, messageId);
    return governor.inTurn(chat, signal, call);
  };
}

/** For what only looks nice: it is made now, or answered as if Telegram had declined it. */
export function shedWithoutTurn(governor: Governor, signal: AbortSignal): Transformer {
  return async (previous, method, payload, callSignal) => {
    const addressed = addressOf(payload);
    const call = async () => heed(governor, addressed, await previous(method, payload, callSignal));
    if (addressed === undefined) return call();
    const { chat, messageId } = addressed;
    const response =
      method.startsWith("edit") && messageId !== undefined
        ? await governor.edit({ chat, messageId }, signal, call)
        : await governor.tryNow(/draft$/iu.test(method) ? "draft" : "typing", chat, call);
    const description = "Too Many Requests: kept back, for others come first";
    return response ?? { ok: false, error_code: 429, description };
  };
}

interface ApiResponse {
  readonly ok: boolean;
  readonly parameters?: { readonly retry_after?: number };
}

/** The response; where Telegram asks in it to be left alone, the chat is closed. */
function heed<Response extends ApiResponse>(
  governor: Governor,
  addressed: Addressed | undefined,
  response: Response,
): Response {
  const seconds = response.ok ? undefined : response.parameters?.retry_after;
  if (addressed !== undefined && seconds !== undefined) {
    governor.close(addressed.chat, seconds * 1000);
  }
  return response;
}

function addressOf(payload: unknown): Addressed | undefined {
  if (typeof payload !== "object" || payload === null || !("chat_id" in payload)) return undefined;
  const { chat_id: chat } = payload;
  if (typeof chat !== "number" && typeof chat !== "string") return undefined;
  const messageId = "message_id" in payload ? payload.message_id : undefined;
  return { chat, messageId: typeof messageId === "number" ? messageId : undefined };
}
