import { describe, expect, test } from "vitest";
import { createLogger } from "../../../bot/logger.ts";
import { type HealthOptions, readHealth, type Reception } from "../../../bot/telegram/health.ts";
import { makeGeneration } from "./make-load-report.ts";

const nowMs = 10_000_000;
const nothing = { count: 0, oldest: undefined };

type Backlogs = Pick<HealthOptions["operations"]["inbox"], "backlog">;

function read({
  reception = {},
  inbox = async () => nothing,
  outbox = async () => nothing,
  generations = async () => [makeGeneration()],
}: {
  readonly reception?: Partial<Reception>;
  readonly inbox?: Backlogs["backlog"];
  readonly outbox?: Backlogs["backlog"];
  readonly generations?: HealthOptions["app"]["generations"];
} = {}) {
  return readHealth({
    app: { generations },
    operations: { inbox: { backlog: inbox }, outbox: { backlog: outbox } },
    reception: () => ({
      mode: "polling",
      lastContact: new Date(nowMs - 2_000),
      trouble: undefined,
      ...reception,
    }),
    longestPollMs: 60_000,
    startedAt: new Date(nowMs - 90_000),
    now: () => nowMs,
    logger: createLogger({ level: "silent", secrets: [] }),
  });
}

describe("readHealth", () => {
  test("is ok where all is well", async () => {
    expect(await read()).toMatchObject({ status: "ok", reasons: [], secondsSinceContact: 2 });
  });

  test.each([
    ["no poll was answered", { lastContact: undefined }, "Telegram has answered no poll for 90 s"],
    [
      "the last answer was long ago",
      { lastContact: new Date(nowMs - 61_000) },
      "Telegram has answered no poll for 61 s",
    ],
    ["the webhook is in trouble", { mode: "webhook", trouble: "oh" } as const, "oh"],
  ])("says that %s", async (_what, reception, reason) => {
    expect(await read({ reception })).toMatchObject({ status: "degraded", reasons: [reason] });
  });

  test.each(["standby", "webhook"] as const)("minds no silence by %s", async (mode) => {
    expect(await read({ reception: { mode, lastContact: undefined } })).toMatchObject({
      status: "ok",
      secondsSinceContact: null,
    });
  });

  test("says what waits for too long", async () => {
    const old = async () => ({ count: 3, oldest: new Date(nowMs - 61_000) });
    const young = async () => ({ count: 3, oldest: new Date(nowMs - 1_000) });
    expect(await read({ inbox: young, outbox: young })).toMatchObject({ status: "ok" });
    expect((await read({ inbox: old })).reasons).toEqual([
      "3 updates wait to be handled, the oldest for 61 s",
    ]);
    expect((await read({ outbox: old })).reasons).toEqual([
      "3 messages wait to be sent, the oldest for 61 s",
    ]);
  });

  test("says what cannot be read, and what is missing", async () => {
    const broken = () => Promise.reject(new Error("gone"));
    expect((await read({ inbox: broken })).reasons).toEqual([
      "the database of inbox and outbox cannot be read",
    ]);
    expect((await read({ generations: broken })).reasons).toEqual(["the corpus cannot be read"]);
    expect((await read({ generations: async () => [] })).reasons).toEqual([
      "no documents are loaded",
    ]);
  });
});
