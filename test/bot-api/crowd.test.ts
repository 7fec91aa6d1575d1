import { Bot } from "grammy";
import { describe, expect, test } from "vitest";
import { openFakeBotApi } from "./fake-bot-api.ts";
import type { FakeGroup, FakeUser } from "./fake-telegram.ts";

describe("a crowd", () => {
  test("of 200 people in 40 chats asks 2,000 questions and gets an answer to each", async () => {
    const telegram = await openFakeBotApi({ waitTimeoutMs: 50_000 });
    const people = Array.from({ length: 200 }, (_, n) => telegram.user({ firstName: `P${n}` }));
    const groups = Array.from({ length: 40 }, (_, n): [FakeGroup, FakeUser[]] => {
      const members = people.slice(n * 5, n * 5 + 5);
      return [telegram.group({ title: `G${n}`, members }), members];
    });
    const bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
    // Not awaited: answers of many chats are under way at once.
    bot.command("ask", (ctx) => {
      void ctx.reply(`Answer to ${ctx.match}`, { reply_parameters: { message_id: ctx.msgId } });
    });
    const polling = bot.start();
    const answers = await Promise.all(
      groups.flatMap(([group, members]) =>
        members.map(async (user) => {
          const texts: (string | undefined)[] = [];
          for (let n = 0; n < 10; n += 1) {
            const question = await user.in(group).says(`/ask ${user.id} ${n}`);
            texts.push((await group.answerTo(question)).text);
          }
          return texts;
        }),
      ),
    );
    await telegram.idle();
    await bot.stop();
    await polling;
    await telegram.close();
    expect(answers.flat()).toHaveLength(2000);
    expect(answers.flat()).toEqual(
      people.flatMap(({ id }) => Array.from({ length: 10 }, (_, n) => `Answer to ${id} ${n}`)),
    );
    telegram.assertClean();
  });
});
