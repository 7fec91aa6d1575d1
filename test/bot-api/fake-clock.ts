/** The fake's time: real time for dates and waits, advanced time alone for what must not depend on the machine. */

import type { FakeClock } from "./server-switches.ts";

/** The clock as the server itself holds it. */
export interface ServerClock extends FakeClock {
  /**
   * Acts once, when so much time of `nowMs` has passed, by itself or by an `advance`.
   * @returns what calls it off
   */
  after(ms: number, act: () => void): () => void;
  /** Calls everything off. */
  stop(): void;
}

interface Alarm {
  readonly atMs: number;
  readonly ring: () => void;
  /** Undefined where only `advance` moves the time. */
  timer: NodeJS.Timeout | undefined;
}

/** Node's timers take no longer wait. */
const longestTimerMs = 2 ** 31 - 1;

interface ClockOptions {
  readonly startsAt: Date;
  /** Time moves by `advance` alone. */
  readonly isStopped: boolean;
  /** Called after each `advance`, so that waits look again. */
  readonly onAdvance: () => void;
}

export function createFakeClock({ startsAt, isStopped, onAdvance }: ClockOptions): ServerClock {
  const openedAt = performance.now();
  const alarms = new Set<Alarm>();
  let advancedMs = 0;
  const nowMs = (): number =>
    startsAt.getTime() + (isStopped ? 0 : performance.now() - openedAt) + advancedMs;

  const startTimer = (atMs: number, ring: () => void): NodeJS.Timeout | undefined =>
    isStopped ? undefined : setTimeout(ring, Math.min(Math.max(0, atMs - nowMs()), longestTimerMs));

  return {
    nowMs,
    advancedMs: () => advancedMs,
    advance: (ms) => {
      advancedMs += ms;
      const due = [...alarms].filter(({ atMs }) => atMs <= nowMs());
      for (const { ring } of due.sort((left, right) => left.atMs - right.atMs)) ring();
      for (const alarm of alarms) {
        clearTimeout(alarm.timer);
        alarm.timer = startTimer(alarm.atMs, alarm.ring);
      }
      onAdvance();
    },
    after: (ms, act) => {
      const atMs = nowMs() + ms;
      const ring = (): void => {
        clearTimeout(alarm.timer);
        if (alarms.delete(alarm)) act();
      };
      const alarm: Alarm = { atMs, ring, timer: startTimer(atMs, ring) };
      alarms.add(alarm);
      return () => {
        clearTimeout(alarm.timer);
        alarms.delete(alarm);
      };
    },
    stop: () => {
      for (const { timer } of alarms) clearTimeout(timer);
      alarms.clear();
    },
  };
}

/** Unix time as messages carry it, in whole seconds. */
export function unixSeconds(clock: FakeClock): number {
  return Math.floor(clock.nowMs() / 1000);
}
