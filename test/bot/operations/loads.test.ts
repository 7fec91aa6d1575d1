import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { NewWatcher } from "../../../bot/operations/loads.ts";
import type { Operations } from "../../../bot/operations/open-operations.ts";
import { openTemporaryOperations, type TemporaryOperations } from "./open-temporary.ts";

let temporary: TemporaryOperations;
let operations: Operations;
beforeEach(async () => {
  temporary = await openTemporaryOperations();
  operations = await temporary.open();
});
afterEach(() => temporary.close());

function watcher(key: string, path?: string): NewWatcher {
  return {
    key,
    userId: 5,
    chatId: 5,
    threadId: undefined,
    messageId: 9,
    language: "zh",
    wanted: { path, readAll: false, force: false },
  };
}

function ask(key: string, path?: string, worker = "me") {
  return operations.loads.ask(watcher(key, path), { generationBefore: 3, worker });
}

describe("loads", () => {
  test("run one at a time: whoever asks meanwhile watches the first", async () => {
    const others = await temporary.open();
    const [one, other] = await Promise.all([
      ask("a", "news"),
      others.loads.ask(watcher("b"), { generationBefore: 3, worker: "another" }),
    ]);
    expect(one.id).toBe(other.id);
    const watching = await operations.loads.watchers(one.id);
    expect(new Set(watching.map(({ key }) => key))).toEqual(new Set(["a", "b"]));
    await operations.loads.end(one.id, "me", null);
    await operations.loads.end(one.id, "another", null);
    expect((await ask("c")).id).toBeGreaterThan(one.id);
  });

  test("are asked once by one wish, also when they are over", async () => {
    const { id } = await ask("a");
    expect((await ask("a")).id).toBe(id);
    await operations.loads.end(id, "me", { kind: "x" });
    expect(await ask("a")).toMatchObject({ id, state: "ended", outcome: { kind: "x" } });
    expect(await operations.loads.watchers(id)).toHaveLength(1);
    expect(await operations.loads.running()).toBe(undefined);
  });

  test("are their worker's while it lives, and then anybody's", async () => {
    await operations.workers.beat("me", 60_000);
    const { id } = await ask("a");
    expect(await operations.loads.claim("another")).toBe(undefined);
    expect(await operations.loads.claim("me")).toMatchObject({ id, attempts: 1 });
    await operations.workers.leave("me");
    expect(await operations.loads.claim("another")).toMatchObject({ id, attempts: 2 });
    // Whose it was may come back, and has nothing to say any more.
    expect(await operations.loads.end(id, "me", null)).toBe(false);
    expect(await operations.loads.end(id, "another", null)).toBe(true);
  });

  test("are claimed until all is told", async () => {
    const { id } = await ask("a");
    await operations.loads.end(id, "me", null);
    expect(await operations.loads.claim("me")).toMatchObject({ id, state: "ended" });
    await operations.loads.markTold(id);
    expect(await operations.loads.claim("me")).toBe(undefined);
  });

  test("are cancelled while they run, and not afterwards", async () => {
    const { id } = await ask("a");
    expect(await operations.loads.cancel(id, 6)).toBe(true);
    expect(await operations.loads.find(id)).toMatchObject({ cancelledBy: 6 });
    await operations.loads.end(id, "me", null);
    expect(await operations.loads.cancel(id, 6)).toBe(false);
    expect(await operations.loads.cancel(id + 1, 6)).toBe(false);
  });
});
