/** Everything that goes wrong at once: lost, late and torn answers, floods, and updates in disorder. */

import type { FakeTelegram } from "../../../bot-api/fake-telegram.ts";
import type { Fault } from "../../../bot-api/server-switches.ts";

const methods = ["sendMessage", "editMessageText", "getUpdates"];
const kinds: readonly Omit<Fault, "method">[] = [
  { status: 429, retryAfterSeconds: 1 },
  { status: 502 },
  { status: "lost" },
  { status: "lost", afterEffect: true },
  { status: "slow", dripBytes: 32, dripEveryMs: 10 },
  { status: "torn" },
];

export function beginBadDay(telegram: FakeTelegram, share: number, seed: number): void {
  for (const [place, method] of methods.entries()) {
    for (const [kind, fault] of kinds.entries()) {
      telegram.fault({ ...fault, method, share, seed: seed + place * kinds.length + kind });
    }
  }
  telegram.disorder({
    seed,
    duplicated: share,
    reordered: share,
    delayed: share,
    longestDelayMs: 1_000,
  });
}

export function endBadDay(telegram: FakeTelegram): void {
  telegram.clearFaults();
  telegram.disorder(undefined);
}
