import { describe, expect, test } from "vitest";
import { mayChange, rightsOf } from "../../../bot/telegram/rights.ts";

const settings = {
  adminIds: [1, 4],
  editors: [
    { userId: 2, folder: "news" },
    { userId: 2, folder: "reports/2026" },
    { userId: 4, folder: "news" },
  ],
};

describe("rightsOf", () => {
  test("tells admins, editors with all their folders, and everybody else", () => {
    expect(rightsOf({ id: 1 }, settings)).toEqual({ role: "admin" });
    expect(rightsOf({ id: 2 }, settings)).toEqual({
      role: "editor",
      scope: ["news", "reports/2026"],
    });
    expect(rightsOf({ id: 3 }, settings)).toEqual({ role: "reader" });
    expect(rightsOf(undefined, settings)).toEqual({ role: "reader" });
  });

  test("leaves an admin who is an editor too an admin", () => {
    expect(rightsOf({ id: 4 }, settings)).toEqual({ role: "admin" });
  });
});

describe("mayChange", () => {
  test.each([
    ["news", true],
    ["news/2026/a.txt", true],
    ["reports/2026/b.pdf", true],
    ["newspaper/a.txt", false],
    ["reports", false],
    ["reports/2025/b.pdf", false],
    ["a.txt", false],
    ["", false],
  ])("lets an editor change %j: %s", (path, expected) => {
    expect(mayChange(rightsOf({ id: 2 }, settings), path)).toBe(expected);
  });

  test("lets an admin change all, and a reader nothing", () => {
    expect(mayChange({ role: "admin" }, "")).toBe(true);
    expect(mayChange({ role: "reader" }, "news/a.txt")).toBe(false);
  });
});
