/** Counts how many questions a person and a chat have asked of late, in memory. */

import { LRUCache } from "lru-cache";
import type { Config } from "../config.ts";

export interface QuotaAsked {
  readonly chatId: number;
  /** Undefined where a group or a channel speaks: then only the chat counts. */
  readonly userId: number | undefined;
}

export type QuotaLeft =
  | { readonly kind: "left" }
  /** `justSpent` for the first question too many since there was some left. */
  | { readonly kind: "justSpent" | "spent"; readonly waitMs: number };

export interface Quotas {
  /** Takes one question where both the person and the chat have one left. */
  take(asked: QuotaAsked): QuotaLeft;
}

export interface QuotasOptions {
  readonly settings: Pick<
    Config["telegram"],
    "questionsPerUserPerHour" | "questionsPerChatPerHour"
  >;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const windowMs = 60 * 60 * 1000;
/** A forgotten one begins anew. */
const maxRemembered = 10_000;

interface Asker {
  /** When each question of the last hour was asked, oldest first. */
  askedAtMs: readonly number[];
  isTold: boolean;
}

/** A sliding hour: a question counts for an hour, whenever the hour strikes. */
export function createQuotas({ settings, now }: QuotasOptions): Quotas {
  const askers = new LRUCache<string, Asker>({ max: maxRemembered });
  const askerOf = (key: string): Asker => {
    const asker = askers.get(key) ?? { askedAtMs: [], isTold: false };
    asker.askedAtMs = asker.askedAtMs.filter((at) => at > now() - windowMs);
    askers.set(key, asker);
    return asker;
  };
  return {
    take: ({ chatId, userId }) => {
      const counted = [
        ...(userId === undefined
          ? []
          : [{ key: `user ${userId}`, limit: settings.questionsPerUserPerHour }]),
        { key: `chat ${chatId}`, limit: settings.questionsPerChatPerHour },
      ].flatMap(({ key, limit }) => (limit === undefined ? [] : [{ ...askerOf(key), key, limit }]));

      const spent = counted.filter(({ askedAtMs, limit }) => askedAtMs.length >= limit);
      if (spent.length === 0) {
        for (const { key, askedAtMs } of counted) {
          askers.set(key, { askedAtMs: [...askedAtMs, now()], isTold: false });
        }
        return { kind: "left" };
      }
      const freeAtMs = spent.map(({ askedAtMs, limit }) => askedAtMs.at(-limit) ?? now());
      for (const { key, askedAtMs } of spent) askers.set(key, { askedAtMs, isTold: true });
      const kind = spent.some(({ isTold }) => !isTold) ? "justSpent" : "spent";
      return { kind, waitMs: Math.max(...freeAtMs) + windowMs - now() };
    },
  };
}
