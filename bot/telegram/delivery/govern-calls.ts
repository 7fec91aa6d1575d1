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
    const call = async () => {
      const response = await previous(method, payload, callSignal);
      heed(governor, addressed, response);
      return response;
    };
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
    const call = async () => {
      const response = await previous(method, payload, callSignal);
      heed(governor, addressed, response);
      return response;
    };
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

function heed(
  governor: Governor,
  addressed: Addressed | undefined,
  response: Awaited<ReturnType<Parameters<Transformer>[0]>>,
): void {
  if (addressed === undefined || response.ok) return;
  const seconds = response.parameters?.retry_after;
  if (seconds !== undefined) governor.close(addressed.chat, seconds * 1000);
}

function addressOf(payload: unknown): Addressed | undefined {
  if (typeof payload !== "object" || payload === null || !("chat_id" in payload)) return undefined;
  const { chat_id: chat } = payload;
  if (typeof chat !== "number" && typeof chat !== "string") return undefined;
  const messageId = "message_id" in payload ? payload.message_id : undefined;
  return { chat, messageId: typeof messageId === "number" ? messageId : undefined };
}
