import type { Update } from "grammy/types";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLogger } from "../../../bot/logger.ts";
import { openHttpServer } from "../../../bot/serving/open-http-server.ts";
import { allowedUpdates } from "../../../bot/telegram/create-bot.ts";
import { createWebhookRoute } from "../../../bot/telegram/webhook-route.ts";
import { askNoCorpus } from "./fake-app.ts";
import { openStage, type Stage } from "./open-stage.ts";

const secret = "a-secret-of-16-letters";
const server = { port: 0, webhook: { publicUrl: "https://wenju.example.com", secret } };

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

function openChat() {
  const ann = stage.telegram.user();
  const chat = stage.telegram.privateChat(ann);
  return { chat, ann: ann.in(chat) };
}

/** Brings an update as Telegram does, through whatever ends the encryption. */
async function bring(
  door: string,
  update: unknown,
  headers: Readonly<Record<string, string>> = { "x-telegram-bot-api-secret-token": secret },
): Promise<number> {
  const response = await fetch(`${door}/telegram/${stage.telegram.bot.id}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof update === "string" ? update : JSON.stringify(update),
  });
  await response.arrayBuffer();
  return response.status;
}

function lastUpdate(): Update {
  return stage.telegram.updates.at(-1)!;
}

const callsOf = (method: string) => stage.telegram.calls.filter((call) => call.method === method);

describe("the webhook", () => {
  test("is set with its secret and the updates wanted, and answers what it brings", async () => {
    const { door } = stage.start({ server });
    const { ann, chat } = openChat();
    await expect.poll(() => callsOf("setWebhook")).toHaveLength(1);
    expect(callsOf("setWebhook")[0]?.args).toEqual({
      url: `https://wenju.example.com/telegram/${stage.telegram.bot.id}`,
      secret_token: secret,
      allowed_updates: [...allowedUpdates],
    });
    await ann.says("哪年开馆？");
    expect(await bring(await door, lastUpdate())).toBe(200);
    expect((await chat.nextBotMessage()).text).toContain("1985年5月18日开馆");
  });

  test.each([
    ["no secret", {}],
    ["another secret", { "x-telegram-bot-api-secret-token": "a-secret-of-16-letterz" }],
    ["a part of the secret", { "x-telegram-bot-api-secret-token": "a-secret" }],
  ])("takes nothing from a caller with %s", async (_what, headers) => {
    const { door } = stage.start({ server });
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    expect(await bring(await door, lastUpdate(), headers)).toBe(401);
    expect(await stage.operations.inbox.pending()).toEqual([]);
    expect(chat.botMessages).toEqual([]);
  });

  test("takes nothing that is no update", async () => {
    const { door } = stage.start({ server });
    for (const body of ["", "[]", "{}", '{"update_id":"1"}', '{"update_id":1e300}', "<html>"]) {
      expect(await bring(await door, body)).toBe(400);
    }
    expect(await stage.operations.inbox.pending()).toEqual([]);
  });

  test("answers Telegram at once, however long the answer takes", async () => {
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const ask = async () => {
      await answered;
      return askNoCorpus();
    };
    const { door } = stage.start({ server, app: { ask } });
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    expect(await bring(await door, lastUpdate())).toBe(200);
    expect(chat.botMessages).toEqual([]);
    answer();
    await chat.nextBotMessage();
  });

  test("changes no outcome by what it brings twice, late, or in another order", async () => {
    const { door } = stage.start({ server });
    const { ann, chat } = openChat();
    const texts = ["一？", "二？", "三？", "四？"];
    for (const text of texts) await ann.says(text);
    const updates = stage.telegram.updates.slice(-texts.length);
    for (const update of [...updates.toReversed(), ...updates]) {
      expect(await bring(await door, update)).toBe(200);
    }
    for (const _ of texts) await chat.nextBotMessage();
    expect(await bring(await door, updates[0])).toBe(200);
    const { inbox, outbox } = stage.operations;
    await expect
      .poll(async () => (await inbox.backlog()).count + (await outbox.backlog()).count)
      .toBe(0);
    const repliedTo = chat.botMessages.map(({ reply_to_message: asked }) => asked?.text);
    expect(repliedTo).toHaveLength(texts.length);
    expect(new Set(repliedTo)).toEqual(new Set(texts));
  });

  test("is brought an update again that could not be kept", async () => {
    let isBroken = true;
    const kept: number[] = [];
    const route = createWebhookRoute({
      secret,
      keep: async ({ update_id }) => {
        if (isBroken) throw new Error("the database is away");
        kept.push(update_id);
      },
      onUpdate: () => undefined,
    });
    const door = await openHttpServer({
      host: "127.0.0.1",
      port: 0,
      logger: createLogger({ level: "silent", secrets: [] }),
      routes: { [`POST /telegram/${stage.telegram.bot.id}`]: route },
    });
    const origin = `http://127.0.0.1:${door.port}`;
    expect(await bring(origin, { update_id: 7 })).toBe(500);
    isBroken = false;
    expect(await bring(origin, { update_id: 7 })).toBe(200);
    expect(kept).toEqual([7]);
    await door.close();
  });

  test("is set again where somebody removed it, and removed where the bot polls again", async () => {
    const running = stage.start({ server, timing: { webhookLookMs: 5 } });
    await expect.poll(() => callsOf("setWebhook")).toHaveLength(1);
    const url = `${stage.telegram.apiRoot}/bot${stage.telegram.token}/deleteWebhook`;
    await fetch(url, { method: "POST" });
    await expect.poll(() => callsOf("setWebhook")).toHaveLength(2);
    await running.stop();
    stage.start();
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    await chat.nextBotMessage();
  });
});

test("ends with E_CONFIG where Telegram does not take the address", async () => {
  const webhook = { ...server.webhook, publicUrl: "http://wenju.example.com" };
  const { ended } = stage.start({ server: { ...server, webhook } });
  await expect(ended).rejects.toMatchObject({ code: "E_CONFIG" });
  await expect(ended).rejects.toThrow(/PUBLIC_URL: .*An HTTPS URL must be provided/u);
});

describe("health and figures", () => {
  test("are told beside polling too", async () => {
    const { door } = stage.start({ server: { port: 0 } });
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    await chat.nextBotMessage();
    await expect
      .poll(async () => (await fetch(`${await door}/health`)).json())
      .toMatchObject({
        status: "ok",
        reasons: [],
        mode: "polling",
        updatesWaiting: 0,
        messagesWaiting: 0,
        generation: 8,
      });
    const figures = await (await fetch(`${await door}/metrics`)).text();
    expect(figures).toContain('wenju_updates_total{kind="message"} 1');
    expect(figures).toContain('wenju_questions_total{outcome="answered"} 1');
    expect(figures).toContain("wenju_reply_seconds_count 1");
    expect(figures).toMatch(/^process_resident_memory_bytes \d{7,}$/mu);
    expect(figures).toContain("wenju_generation 8");
    expect(await bring(await door, lastUpdate())).toBe(404);
  });

  test("count failed questions and what Telegram declined", async () => {
    const { door } = stage.start({ server: { port: 0 }, app: { ask: askNoCorpus } });
    const { ann, chat } = openChat();
    stage.telegram.fault({ method: "sendMessage", status: 429, retryAfterSeconds: 1 });
    await ann.says("哪年开馆？");
    await chat.nextBotMessage();
    const figures = await (await fetch(`${await door}/metrics`)).text();
    expect(figures).toContain('wenju_questions_total{outcome="failed"} 1');
    expect(figures).toContain('wenju_telegram_errors_total{kind="flood"} 1');
    expect(figures).toContain("wenju_retry_after_seconds_total 1");
  });
});
