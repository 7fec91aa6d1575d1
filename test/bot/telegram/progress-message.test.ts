import { describe, expect, test } from "vitest";
import { plainMessage } from "../../../bot/telegram/outgoing-message.ts";
import { createProgressMessage } from "../../../bot/telegram/progress-message.ts";

function open() {
  const edits: string[] = [];
  const clock = { ms: 0 };
  let finish = () => {};
  const progress = createProgressMessage({
    first: plainMessage("0%"),
    everyMs: 3_000,
    now: () => clock.ms,
    edit: async ({ text }) => {
      edits.push(text);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    },
  });
  const show = async (atMs: number, text: string) => {
    clock.ms = atMs;
    progress.show(plainMessage(text));
    await Promise.resolve();
  };
  const arrive = async () => {
    finish();
    await new Promise(setImmediate);
  };
  return { progress, edits, show, arrive };
}

describe("createProgressMessage", () => {
  test("edits at most once in the time", async () => {
    const { edits, show, arrive } = open();
    await show(2_999, "1%");
    await show(3_000, "2%");
    await arrive();
    await show(5_999, "3%");
    await show(6_000, "4%");
    expect(edits).toEqual(["2%", "4%"]);
  });

  test("waits for an edit on its way", async () => {
    const { edits, show, arrive } = open();
    await show(3_000, "1%");
    await show(60_000, "2%");
    expect(edits).toEqual(["1%"]);
    await arrive();
    await show(60_000, "3%");
    expect(edits).toEqual(["1%", "3%"]);
  });

  test("never repeats what is shown", async () => {
    const { edits, show } = open();
    await show(9_000, "0%");
    expect(edits).toEqual([]);
  });

  test("closes when the last edit has arrived, and shows nothing afterwards", async () => {
    const { progress, edits, show, arrive } = open();
    await show(3_000, "1%");
    let isClosed = false;
    const closing = (async () => {
      await progress.close();
      isClosed = true;
    })();
    await new Promise(setImmediate);
    expect(isClosed).toBe(false);
    await arrive();
    await closing;
    await show(60_000, "2%");
    expect(edits).toEqual(["1%"]);
  });
});
