import { describe, expect, test } from "vitest";
import type { FollowedProgress } from "../../../../bot/loading/follow-progress.ts";
import { type LoadState, renderLoading } from "../../../../bot/telegram/reload/render-loading.ts";

const everything = { path: undefined, readAll: false, force: false };
const progress: FollowedProgress = {
  stage: "read",
  work: { done: 300, total: 1200 },
  files: { done: 30, total: 120 },
  bytes: { done: 300, total: 1200 },
  leftMs: 95_000,
};

function shown(state: LoadState, overrides: object = {}, language: "zh" | "en" = "zh"): string {
  const load = {
    id: 7,
    askedAt: new Date("2026-11-28T08:30:00Z"),
    attempts: 1,
    ...everything,
    ...overrides,
  };
  const watcher = { wanted: everything, language };
  return renderLoading({ load, state, watcher, hasJoined: false }).text;
}

describe("renderLoading", () => {
  test("shows stage, bar, counts and the time left", () => {
    expect(shown({ kind: "working", progress })).toMatchInlineSnapshot(`
      "🔄 开始载入文档；这期间我照常用原来的文档回答。

      读取文档
      ▓▓▓░░░░░░░░░ 25% · 30/120 · 还要约 2 分钟"
    `);
  });

  test("shows a bar alone where there is nothing to count", () => {
    const indexing = { stage: "index", work: { done: 0, total: 43 } } as const;
    const nothing = { files: undefined, bytes: undefined, leftMs: undefined };
    const state = { kind: "working", progress: { ...indexing, ...nothing } } as const;
    expect(shown(state, {}, "en")).toMatch(/\n\nIndexing\n░{12}$/u);
  });

  test("names what is loaded, and that a restart came between", () => {
    const load = { path: "news/2026", readAll: true, force: true, attempts: 2 };
    expect(shown({ kind: "beginning" }, load, "en")).toMatchInlineSnapshot(`
      "🔄 Loading the documents. Meanwhile I answer from the present ones.
      Only news/2026 · reading all anew · forced
      The bot was restarted and goes on with the load.

      Listing files
      ░░░░░░░░░░░░"
    `);
  });

  test("has a button to cancel as long as there is something to cancel", () => {
    const buttons = (state: LoadState) =>
      renderLoading({
        load: { id: 7, askedAt: new Date(), attempts: 1, ...everything },
        state,
        watcher: { wanted: everything, language: "en" },
        hasJoined: false,
      }).buttons?.inline_keyboard;
    expect(buttons({ kind: "working", progress })).toEqual([
      [{ text: "Cancel", callback_data: "l:7" }],
    ]);
    expect(buttons({ kind: "elsewhere", since: new Date() })).toHaveLength(1);
    expect(buttons({ kind: "cancelling" })).toBe(undefined);
    expect(buttons({ kind: "paused" })).toBe(undefined);
  });
});
