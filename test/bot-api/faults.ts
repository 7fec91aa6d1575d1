/** Faults that a test has ordered, and the flood windows they open. */

import type { Fault, FakeClock } from "./fake-telegram.ts";

export interface Faults {
  add(fault: Fault): void;
  /** The fault that hits this call, used up by one. */
  take(method: string, chatId: number | undefined): Fault | undefined;
  /** From now on the chat refuses every call for so long. */
  openWindow(chatId: number, retryAfterSeconds: number): void;
  /** Whole seconds until the chat may be called again; undefined where it may be now. */
  remainingSeconds(chatId: number): number | undefined;
}

/** Timers may fire a little early; a client that waited as told is not to be blamed for that. */
const timerSlackMs = 50;

export function createFaults(clock: FakeClock): Faults {
  const ordered: { readonly fault: Fault; remaining: number }[] = [];
  const openUntilMs = new Map<number, number>();
  return {
    add: (fault) => {
      ordered.push({ fault, remaining: fault.times ?? 1 });
    },
    take: (method, chatId) => {
      const hit = ordered.find(
        ({ fault, remaining }) =>
          remaining > 0 &&
          (fault.method === method || (fault.method === "*" && method !== "getUpdates")) &&
          (fault.chatId === undefined || fault.chatId === chatId),
      );
      if (hit === undefined) return undefined;
      hit.remaining -= 1;
      return hit.fault;
    },
    openWindow: (chatId, retryAfterSeconds) => {
      openUntilMs.set(chatId, clock.nowMs() + retryAfterSeconds * 1000 - timerSlackMs);
    },
    remainingSeconds: (chatId) => {
      const leftMs = (openUntilMs.get(chatId) ?? 0) - clock.nowMs();
      return leftMs > 0 ? Math.ceil(leftMs / 1000) : undefined;
    },
  };
}
