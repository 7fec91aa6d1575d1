import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createFakeClock, type ServerClock } from "./fake-clock.ts";

let clock: ServerClock;
const openClock = (isStopped: boolean): ServerClock =>
  createFakeClock({ startsAt: new Date("2026-01-01T00:00:00Z"), isStopped, onAdvance });
const onAdvance = vi.fn<() => void>();

beforeEach(() => {
  onAdvance.mockClear();
  clock = openClock(false);
});
afterEach(() => clock.stop());

describe("createFakeClock", () => {
  test("starts where it is told and moves on when advanced", () => {
    const before = clock.nowMs();
    clock.advance(60_000);
    expect(clock.nowMs()).toBeGreaterThanOrEqual(before + 60_000);
    expect(clock.advancedMs()).toBe(60_000);
    expect(new Date(clock.nowMs()).getUTCFullYear()).toBe(2026);
    expect(onAdvance).toHaveBeenCalledTimes(1);
  });

  test("rings what is due in order of time, each once, before others look again", () => {
    const rung: string[] = [];
    onAdvance.mockImplementation(() => void rung.push("advanced"));
    clock.after(20_000, () => rung.push("second"));
    clock.after(10_000, () => rung.push("first"));
    clock.after(90_000, () => rung.push("late"));
    const callOff = clock.after(5000, () => rung.push("called off"));
    callOff();
    clock.advance(30_000);
    clock.advance(0);
    expect(rung).toEqual(["first", "second", "advanced", "advanced"]);
  });

  test("moves by advance alone where it is stopped", () => {
    const stopped = openClock(true);
    const rung: string[] = [];
    stopped.after(1, () => rung.push("rung"));
    expect(stopped.nowMs()).toBe(Date.UTC(2026, 0, 1));
    stopped.advance(1);
    expect(stopped.nowMs()).toBe(Date.UTC(2026, 0, 1) + 1);
    expect(rung).toEqual(["rung"]);
  });

  test("rings by itself, also after it was advanced", async () => {
    const ring = () => new Promise<string>((resolve) => clock.after(1, () => resolve("rung")));
    const first = ring();
    clock.advance(0);
    expect(await first).toBe("rung");
    clock.advance(1_000_000);
    expect(await ring()).toBe("rung");
  });
});
