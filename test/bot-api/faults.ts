/** Faults that a test has ordered, and the flood windows they open. */

import { createRandom } from "./disorder.ts";
import type { FakeClock, Fault } from "./server-switches.ts";

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The fault that hits this call, used up by one. */
  take(method: string, chatId: number | undefined): Fault | undefined;
  /** From now on calls of this kind are refused for so long. @param key a chat, or a method without one */
  openWindow(key: WindowKey, retryAfterSeconds: number): void;
  /** Whether the bot got to read that refusal: of one that was lost on its way it cannot know. */
  noteRefusal(key: WindowKey, wasRead: boolean): void;
  /** True where a call may have been made before the bot could know of the window. */
  isUnaware(key: WindowKey): boolean;
  /** Whole seconds until it may be called again; undefined where it may be now. */
  remainingSeconds(key: WindowKey): number | undefined;
}

export type WindowKey = number | string;

/** Of a window that was opened by a refusal which nobody has read yet. */
const unread = Number.POSITIVE_INFINITY;

/** Timers may fire a little early; a client that waited as told is not to be blamed for that. */
const timerSlackMs = 50;

/** @param graceMs how long after its opening a window may be run into unawares, by the machine's clock */
export function createFaults(clock: FakeClock, graceMs: number): Faults {
  let ordered: { readonly fault: Fault; readonly random: () => number; remaining: number }[] = [];
  const openUntilMs = new Map<WindowKey, number>();
  const openedAt = new Map<WindowKey, number>();
  return {
    add: (fault) => {
      const { times = fault.share === undefined ? 1 : Number.POSITIVE_INFINITY } = fault;
      ordered.push({ fault, random: createRandom(fault.seed ?? 1), remaining: times });
    },
    clear: () => {
      ordered = [];
    },
    take: (method, chatId) => {
      const hit = ordered.find(
        ({ fault, remaining, random }) =>
          remaining > 0 &&
          (fault.method === method || (fault.method === "*" && method !== "getUpdates")) &&
          (fault.chatId === undefined || fault.chatId === chatId) &&
          (fault.share === undefined || random() < fault.share),
      );
      if (hit === undefined) return undefined;
      hit.remaining -= 1;
      return hit.fault;
    },
    openWindow: (key, retryAfterSeconds) => {
      openUntilMs.set(key, clock.nowMs() + retryAfterSeconds * 1000 - timerSlackMs);
      openedAt.set(key, performance.now());
    },
    noteRefusal: (key, wasRead) => {
      const isUnread = openedAt.get(key) === unread;
      if (!wasRead) openedAt.set(key, unread);
      else if (isUnread) openedAt.set(key, performance.now());
    },
    isUnaware: (key) => performance.now() - (openedAt.get(key) ?? 0) < graceMs,
    remainingSeconds: (key) => {
      const leftMs = (openUntilMs.get(key) ?? 0) - clock.nowMs();
      return leftMs > 0 ? Math.ceil(leftMs / 1000) : undefined;
    },
  };
}
