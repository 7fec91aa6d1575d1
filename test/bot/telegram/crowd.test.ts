import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openOperations, type Operations } from "../../../bot/operations/open-operations.ts";
import { createRandom } from "../../bot-api/disorder.ts";
import { openFakeBotApi } from "../../bot-api/fake-bot-api.ts";
import type { FakeTelegram } from "../../bot-api/fake-telegram.ts";
import { askAll, type Asked, drawPlan } from "./crowd/ask-all.ts";
import { beginBadDay, endBadDay } from "./crowd/bad-day.ts";
import { type BotProcess, startBotProcess } from "./crowd/bot-process.ts";
import { crowdForm } from "./crowd/crowd-form.ts";
import { openPerson, openPlaces, openPrivatePlace } from "./crowd/places.ts";
import { type Life, reportDay } from "./crowd/report.ts";
import { readStoredSentences } from "./crowd/stored-sentences.ts";
import { readWordings } from "./crowd/wordings.ts";

const form = crowdForm();
const random = createRandom(form.seed);
/** A kill comes so many calls after its question at most. */
const mostCallsBefore = 12;

let telegram: FakeTelegram;
let folder: string;
let bot: BotProcess;
let logs: string[];
let operations: Operations | undefined;
beforeEach(async () => {
  // Calls to many chats are under way when the first of them is refused.
  telegram = await openFakeBotApi({
    waitTimeoutMs: 60_000,
    floodGraceMs: 2_000,
    groupMessagesPerMinute: 20,
  });
  folder = await mkdtemp(join(tmpdir(), "wenju-crowd-"));
  logs = [];
  operations = undefined;
  startBot();
});
afterEach(async () => {
  await bot.kill();
  operations?.close();
  await telegram.close();
  await rm(folder, { recursive: true });
});

function startBot(): void {
  bot = startBotProcess({ telegram, folder, onLog: (text) => logs.push(text) });
}

/** Each question once, in a chat of its own, on a good day. */
async function calmAnswers(wordings: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const plan = wordings.map((question, n) => ({
    place: openPrivatePlace(telegram, openPerson(telegram, `静${n}`)),
    questions: [question],
  }));
  const asked = await askAll({ plan, random, timeoutMs: form.longestMs - 5_000 });
  return new Map(asked.map((each) => [each.question, answersTo(each)[0] ?? ""]));
}

function answersTo({ place, message }: Asked): readonly string[] {
  return place.chat.botMessages
    .filter((shown) => shown.reply_to_message?.message_id === message.message_id)
    .map(({ text }) => text ?? "");
}

/** Resolves after so many more calls. */
async function afterCalls(count: number): Promise<void> {
  const from = telegram.calls.length;
  await expect
    .poll(() => telegram.calls.length - from, { interval: 1 })
    .toBeGreaterThanOrEqual(count);
}

/** Resolves when nothing is left to handle or to send. */
async function allSent(): Promise<void> {
  operations ??= await openOperations({
    url: pathToFileURL(join(folder, "data", "operations.db")).href,
  });
  const { inbox, outbox } = operations;
  await expect
    .poll(async () => (await inbox.backlog()).count + (await outbox.backlog()).count, {
      timeout: form.longestMs,
    })
    .toBe(0);
  await telegram.idle({ quietMs: 500 });
}

/** Kills the bot in the midst of questions, and begins it again, so many times. */
function killerOf(lives: Life[]) {
  const every = form.questions / (form.kills + 1);
  let asked = 0;
  let kills = Promise.resolve();
  let bornAtMs = performance.now();
  let first = bot.holdings();
  const end = (): void => {
    const seconds = (performance.now() - bornAtMs) / 1000;
    lives.push({ seconds, first, last: bot.holdings() });
    bornAtMs = performance.now();
  };
  const kill = async (): Promise<void> => {
    await afterCalls(Math.floor(random() * mostCallsBefore));
    end();
    await bot.kill();
    startBot();
    await telegram.polled();
    first = bot.holdings();
  };
  return {
    onAsked: () => {
      asked += 1;
      const isTime = Math.floor(asked / every) > Math.floor((asked - 1) / every);
      if (isTime && asked < form.questions) kills = kills.then(kill);
    },
    finish: async () => {
      await kills;
      end();
    },
  };
}

describe("a crowd on a bad day, the bot killed again and again", () => {
  test(
    "has for every question the answer of a good day, once",
    async () => {
      const wordings = readWordings(form.wordings);
      const calm = await calmAnswers(wordings);
      const stored = await readStoredSentences(folder);
      telegram.knownSentences((sentence) => stored.has(sentence));

      const places = openPlaces(telegram, form);
      const together = Math.round(form.questions * form.shareOfGroups);
      const plan = drawPlan(
        places,
        ({ isGroup }) =>
          isGroup ? together / form.groups : (form.questions - together) / form.privateChats,
        { wordings, random },
      );
      const lives: Life[] = [];
      const killer = killerOf(lives);
      const before = { updates: telegram.updates.length, calls: telegram.calls.length };
      const startedAtMs = performance.now();
      beginBadDay(telegram, form.faultShare, form.seed);
      const asked = await askAll({
        plan,
        random,
        onAsked: killer.onAsked,
        timeoutMs: form.longestMs - 5_000,
      });
      await killer.finish();
      const seconds = (performance.now() - startedAtMs) / 1000;
      endBadDay(telegram);
      await allSent();
      if (form.isReported) {
        const updates = telegram.updates.length - before.updates;
        const day = { telegram, asked, seconds, updates, callsBefore: before.calls, lives };
        process.stdout.write(`${reportDay(day)}\n`);
      }

      expect(await bot.stop()).toBe(0);
      expect(asked).toHaveLength(form.questions);
      expect(lives).toHaveLength(form.kills + 1);
      const others = asked.filter(
        (each) => answersTo(each).join("\n\n") !== calm.get(each.question),
      );
      expect(others.map((each) => [each.question, answersTo(each)])).toEqual([]);
      const shown = places.flatMap(({ chat }) => chat.botMessages);
      expect(shown).toHaveLength(form.questions);
      telegram.checkLogs(logs.join(""));
      telegram.assertClean();
    },
    2 * form.longestMs,
  );
});
