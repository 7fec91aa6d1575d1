import { autoRetry } from "@grammyjs/auto-retry";
import { run } from "@grammyjs/runner";
import { Bot, type Context, GrammyError, InlineKeyboard, InputFile } from "grammy";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openFakeBotApi } from "./fake-bot-api.ts";
import type { FakeChat, FakeTelegram, FakeUser } from "./fake-telegram.ts";

let telegram: FakeTelegram;
let ann: FakeUser;
let chat: FakeChat;
let bots: Bot[];

beforeEach(async () => {
  telegram = await openFakeBotApi();
  ann = telegram.user();
  chat = telegram.privateChat(ann);
  bots = [];
});
afterEach(async () => {
  for (const bot of bots) await bot.stop();
  await telegram.close();
});

/** A bot on long polling; resolves when it polls. */
async function startBot(setUp: (bot: Bot) => void): Promise<{ readonly ended: Promise<void> }> {
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
  setUp(bot);
  bots.push(bot);
  let ended = Promise.resolve();
  await new Promise<void>((resolve) => {
    ended = bot.start({ onStart: () => resolve() });
  });
  return { ended };
}

const echo = (bot: Bot): void => {
  bot.on("message:text", (ctx: Context) => ctx.reply(`echo ${ctx.message?.text}`));
};

describe("a grammY bot", () => {
  test("answers twenty messages in order", async () => {
    await startBot(echo);
    for (let place = 1; place <= 20; place += 1) await ann.in(chat).says(`question ${place}`);
    for (let place = 1; place <= 20; place += 1) {
      const reply = await chat.nextBotMessage();
      expect(reply.text).toBe(`echo question ${place}`);
    }
    await telegram.idle();
    expect(chat.botMessages).toHaveLength(20);
    telegram.assertClean();
  });

  test("sends again after the time it was told to wait", async () => {
    await startBot((bot) => {
      bot.api.config.use(autoRetry({ maxRetryAttempts: 1, maxDelaySeconds: 5 }));
      echo(bot);
    });
    telegram.fault({ method: "sendMessage", status: 429, retryAfterSeconds: 1 });
    await ann.in(chat).says("patience");
    await chat.nextBotMessage();
    await telegram.idle();
    expect(telegram.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(2);
    telegram.assertClean();
  });

  test("is told when a second one polls", async () => {
    const first = await startBot(echo);
    const conflict = first.ended.then(
      () => undefined,
      (error: unknown) => error,
    );
    await startBot(echo);
    expect(await conflict).toBeInstanceOf(GrammyError);
    expect(await conflict).toMatchObject({ error_code: 409 });
  });

  test("gets taps, answers them, edits its message and sends a file", async () => {
    await startBot((bot) => {
      bot.command("ask", (ctx) =>
        ctx.reply("Leave is 28 days.", {
          reply_markup: new InlineKeyboard().text("📖 1", "s:1:1").url("Open", "https://a.example"),
          reply_parameters: { message_id: ctx.msgId },
          entities: [
            { type: "bold", offset: 9, length: 2 },
            { type: "blockquote", offset: 0, length: 17 },
          ],
        }),
      );
      bot.callbackQuery("s:1:1", async (ctx) => {
        await ctx.answerCallbackQuery({ text: "Source 1" });
        await ctx.editMessageText("The source");
        await ctx.replyWithDocument(new InputFile(Buffer.from("28 days"), "leave.txt"));
      });
    });
    await ann.in(chat).says("/ask how long is leave?");
    const reply = await chat.nextBotMessage();
    expect(chat.transcript()).toMatchInlineSnapshot(`
      "#1 Ann: /ask how long is leave?
      #2 bot ↩#1: ▌Leave is **28** days.
        [ 📖 1 ] [ Open ↗ ]"
    `);
    await expect(ann.in(chat).taps(reply, "Open")).rejects.toThrow(
      "Expected a button “Open” that calls back, found: “📖 1”, “Open”.",
    );
    expect(await ann.in(chat).taps(reply, "📖 1")).toEqual({ text: "Source 1" });
    expect((await chat.nextEdit(reply)).text).toBe("The source");
    const file = await chat.waitFor((message) => message.document !== undefined);
    expect(file.document).toMatchObject({ file_name: "leave.txt", file_size: 7 });
    await telegram.idle();
    telegram.assertClean();
  });

  test("receives an uploaded file and can fetch it", async () => {
    await startBot((bot) => {
      bot.on("message:document", async (ctx) => {
        const { file_path: path } = await ctx.getFile();
        const stored = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${path}`);
        await ctx.reply(await stored.text());
      });
    });
    await ann.in(chat).uploads({ name: "leave.md", bytes: Buffer.from("# Leave"), caption: "new" });
    expect((await chat.nextBotMessage()).text).toBe("# Leave");
  });

  test("may run on the concurrent runner", async () => {
    const bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
    echo(bot);
    await bot.init();
    const runner = run(bot);
    for (const text of ["one", "two", "three"]) await ann.in(chat).says(text);
    await chat.waitFor((message) => message.text === "echo three");
    await telegram.idle({ quietMs: 30 });
    expect(chat.botMessages).toHaveLength(3);
    await runner.stop();
    telegram.assertClean();
  });

  test("gets an update twice when Telegram repeats it", async () => {
    await startBot(echo);
    await ann.in(chat).says("hello");
    await chat.nextBotMessage();
    telegram.redeliver(telegram.updates[0]!.update_id);
    await telegram.idle();
    expect(chat.botMessages).toHaveLength(2);
  });
});

describe("a test that waits", () => {
  test("fails with the transcript when nothing comes", async () => {
    await ann.in(chat).says("anybody?");
    await expect(chat.nextBotMessage({ timeoutMs: 20 })).rejects.toThrow(
      /a further message of the bot in chat \d+, which holds:\n#1 Ann: anybody\?/u,
    );
    await expect(telegram.idle({ timeoutMs: 20 })).rejects.toThrow("1 updates are not confirmed");
  });

  test("may assert silence", async () => {
    await startBot((bot) => {
      bot.on("message:text", () => undefined);
    });
    await ann.in(chat).says("say nothing");
    await telegram.idle({ quietMs: 30 });
    expect(chat.botMessages).toEqual([]);
  });

  test("holds messages as they were sent, and the chat as they are", async () => {
    await startBot((bot) => {
      bot.on("message:text", async (ctx) => {
        const { message_id: id } = await ctx.reply("Searching…");
        await ctx.api.editMessageText(ctx.chat.id, id, "28 days");
        await ctx.replyWithChatAction("typing");
        await ctx.react("👀");
      });
    });
    const question = await ann.in(chat).says("how long?");
    const reply = await chat.nextBotMessage();
    await telegram.idle();
    expect(reply.text).toBe("Searching…");
    expect(chat.message(reply.message_id)?.text).toBe("28 days");
    expect(chat.actions).toMatchObject([{ action: "typing", threadId: undefined }]);
    expect(chat.reactions(question.message_id)).toEqual([{ type: "emoji", emoji: "👀" }]);
    expect(chat.transcript()).toBe("#1 Ann: how long?\n  bot 👀\n#2 bot (edited): 28 days");
  });
});
