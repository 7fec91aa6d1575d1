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

/** Made when its time has come; never made where the governor drops it. */
type Call<Result> = () => Promise<Result>;

export interface Governor {
  /**
   * The result of work that must be done, which calls the chat: first once, and more often after
   * `waitForSlot`. The works of one chat are done one after another, in the order asked.
   *
   * @param signal ends the waiting; the work is done at once then
   */
  inTurn<Result>(chat: ChatKey, signal: AbortSignal, work: Call<Result>): Promise<Result>;
  /** Resolves when the chat may be called, within a turn; early where the signal is given. */
  waitForSlot(chat: ChatKey, signal: AbortSignal): Promise<void>;
  /**
   * The result of an edit that only looks nice. It waits for a slot, but only the newest edit of a
   * message does: undefined where another one took its place, or the chat has closed.
   */
  edit<Result>(
    target: { readonly chat: ChatKey; readonly messageId: number },
    signal: AbortSignal,
    call: Call<Result>,
  ): Promise<Result | undefined>;
  /** Drops the edit of the message that waits, because its last word is on its way. */
  dropEdit(chat: ChatKey, messageId: number): void;
  /** The result of a draft, or of a word that the bot is typing; undefined where it is no time for it. */
  tryNow<Result>(
    kind: "draft" | "typing",
    chat: ChatKey,
    call: Call<Result>,
  ): Promise<Result | undefined>;
  /** Keeps every call from the chat for so long: calling during a penalty lengthens it. */
  close(chat: ChatKey, ms: number): void;
  /** Counts a message that an earlier run sent; to be called in the order of their times. */
  recall(chat: ChatKey, atMs: number): void;
  /** Milliseconds until the chat may be called again; 0 where it is open. */
  closedForMs(chat: ChatKey): number;
}

interface ChatState {
  readonly windows: readonly (readonly [CallWindow, spare: number])[];
  readonly lastAtMs: Record<"draft" | "typing", number>;
  /** Edits that wait, by message. */
  readonly edits: Map<number, AbortController>;
  /** Calls on their way that only look nice. */
  readonly niceCalls: Set<Promise<unknown>>;
  closedUntilMs: number;
  /** Works that wait or are being done, and the end of the last of them. */
  turns: number;
  lastTurn: Promise<unknown>;
}

const maxChats = 10_000;
/** What must arrive waits so long for a call on its way, whose answer may close the chat. */
const niceCallMs = 2_000;

/** @param onClose told when a chat is closed, and until when, in milliseconds since 1970 */
export function createGovernor(
  pace: Pace,
  clock: Clock,
  onClose?: (chat: ChatKey, untilMs: number) => void,
): Governor {
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
      niceCalls: new Set(),
      closedUntilMs: 0,
      turns: 0,
      lastTurn: Promise.resolve(),
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
  const waitForSlot = async (state: ChatState, signal: AbortSignal): Promise<void> => {
    for (let ms = freeInMs(state, false); ms > 0; ms = freeInMs(state, false)) {
      await clock.pause(ms, signal);
      if (signal.aborted) return;
    }
    take(state);
  };
  const waitForNiceCalls = async (state: ChatState, signal: AbortSignal): Promise<void> => {
    if (state.niceCalls.size === 0) return;
    const arrived = new AbortController();
    const patience = clock.pause(niceCallMs, AbortSignal.any([signal, arrived.signal]));
    await Promise.race([Promise.allSettled(state.niceCalls), patience]);
    arrived.abort();
  };
  const callNicely = async <Result>(state: ChatState, call: Call<Result>): Promise<Result> => {
    const calling = call();
    state.niceCalls.add(calling);
    try {
      return await calling;
    } finally {
      state.niceCalls.delete(calling);
    }
  };

  return {
    inTurn: async (chat, signal, work) => {
      const state = stateOf(chat);
      const before = state.lastTurn;
      const takeTurn = async () => {
        await before;
        await waitForNiceCalls(state, signal);
        await waitForSlot(state, signal);
        return work();
      };
      const turn = takeTurn();
      state.turns += 1;
      state.lastTurn = turn.then(nothing, nothing);
      try {
        return await turn;
      } finally {
        state.turns -= 1;
      }
    },
    waitForSlot: (chat, signal) => waitForSlot(stateOf(chat), signal),
    edit: async ({ chat, messageId }, signal, call) => {
      const state = stateOf(chat);
      state.edits.get(messageId)?.abort();
      const dropped = new AbortController();
      state.edits.set(messageId, dropped);
      const ended = AbortSignal.any([signal, dropped.signal]);
      try {
        while (!ended.aborted && closedForMs(state) === 0) {
          const ms = freeInMs(state, true);
          if (state.turns > 0) await state.lastTurn;
          else if (ms > 0) await clock.pause(ms, ended);
          else {
            take(state);
            return await callNicely(state, call);
          }
        }
        return undefined;
      } finally {
        if (state.edits.get(messageId) === dropped) state.edits.delete(messageId);
      }
    },
    dropEdit: (chat, messageId) => stateOf(chat).edits.get(messageId)?.abort(),
    tryNow: async (kind, chat, call) => {
      const state = stateOf(chat);
      const everyMs = kind === "draft" ? pace.draftEveryMs : pace.typingEveryMs;
      const isTooEarly = clock.now() - state.lastAtMs[kind] < everyMs;
      if (isTooEarly || state.turns > 0 || freeInMs(state, true) > 0) return undefined;
      state.lastAtMs[kind] = clock.now();
      // Neither is a message: they have limits of their own, but load the server all the same.
      for (const [window] of overall) window.take(clock.now());
      return callNicely(state, call);
    },
    close: (chat, ms) => {
      const state = stateOf(chat);
      const untilMs = clock.now() + ms;
      if (untilMs <= state.closedUntilMs) return;
      state.closedUntilMs = untilMs;
      onClose?.(chat, untilMs);
    },
    recall: (chat, atMs) => {
      for (const [window] of stateOf(chat).windows) window.take(atMs);
    },
    closedForMs: (chat) => closedForMs(stateOf(chat)),
  };
}

function nothing(): void {}

function windowOf(allowance: Pace["overall"]): readonly [CallWindow, spare: number] {
  return [createCallWindow(allowance), Math.ceil(allowance.calls * shareLeft)];
}

/** Groups and channels have negative ids; only channels are called by a username. */
function isGroup(chat: ChatKey): boolean {
  return typeof chat === "string" || chat < 0;
}
