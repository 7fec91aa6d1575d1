import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Operations } from "../../../bot/operations/open-operations.ts";
import { openTemporaryOperations, type TemporaryOperations } from "./open-temporary.ts";

const minute = 60_000;

let temporary: TemporaryOperations;
let operations: Operations;
beforeEach(async () => {
  temporary = await openTemporaryOperations();
  operations = await temporary.open();
  await operations.workers.beat("me", minute);
  await operations.workers.beat("you", minute);
});
afterEach(() => temporary.close());

/** Numbers of what the worker gets. */
async function claim(worker: string, limit = 9): Promise<readonly number[]> {
  const claimed = await operations.inbox.claim(worker, limit);
  return claimed.map(({ update }) => update.update_id);
}

describe("inbox", () => {
  test("accepts an update once and forgets nothing until handled", async () => {
    const { inbox } = operations;

    expect(await inbox.accept({ update_id: 8 })).toBe(true);
    expect(await inbox.accept(Object.assign({ update_id: 7 }, { message: { text: "你好" } }))).toBe(
      true,
    );
    expect(await inbox.accept({ update_id: 8 })).toBe(false);
    expect((await inbox.pending()).map(({ update }) => update)).toEqual([
      { update_id: 7, message: { text: "你好" } },
      { update_id: 8 },
    ]);
    await inbox.markHandled(7);
    expect((await inbox.pending()).map(({ update }) => update.update_id)).toEqual([8]);
    expect(await inbox.backlog()).toMatchObject({ count: 1, oldest: expect.any(Date) });
    expect(await inbox.accept({ update_id: 7 })).toBe(false);
  });

  test("gives each update to one worker, in order", async () => {
    for (const update_id of [3, 1, 2]) await operations.inbox.accept({ update_id });

    expect(await claim("me", 2)).toEqual([1, 2]);
    expect(await claim("you")).toEqual([3]);
    expect(await claim("me")).toEqual([]);
  });

  test("gives each update to one of many workers who ask at once", async () => {
    for (let update_id = 1; update_id <= 40; update_id += 1) {
      await operations.inbox.accept({ update_id });
    }
    const others = await Promise.all(Array.from({ length: 6 }, () => temporary.open()));
    const claimed = await Promise.all(
      others.map(async ({ inbox, workers }, index) => {
        await workers.beat(`worker ${index}`, minute);
        return inbox.claim(`worker ${index}`, 10);
      }),
    );
    const numbers = claimed.flat().map(({ update }) => update.update_id);
    expect(numbers.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  test("lets a lane's updates out one after another, also to several workers", async () => {
    const { inbox } = operations;
    for (const update_id of [1, 2, 3]) await inbox.accept({ update_id }, "a");
    await inbox.accept({ update_id: 4 }, "b");

    expect(await claim("me")).toEqual([1, 4]);
    expect(await claim("you")).toEqual([]);
    await inbox.markHandled(1);
    expect(await claim("you")).toEqual([2]);
    expect(await claim("me")).toEqual([]);
  });

  test("lets an update that comes late wait for the one of its lane being handled", async () => {
    const { inbox } = operations;
    await inbox.accept({ update_id: 2 }, "a");
    await claim("me");
    await inbox.accept({ update_id: 1 }, "a");

    expect(await claim("you")).toEqual([]);
    await inbox.markHandled(2);
    expect(await claim("you")).toEqual([1]);
  });

  test("gives what a worker left to others, and counts how often it was begun", async () => {
    const { inbox, workers } = operations;
    await inbox.accept({ update_id: 1 }, "a");
    await claim("me");
    await workers.leave("me");

    expect(await inbox.claim("you", 9)).toMatchObject([{ attempts: 2 }]);
    await inbox.release("you");
    expect(await inbox.claim("you", 9)).toMatchObject([{ attempts: 2 }]);
  });

  test.each([
    ["has not been heard of", "expires = 0"],
    ["is a dead process of this host", "pid = 2147480000"],
    ["was an earlier process of the same number", "run = 'earlier'"],
  ])("gives to others what a worker has that %s", async (_why, change) => {
    await operations.inbox.accept({ update_id: 1 });
    await claim("me");
    await temporary.run(`UPDATE workers SET ${change} WHERE id = 'me'`);
    await operations.workers.removeDead();

    expect(await claim("you")).toEqual([1]);
  });

  test("waits for a silent worker of another host until its time is over", async () => {
    await operations.inbox.accept({ update_id: 1 });
    await claim("me");
    await temporary.run("UPDATE workers SET host = 'elsewhere', run = 'theirs' WHERE id = 'me'");
    await operations.workers.removeDead();

    expect(await claim("you")).toEqual([]);
  });
});
