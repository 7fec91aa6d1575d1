/** How often the bot may write before Telegram tells it to wait. */

import type { FakeClock } from "./server-switches.ts";

export interface FloodLimits {
  /** Counts a call. @returns whole seconds to wait, where it is one too many */
  count(method: string, chatId: number): number | undefined;
}

interface Limit {
  readonly calls: number;
  readonly withinMs: number;
}

/** @see https://core.telegram.org/api/bots/ai */
const draftLimits: readonly Limit[] = [
  { calls: 20, withinMs: 5000 },
  { calls: 40, withinMs: 30_000 },
];
const writing = /^(?:send(?!ChatAction)|edit)/u;

/** @param groupMessagesPerMinute undefined for any number */
export function createFloodLimits(
  clock: FakeClock,
  groupMessagesPerMinute: number | undefined,
): FloodLimits {
  const groupLimits: readonly Limit[] =
    groupMessagesPerMinute === undefined
      ? []
      : [{ calls: groupMessagesPerMinute, withinMs: 60_000 }];
  const madeAtMs = new Map<string, number[]>();
  return {
    count: (method, chatId) => {
      const isDraft = method === "sendMessageDraft";
      const isToGroup = chatId < 0 && writing.test(method);
      const limits = isDraft ? draftLimits : isToGroup ? groupLimits : [];
      if (limits.length === 0) return undefined;
      const nowMs = clock.nowMs();
      const longestMs = Math.max(...limits.map(({ withinMs }) => withinMs));
      const key = `${isDraft ? "draft" : "message"} ${chatId}`;
      const recent = (madeAtMs.get(key) ?? []).filter((atMs) => nowMs - atMs < longestMs);
      madeAtMs.set(key, recent);
      for (const { calls, withinMs } of limits) {
        const within = recent.filter((atMs) => nowMs - atMs < withinMs);
        const [oldest] = within;
        if (within.length >= calls && oldest !== undefined) {
          return Math.max(1, Math.ceil((oldest + withinMs - nowMs) / 1000));
        }
      }
      recent.push(nowMs);
      return undefined;
    },
  };
}
