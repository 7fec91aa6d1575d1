/** The figures of a day, for people. */

import type { FakeTelegram } from "../../../bot-api/fake-telegram.ts";
import type { Asked } from "./ask-all.ts";
import type { Holdings } from "./bot-process.ts";

/** One run of the process. */
export interface Life {
  readonly seconds: number;
  readonly first: Holdings | undefined;
  readonly last: Holdings | undefined;
}

export interface Day {
  readonly telegram: FakeTelegram;
  readonly asked: readonly Asked[];
  readonly seconds: number;
  readonly updates: number;
  /** Calls made before it began. */
  readonly callsBefore: number;
  readonly lives: readonly Life[];
}

/** Lines without a newline at the end. */
export function reportDay(day: Day): string {
  const { asked, lives } = day;
  const alone = asked.filter(({ place }) => !place.isGroup);
  const together = asked.filter(({ place }) => place.isGroup);
  const calls = day.telegram.calls.slice(day.callsBefore);
  const count = (accept: (call: (typeof calls)[number]) => boolean) => calls.filter(accept).length;
  const sends = count(({ method }) => method === "sendMessage");
  const probes = count(
    ({ method, outcome }) =>
      method === "editMessageText" &&
      outcome?.kind === "refused" &&
      /not found|can't be edited|not modified/u.test(outcome.description),
  );
  const floods = count(({ outcome }) => /Too Many/u.test(outcomeText(outcome)));
  return [
    `questions ${asked.length} in ${Math.round(day.seconds)} s, processes ${lives.length}`,
    `updates ${day.updates}, ${(day.updates / day.seconds).toFixed(1)} a second`,
    `private ${latencies(alone)}`,
    `groups ${latencies(together)}`,
    `sends ${sends} (${sends - asked.length} beyond one a question), probes ${probes}, floods ${floods}`,
    ...lives.map(
      ({ seconds, first, last }, n) =>
        `process ${n + 1}: ${Math.round(seconds)} s, ${holdings(first)} → ${holdings(last)}`,
    ),
  ].join("\n");
}

function outcomeText(
  outcome: { readonly kind: string; readonly description?: string } | undefined,
) {
  return outcome?.description ?? "";
}

function latencies(asked: readonly Asked[]): string {
  const sorted = asked.map(({ waitedMs }) => waitedMs).toSorted((one, other) => one - other);
  const at = (share: number) =>
    ((sorted[Math.floor(share * sorted.length)] ?? 0) / 1000).toFixed(2);
  return `${asked.length}: p50 ${at(0.5)} s, p95 ${at(0.95)} s, longest ${at(0.9999)} s`;
}

function holdings(held: Holdings | undefined): string {
  return held === undefined ? "?" : `${held.memoryMegabytes} MB and ${held.openHandles} handles`;
}
