import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createFrames } from "../../../bot/telegram/create-frames.ts";
import { plainMessage } from "../../../bot/telegram/outgoing-message.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Shows into a list; each showing ends when the test says so. */
function openFrames(againMs?: number) {
  const shown: string[] = [];
  const endings: (() => void)[] = [];
  const frames = createFrames({
    everyMs: 1_000,
    ...(againMs === undefined ? {} : { againMs }),
    show: ({ text }) => {
      shown.push(text);
      return new Promise((resolve) => endings.push(resolve));
    },
  });
  const end = async () => {
    endings.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return {
    shown,
    end,
    close: () => frames.close(),
    push: (text: string) => frames.push(plainMessage(text)),
  };
}

describe("createFrames", () => {
  test("shows the first at once, and of those that come too early the newest", async () => {
    const { shown, push, end } = openFrames();
    push("1");
    push("2");
    await end();
    push("3");
    expect(shown).toEqual(["1"]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shown).toEqual(["1", "3"]);
  });

  test("has one on its way at a time", async () => {
    const { shown, push, end } = openFrames();
    push("1");
    await vi.advanceTimersByTimeAsync(5_000);
    push("2");
    expect(shown).toEqual(["1"]);
    await end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shown).toEqual(["1", "2"]);
  });

  test("does not show the same twice, unless it is to be shown again", async () => {
    const once = openFrames();
    once.push("1");
    await once.end();
    once.push("1");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(once.shown).toEqual(["1"]);

    const again = openFrames(20_000);
    again.push("1");
    await again.end();
    await vi.advanceTimersByTimeAsync(19_999);
    expect(again.shown).toEqual(["1"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(again.shown).toEqual(["1", "1"]);
    await again.end();
    await again.close();
  });

  test("shows nothing once it is closed, and waits for what is on its way", async () => {
    const { shown, push, end, close } = openFrames();
    push("1");
    push("2");
    const closed = vi.fn<() => void>();
    const closing = close().finally(closed);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(closed).not.toHaveBeenCalled();
    await end();
    await closing;
    push("3");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(shown).toEqual(["1"]);
  });
});
