import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TrialReport, tryTelegram } from "../../../../bot/telegram/trial/try-telegram.ts";
import { runHere } from "../../cli/run-here.ts";
import { openFakeBotApi } from "../../../bot-api/fake-bot-api.ts";
import type { FakeTelegram } from "../../../bot-api/fake-telegram.ts";

let telegram: FakeTelegram;
beforeEach(async () => {
  telegram = await openFakeBotApi();
});
afterEach(() => telegram.close());

async function tryIn(chat: number): Promise<readonly TrialReport[]> {
  const { token, apiRoot } = telegram;
  const { signal } = new AbortController();
  const reports: TrialReport[] = [];
  for await (const report of tryTelegram({ token, apiRoot, chat, signal, pauseMs: 0 })) {
    reports.push(report);
  }
  return reports;
}

function otherwise(reports: readonly TrialReport[]): readonly TrialReport[] {
  return reports.filter(({ outcome }) => "failed" in outcome || outcome.expected !== undefined);
}

describe("tryTelegram", () => {
  test("finds in a private chat what the fake was built on, and leaves only what is to be seen", async () => {
    const chat = telegram.privateChat(telegram.user());
    const reports = await tryIn(chat.id);

    expect(otherwise(reports)).toEqual([]);
    expect(reports.length).toBeGreaterThan(10);
    const looks = reports.flatMap(({ outcome }) => ("look" in outcome ? [outcome.look] : []));
    expect(looks.join("\n")).toMatch(/folded quote[^]+copies[^]+draft[^]+👀[^]+trial\.txt/u);
    // A draft is no message.
    expect(chat.botMessages).toHaveLength(looks.length - 1);
  });

  test("finds no drafts in a group", async () => {
    const ann = telegram.user();
    const group = telegram.group({ title: "试验", members: [ann], kind: "forum" });
    const reports = await tryIn(group.id);
    expect(otherwise(reports)).toEqual([]);
    const draft = reports.find(({ name }) => name.startsWith("drafts"));
    expect(draft?.outcome).toEqual({ found: "400 Bad Request: TEXTDRAFT_PEER_INVALID" });
  });

  test("tells what Telegram did otherwise", async () => {
    const chat = telegram.privateChat(telegram.user());
    telegram.fault({
      method: "setMessageReaction",
      status: 400,
      description: "Bad Request: REACTION_INVALID",
    });
    telegram.fault({ method: "sendDocument", status: 502 });
    const reports = await tryIn(chat.id);
    const failed = otherwise(reports);
    expect(failed.map(({ name }) => name)).toEqual(["a reaction may be shown", "a file arrives"]);
    expect(failed[0]?.outcome).toEqual({
      found: "400 Bad Request: REACTION_INVALID",
      expected: "taken",
    });
  });
});

describe("doctor --telegram", () => {
  test("wants a token", async () => {
    const { code, stderr } = await runHere(["doctor", "--telegram", "1"]);
    expect(code).toBe(2);
    expect(stderr).toContain("TELEGRAM_BOT_TOKEN");
  });

  test("says which chat it does not find, and never shows the token", async () => {
    const { token, apiRoot } = telegram;
    const environment = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot };
    const { code, stdout, stderr } = await runHere(["doctor", "--telegram", "404"], {
      environment,
    });
    expect(code).toBe(1);
    expect(stdout).toContain(`@${telegram.bot.username}`);
    expect(stderr).toContain("chat not found");
    expect(stdout + stderr).not.toContain(token);
  });
});
