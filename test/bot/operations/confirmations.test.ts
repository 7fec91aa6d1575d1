import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Confirmations } from "../../../bot/operations/confirmations.ts";
import { openTemporaryOperations, type TemporaryOperations } from "./open-temporary.ts";

const act = { kind: "rollback", from: 3, to: 1 } as const;
const at = new Date("2026-11-22T08:30:00Z");
const later = (ms: number) => new Date(at.getTime() + ms);
const dayMs = 24 * 60 * 60 * 1000;
const li = 7;
const mo = 8;

let temporary: TemporaryOperations;
let confirmations: Confirmations;
beforeEach(async () => {
  temporary = await openTemporaryOperations();
  ({ confirmations } = await temporary.open());
});
afterEach(() => temporary.close());

const ask = () => confirmations.ask({ userId: li, act, at, validMs: 1_000 });

describe("a confirmation", () => {
  test("is taken by the one who was asked, also by another process, and once", async () => {
    const nonce = await ask();
    const other = (await temporary.open()).confirmations;
    expect(nonce).toMatch(/^[\w-]{12}$/u);
    expect(await other.take(nonce, { userId: mo, at })).toEqual({ kind: "notYours" });
    expect(await other.take(nonce, { userId: li, at: later(999) })).toEqual({ kind: "taken", act });
    expect(await confirmations.take(nonce, { userId: li, at })).toEqual({ kind: "used" });
  });

  test("is taken by one of two presses at the same moment", async () => {
    const nonce = await ask();
    const other = (await temporary.open()).confirmations;
    const taken = await Promise.all(
      [confirmations, other, confirmations].map((one) => one.take(nonce, { userId: li, at })),
    );
    expect(taken.map(({ kind }) => kind).toSorted()).toEqual(["taken", "used", "used"]);
  });

  test("ends with its time, and is forgotten a day later", async () => {
    const nonce = await ask();
    const take = (when: Date) => confirmations.take(nonce, { userId: li, at: when });
    expect(await take(later(1_000))).toEqual({ kind: "expired" });
    await confirmations.ask({ userId: mo, act, at: later(dayMs), validMs: 1 });
    expect(await take(later(dayMs))).toEqual({ kind: "expired" });
    await confirmations.ask({ userId: mo, act, at: later(2 * dayMs), validMs: 1 });
    expect(await take(later(2 * dayMs))).toEqual({ kind: "unknown" });
  });

  test("nobody asked for is unknown", async () => {
    expect(await confirmations.take("AAAAAAAAAAAA", { userId: li, at })).toEqual({
      kind: "unknown",
    });
  });
});
