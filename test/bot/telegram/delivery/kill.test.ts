import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openFakeBotApi } from "../../../bot-api/fake-bot-api.ts";
import type { FakeChat, FakeTelegram } from "../../../bot-api/fake-telegram.ts";
import {
  openTemporaryOperations,
  type TemporaryOperations,
} from "../../operations/open-temporary.ts";

const script = fileURLToPath(new URL("./answer-until-killed.ts", import.meta.url));
/** `npm run soak` asks for more. */
const kills = Number(process.env["WENJU_KILLED_BOTS"] ?? 2);
const chatsAtOnce = 4;
const questionsPerRound = 6;
/** A process a round, on a machine that may be busy. */
const slowestMs = 20_000 * (kills + 1);

let telegram: FakeTelegram;
let temporary: TemporaryOperations;
let children: ChildProcess[] = [];
beforeEach(async () => {
  telegram = await openFakeBotApi();
  temporary = await openTemporaryOperations();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await telegram.close();
  await temporary.close();
  telegram.assertClean();
});

function startBot(progressAfterMs: number): ChildProcess {
  const args = [telegram.apiRoot, telegram.token, temporary.url, String(progressAfterMs)];
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  children = [...children, child];
  return child;
}

/** Resolves after so many more calls that could leave something half done. */
async function afterCalls(count: number): Promise<void> {
  const from = telegram.calls.length;
  await expect
    .poll(() => telegram.calls.length - from, { interval: 1 })
    .toBeGreaterThanOrEqual(count);
}

function answersIn(chat: FakeChat): readonly (string | undefined)[] {
  return chat.botMessages.map(({ text }) => /答：(.*)。/u.exec(text ?? "")?.[1]);
}

const apology = /^出了点问题，没能完成/u;

/** Each question answered, or given up after many kills, by the message that showed its progress. */
function settledIn(chat: FakeChat): readonly (string | undefined)[] {
  return chat.botMessages.map(({ text, reply_to_message: question }) => {
    const isApology = apology.test(text ?? "");
    return isApology ? question?.text : /答：(.*)。/u.exec(text ?? "")?.[1];
  });
}

describe("the bot killed at any moment", () => {
  test.each([
    { how: "whole", progressAfterMs: 60_000, settled: answersIn },
    { how: "in the message of their progress", progressAfterMs: 0, settled: settledIn },
  ])(
    "answers every question once, in order, $how",
    async ({ progressAfterMs, settled }) => {
      const chats = Array.from({ length: chatsAtOnce }, () => {
        const user = telegram.user();
        const chat = telegram.privateChat(user);
        return { chat, speaker: user.in(chat), asked: [] as string[] };
      });
      for (let round = 0; round <= kills; round += 1) {
        const bot = startBot(progressAfterMs);
        for (let n = 0; n < questionsPerRound; n += 1) {
          for (const { speaker, asked } of chats) {
            const question = `第${round}轮第${n}问`;
            asked.push(question);
            await speaker.says(question);
          }
        }
        if (round === kills) break;
        // Each round ends elsewhere: while polling, answering, sending.
        await afterCalls(6 + ((5 * round) % 23));
        bot.kill("SIGKILL");
        await once(bot, "close");
      }
      for (const { chat, asked } of chats) {
        await expect.poll(() => settled(chat)).toEqual(asked);
      }
      const { inbox, outbox } = await temporary.open();
      await expect
        .poll(async () => (await inbox.backlog()).count + (await outbox.backlog()).count)
        .toBe(0);
      for (const { chat, asked } of chats) expect(settled(chat)).toEqual(asked);
    },
    slowestMs,
  );
});
