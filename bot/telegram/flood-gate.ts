/**
 * Keeps calls away from a chat that Telegram has asked to leave alone for a while: calling again
 * during a penalty lengthens it.
 */

import { setTimeout as pause } from "node:timers/promises";
import type { Transformer } from "grammy";

export interface FloodGate {
  /** For messages that must arrive: they wait until the chat is open again. */
  readonly waiting: Transformer;
  /** For what only looks nice: it fails while the chat is closed. */
  readonly shedding: Transformer;
}

/** One gate for all API clients of a bot, so that each heeds what any of them was told. */
export function createFloodGate(now: () => number = Date.now): FloodGate {
  const closedUntilMs = new Map<unknown, number>();

  const closedForMs = (payload: unknown): number => {
    const chat = chatOf(payload);
    const remainingMs = (closedUntilMs.get(chat) ?? 0) - now();
    if (remainingMs <= 0) closedUntilMs.delete(chat);
    return Math.max(0, remainingMs);
  };
  const remember = (payload: unknown, seconds: number | undefined): void => {
    const chat = chatOf(payload);
    if (chat === undefined || seconds === undefined) return;
    closedUntilMs.set(chat, now() + seconds * 1000);
  };

  return {
    waiting: async (previous, method, payload, signal) => {
      for (let ms = closedForMs(payload); ms > 0; ms = closedForMs(payload)) await pause(ms);
      const response = await previous(method, payload, signal);
      if (!response.ok) remember(payload, response.parameters?.retry_after);
      return response;
    },
    shedding: async (previous, method, payload, signal) => {
      const ms = closedForMs(payload);
      if (ms > 0) {
        const seconds = Math.ceil(ms / 1000);
        const description = `Too Many Requests: kept back, retry after ${seconds}`;
        return { ok: false, error_code: 429, description, parameters: { retry_after: seconds } };
      }
      const response = await previous(method, payload, signal);
      if (!response.ok) remember(payload, response.parameters?.retry_after);
      return response;
    },
  };
}

function chatOf(payload: unknown): unknown {
  return typeof payload === "object" && payload !== null && "chat_id" in payload
    ? payload.chat_id
    : undefined;
}
