import { setMaxListeners } from "node:events";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createGovernor } from "../../../../bot/telegram/delivery/governor.ts";
import { defaultPace } from "../../../../bot/telegram/delivery/pace.ts";
import { createManualClock } from "./manual-clock.ts";

const chat = 5;
const group = -5;

function open() {
  const clock = createManualClock();
  const startedAt = clock.now();
  const governor = createGovernor(defaultPace, clock);
  const never = new AbortController().signal;
  setMaxListeners(0, never);
  const made: { readonly what: string; readonly chat: number; readonly atMs: number }[] = [];
  const note = (what: string, where: number) =>
    void made.push({ what, chat: where, atMs: clock.now() - startedAt });
  return {
    clock,
    governor,
    made,
    final: async (what = "final", where = chat, signal = never) => {
      await governor.inTurn(where, signal, async () => {
        if (!signal.aborted) note(what, where);
      });
    },
    edit: async (what: string, messageId = 1, where = chat) => {
      await governor.edit({ chat: where, messageId }, never, async () => note(what, where));
    },
    nice: (kind: "draft" | "typing", where = chat) => {
      const before = made.length;
      void governor.tryNow(kind, where, async () => note(kind, where));
      return made.length > before;
    },
    timesOf: (where: number) => made.filter((one) => one.chat === where).map(({ atMs }) => atMs),
  };
}

/** Most calls in any stretch of so many milliseconds. */
function densest(timesMs: readonly number[], perMs: number): number {
  return Math.max(
    0,
    ...timesMs.map((from) => timesMs.filter((ms) => ms >= from && ms < from + perMs).length),
  );
}

describe("createGovernor", () => {
  test("lets a private chat have a short burst, then one message a second", async () => {
    const { clock, final, timesOf } = open();
    for (let n = 0; n < 6; n += 1) void final();
    await clock.advance(0);
    expect(timesOf(chat)).toEqual([0, 0, 0]);
    await clock.advance(10_000);
    expect(timesOf(chat)).toEqual([0, 0, 0, 3_000, 3_000, 3_000]);
  });

  test("sends a group at most eighteen messages in any minute", async () => {
    const { clock, final, timesOf } = open();
    for (let n = 0; n < 50; n += 1) void final("final", group);
    await clock.advance(180_000);
    expect(timesOf(group)).toHaveLength(50);
    expect(densest(timesOf(group), 60_000)).toBe(18);
  });

  test("serves what must arrive in the order asked", async () => {
    const { clock, final, made } = open();
    for (const what of ["a", "b", "c", "d", "e"]) void final(what);
    await clock.advance(10_000);
    expect(made.map(({ what }) => what)).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("sends at most twenty-five messages a second over all chats", async () => {
    const { clock, final, made } = open();
    for (let n = 1; n <= 80; n += 1) void final("final", n);
    await clock.advance(10_000);
    const times = made.map(({ atMs }) => atMs);
    expect(times).toHaveLength(80);
    expect(densest(times, 1_000)).toBe(25);
  });

  test("keeps only the newest edit of a message waiting", async () => {
    const { clock, edit, made } = open();
    for (const what of ["1%", "2%", "3%", "4%", "5%"]) void edit(what);
    void edit("other", 2);
    await clock.advance(10_000);
    expect(made.map(({ what }) => what)).toEqual(["1%", "2%", "5%", "other"]);
  });

  test("drops the edit that waits when the message's last word comes", async () => {
    const { clock, governor, edit, made } = open();
    for (const what of ["1%", "2%", "3%"]) void edit(what);
    await clock.advance(0);
    governor.dropEdit(chat, 1);
    await clock.advance(10_000);
    expect(made.map(({ what }) => what)).toEqual(["1%", "2%"]);
  });

  test("leaves room for what must arrive, however many edits there are", async () => {
    const { clock, final, edit, timesOf } = open();
    for (let ms = 0; ms < 60_000; ms += 1_000) {
      void edit(`${ms}`, 1, group);
      await clock.advance(1_000);
    }
    const before = timesOf(group).length;
    void final("final", group);
    await clock.advance(0);
    expect(timesOf(group)).toHaveLength(before + 1);
  });

  test("lets what must arrive pass an edit that waits", async () => {
    const { clock, final, edit, made } = open();
    for (const what of ["1%", "2%", "3%"]) void edit(what);
    void final("a");
    void final("b");
    await clock.advance(20_000);
    expect(made.map(({ what }) => what)).toEqual(["1%", "2%", "a", "b", "3%"]);
  });

  test("spaces drafts and typing, and drops those that come too early", async () => {
    const { clock, nice, made } = open();
    for (let ms = 0; ms < 12_000; ms += 100) {
      nice("draft");
      nice("typing");
      await clock.advance(100);
    }
    const times = (kind: string) =>
      made.filter(({ what }) => what === kind).map(({ atMs }) => atMs);
    expect(times("draft").slice(0, 4)).toEqual([0, 1_200, 2_400, 3_600]);
    expect(times("typing")).toEqual([0, 4_500, 9_000]);
  });

  test("drops drafts and typing while a message waits", async () => {
    const { clock, final, nice } = open();
    for (let n = 0; n < 4; n += 1) void final();
    await clock.advance(0);
    expect(nice("draft")).toBe(false);
    expect(nice("typing")).toBe(false);
    await clock.advance(20_000);
    expect(nice("draft")).toBe(true);
    expect(nice("typing")).toBe(true);
  });

  test("keeps everything from a chat that asked for it, and others go on", async () => {
    const { clock, governor, final, edit, nice, made, timesOf } = open();
    void edit("1%");
    void edit("2%");
    void edit("waits when the chat closes");
    await clock.advance(0);
    governor.close(chat, 30_000);
    expect(governor.closedForMs(chat)).toBe(30_000);
    void final("late");
    void edit("dropped", 2);
    expect(nice("draft")).toBe(false);
    expect(nice("typing")).toBe(false);
    void final("elsewhere", 6);
    await clock.advance(29_999);
    expect(made.map(({ what }) => what)).toEqual(["1%", "2%", "elsewhere"]);
    await clock.advance(1);
    expect(timesOf(chat).at(-1)).toBe(30_000);
    expect(made.map(({ what }) => what)).toEqual(["1%", "2%", "elsewhere", "late"]);
  });

  test("makes no call to a chat while one is on its way that may close it", async () => {
    const { clock, governor, final, nice, made } = open();
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    void governor.inTurn(chat, new AbortController().signal, async () => {
      await answered;
      governor.close(chat, 5_000);
    });
    await clock.advance(100);
    void final("next");
    expect(nice("typing")).toBe(false);
    answer();
    await clock.advance(4_999);
    expect(made).toEqual([]);
    await clock.advance(1);
    expect(made.map(({ what }) => what)).toEqual(["next"]);
  });

  test("waits for typing on its way, but not for ever", async () => {
    const { clock, governor, final, timesOf } = open();
    void governor.tryNow("typing", chat, () => new Promise(() => undefined));
    void final();
    await clock.advance(10_000);
    expect(timesOf(chat)).toEqual([2_000]);
  });

  test("ends every wait at a stop", async () => {
    const { clock, governor, final, made } = open();
    governor.close(chat, 60_000);
    const stop = new AbortController();
    const waiting = final("final", chat, stop.signal);
    await clock.advance(0);
    stop.abort();
    await waiting;
    expect(made).toEqual([]);
  });

  test("holds every limit, whatever is asked for and when", async () => {
    const step = fc.record({
      what: fc.constantFrom("final", "edit", "draft", "typing"),
      where: fc.constantFrom(1, 2, -1, -2),
      messageId: fc.integer({ min: 1, max: 2 }),
      thenMs: fc.constantFrom(0, 0, 10, 400, 2_000, 9_000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 120 }), async (steps) => {
        const { clock, final, edit, nice, made } = open();
        for (const { what, where, messageId, thenMs } of steps) {
          if (what === "final") void final("final", where);
          else if (what === "edit") void edit("edit", messageId, where);
          else nice(what === "draft" ? "draft" : "typing", where);
          await clock.advance(thenMs);
        }
        await clock.advance(3_600_000);
        const messages = made.filter(({ what }) => what === "final" || what === "edit");
        const finals = made.filter(({ what }) => what === "final");
        expect(finals).toHaveLength(steps.filter(({ what }) => what === "final").length);
        expect(
          densest(
            messages.map(({ atMs }) => atMs),
            1_000,
          ),
        ).toBeLessThanOrEqual(25);
        for (const where of [1, 2, -1, -2]) {
          const times = messages.filter((one) => one.chat === where).map(({ atMs }) => atMs);
          expect(densest(times, 3_000)).toBeLessThanOrEqual(3);
          expect(densest(times, 60_000)).toBeLessThanOrEqual(where < 0 ? 18 : 60);
        }
      }),
      { numRuns: 60 },
    );
  });
});
