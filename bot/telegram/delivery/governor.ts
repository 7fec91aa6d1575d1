/**
 * Decides when a chat may be called: what must arrive before edits, edits before drafts, drafts
 * before "typing". What must arrive waits; what only looks nice is dropped, never queued.
 */

import { LRUCache } from "lru-cache";
import { type CallWindow, createCallWindow } from "./call-window.ts";
import type { Clock } from "./clock.ts";
import { type Pace, shareLeft } from "./pace.ts";

/** A chat's id, or the username of a public one. */
export type ChatKey = number | string;

export interface Governor {
  /**
   * Resolves when a call that must arrive may be made; callers of one chat are served in order.
   * Resolves early where the signal is given.
   */
  waitForSlot(chat: ChatKey, signal: AbortSignal): Promise<void>;
  /**
   * Whether the edit is to be made now. Waits for a slot, but only the newest edit of a message
   * does: false where another one took its place, or the chat has closed.
   */
  waitForEdit(chat: ChatKey, messageId: number, signal: AbortSignal): Promise<boolean>;
  /** Drops the edit of the message that waits, because its last word is on its way. */
  dropEdit(chat: ChatKey, messageId: number): void;
  /** Whether a draft, or a word that the bot is typing, may be sent now; takes the slot if so. */
  admits(kind: "draft" | "typing", chat: ChatKey): boolean;
  /** Keeps every call from the chat for so long: calling during a penalty lengthens it. */
  close(chat: ChatKey, ms: number): void;
  /** Milliseconds until the chat may be called again; 0 where it is open. */
  closedForMs(chat: ChatKey): number;
}

interface ChatState {
  readonly windows: readonly (readonly [CallWindow, spare: number])[];
  readonly lastAtMs: Record<"draft" | "typing", number>;
  readonly edits: Map<number, AbortController>;
  closedUntilMs: number;
  /** Calls that wait for a slot, and the last of them. */
  waiting: number;
  lastWaiting: Promise<void>;
}

const maxChats = 10_000;

export function createGovernor(pace: Pace, clock: Clock): Governor {
  const chats = new LRUCache<ChatKey, ChatState>({ max: maxChats });
  const overall = [windowOf(pace.overall)] as const;

  const stateOf = (chat: ChatKey): ChatState => {
    const known = chats.get(chat);
    if (known !== undefined) return known;
    const allowances = isGroup(chat) ? pace.group : pace.privateChat;
    const state: ChatState = {
      windows: [...allowances.map(windowOf), ...overall],
      lastAtMs: { draft: Number.NEGATIVE_INFINITY, typing: Number.NEGATIVE_INFINITY },
      edits: new Map(),
      closedUntilMs: 0,
      waiting: 0,
      lastWaiting: Promise.resolve(),
    };
    chats.set(chat, state);
    return state;
  };
  const closedForMs = (state: ChatState): number => Math.max(0, state.closedUntilMs - clock.now());
  const freeInMs = (state: ChatState, isNiceOnly: boolean): number =>
    Math.max(
      closedForMs(state),
      ...state.windows.map(([window, spare]) =>
        window.freeInMs(clock.now(), isNiceOnly ? spare : 0),
      ),
    );
  const take = (state: ChatState): void => {
    for (const [window] of state.windows) window.take(clock.now());
  };

  const waitInTurn = async (state: ChatState, before: Promise<void>, signal: AbortSignal) => {
    await before;
    for (let ms = freeInMs(state, false); ms > 0; ms = freeInMs(state, false)) {
      await clock.pause(ms, signal);
      if (signal.aborted) return;
    }
    take(state);
  };

  return {
    waitForSlot: async (chat, signal) => {
      const state = stateOf(chat);
      state.waiting += 1;
      state.lastWaiting = waitInTurn(state, state.lastWaiting, signal).finally(() => {
        state.waiting -= 1;
      });
      await state.lastWaiting;
    },
    waitForEdit: async (chat, messageId, signal) => {
      const state = stateOf(chat);
      state.edits.get(messageId)?.abort();
      const dropped = new AbortController();
      state.edits.set(messageId, dropped);
      const ended = AbortSignal.any([signal, dropped.signal]);
      try {
        while (!ended.aborted && closedForMs(state) === 0) {
          const ms = freeInMs(state, true);
          if (state.waiting > 0) await state.lastWaiting;
          else if (ms > 0) await clock.pause(ms, ended);
          else {
            take(state);
            return true;
          }
        }
        return false;
      } finally {
        if (state.edits.get(messageId) === dropped) state.edits.delete(messageId);
      }
    },
    dropEdit: (chat, messageId) => stateOf(chat).edits.get(messageId)?.abort(),
    admits: (kind, chat) => {
      const state = stateOf(chat);
      const everyMs = kind === "draft" ? pace.draftEveryMs : pace.typingEveryMs;
      const isTooEarly = clock.now() - state.lastAtMs[kind] < everyMs;
      if (isTooEarly || state.waiting > 0 || freeInMs(state, true) > 0) return false;
      state.lastAtMs[kind] = clock.now();
      // Neither is a message: they have limits of their own, but load the server all the same.
      for (const [window] of overall) window.take(clock.now());
      return true;
    },
    close: (chat, ms) => {
      const state = stateOf(chat);
      state.closedUntilMs = Math.max(state.closedUntilMs, clock.now() + ms);
    },
    closedForMs: (chat) => closedForMs(stateOf(chat)),
  };
}

function windowOf(allowance: Pace["overall"]): readonly [CallWindow, spare: number] {
  return [createCallWindow(allowance), Math.ceil(allowance.calls * shareLeft)];
}

/** Groups and channels have negative ids; only channels are called by a username. */
function isGroup(chat: ChatKey): boolean {
  return typeof chat === "string" || chat < 0;
}
