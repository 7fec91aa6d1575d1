import { createServer, type Server } from "node:http";
import { json } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { callMethod, type Envelope } from "./call-method.ts";
import { openFakeBotApi } from "./fake-bot-api.ts";
import type { FakeTelegram } from "./fake-telegram.ts";

interface Received {
  readonly updateId: number;
  readonly text: string | undefined;
  readonly secret: unknown;
}
type Reply = { readonly status: number; readonly headers?: Readonly<Record<string, string>> };

const updateSchema = z.object({
  update_id: z.number(),
  message: z.object({ text: z.string() }).optional(),
});

/** Bounds a wait on a busy machine; nothing is asserted on it. */
const patience = { timeout: 20_000 };

let telegram: FakeTelegram;
let server: Server;
let url: string;
let received: Received[];
/** What the bot's server says to the next updates, in their order; then 200. */
let replies: (Reply | Promise<Reply>)[];

beforeEach(async () => {
  telegram = await openFakeBotApi({ allowsPlainWebhook: true, stopsClock: true });
  received = [];
  replies = [];
  server = createServer((request, response) => {
    void (async () => {
      const update = updateSchema.parse(await json(request));
      received.push({
        updateId: update.update_id,
        text: update.message?.text,
        secret: request.headers["x-telegram-bot-api-secret-token"],
      });
      const { status, headers = {} } = (await replies.shift()) ?? { status: 200 };
      response.writeHead(status, headers).end();
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/hook`;
});
afterEach(async () => {
  await telegram.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  telegram.assertClean();
});

const setWebhook = (options: object = {}): Promise<Envelope> =>
  callMethod(telegram, "setWebhook", { url, ...options });
const info = async (): Promise<unknown> => (await callMethod(telegram, "getWebhookInfo")).result;
const openChat = () => {
  const ann = telegram.user();
  return ann.in(telegram.privateChat(ann));
};
const texts = () => received.map(({ text }) => text);

/** A reply that the test gives later. */
function held(): { readonly reply: Promise<Reply>; readonly give: (reply: Reply) => void } {
  let give: (reply: Reply) => void = () => undefined;
  const reply = new Promise<Reply>((resolve) => {
    give = resolve;
  });
  return { reply, give };
}

describe("a webhook", () => {
  test("gets every update with the secret, also those made before it was set", async () => {
    const ann = openChat();
    await ann.says("one");
    await setWebhook({ secret_token: "s3cret_-" });
    await ann.says("two");
    await telegram.idle();
    expect(texts()).toEqual(["one", "two"]);
    expect(received.map(({ secret }) => secret)).toEqual(["s3cret_-", "s3cret_-"]);
    expect(await info()).toEqual({
      url,
      has_custom_certificate: false,
      max_connections: 40,
      pending_update_count: 0,
    });
  });

  test("gets one update of a chat at a time, and other chats beside it", async () => {
    const [ann, bob] = [openChat(), openChat()];
    const first = held();
    replies = [first.reply];
    await setWebhook();
    await ann.says("a1");
    await ann.says("a2");
    await bob.says("b1");
    await expect.poll(texts, patience).toEqual(["a1", "b1"]);
    first.give({ status: 200 });
    await telegram.idle();
    expect(texts()).toEqual(["a1", "b1", "a2"]);
  });

  test("gets an update again until it takes it, at once and then later and later", async () => {
    const ann = openChat();
    replies = [{ status: 500 }, { status: 502 }, { status: 404 }];
    await setWebhook();
    await ann.says("a1");
    await ann.says("a2");
    await expect.poll(info, patience).toMatchObject({
      pending_update_count: 2,
      last_error_message: "Wrong response from the webhook: 502 Bad Gateway",
    });
    expect(texts()).toEqual(["a1", "a1"]);
    telegram.clock.advance(1999);
    expect(texts()).toEqual(["a1", "a1"]);
    telegram.clock.advance(1);
    await expect.poll(info, patience).toMatchObject({
      last_error_message: "Wrong response from the webhook: 404 Not Found",
    });
    telegram.clock.advance(4000);
    await telegram.idle();
    expect(texts()).toEqual(["a1", "a1", "a1", "a1", "a2"]);
  });

  test("is left alone for as long as its Retry-After says", async () => {
    replies = [{ status: 429, headers: { "retry-after": "30" } }];
    await setWebhook();
    await openChat().says("a1");
    await expect.poll(info, patience).toMatchObject({
      last_error_message: "Wrong response from the webhook: 429 Too Many Requests",
    });
    telegram.clock.advance(29_000);
    expect(texts()).toEqual(["a1"]);
    telegram.clock.advance(1000);
    await telegram.idle();
    expect(texts()).toEqual(["a1", "a1"]);
  });

  test("gets an update again that it did not answer within a minute", async () => {
    const never = held();
    replies = [never.reply];
    await setWebhook();
    await openChat().says("a1");
    await expect.poll(texts, patience).toHaveLength(1);
    telegram.clock.advance(60_000);
    await telegram.idle();
    expect(texts()).toEqual(["a1", "a1"]);
    expect(await info()).toMatchObject({ last_error_message: "Read timeout expired" });
    never.give({ status: 200 });
  });

  test("is removed once it has said for 23 hours that it is gone", async () => {
    replies = [{ status: 410 }, { status: 500 }, { status: 410 }];
    await setWebhook();
    await openChat().says("a1");
    await expect.poll(info, patience).toMatchObject({
      last_error_message: "Wrong response from the webhook: 500 Internal Server Error",
    });
    telegram.clock.advance(23 * 60 * 60 * 1000);
    await expect.poll(info, patience).toMatchObject({ url: "" });
    expect(texts()).toHaveLength(3);
  });

  test("hands what it did not take over to polling", async () => {
    replies = [{ status: 500 }, { status: 500 }];
    await setWebhook();
    await openChat().says("a1");
    await expect.poll(texts, patience).toHaveLength(2);
    await callMethod(telegram, "deleteWebhook");
    expect(await callMethod(telegram, "getUpdates")).toMatchObject({
      result: [{ message: { text: "a1" } }],
    });
  });

  test("gets what it asked for, and a redelivered update once more", async () => {
    const ann = openChat();
    await setWebhook({ allowed_updates: ["message"] });
    const { message_id } = await ann.says("a1");
    await ann.edits({ message_id, date: 0, chat: telegram.updates[0]!.message!.chat }, "a2");
    await telegram.idle();
    telegram.redeliver(received[0]!.updateId);
    await telegram.idle();
    expect(texts()).toEqual(["a1", "a1"]);
    expect(await info()).toMatchObject({ allowed_updates: ["message"] });
  });
});

describe("disorder", () => {
  test("swaps updates of one chat, repeats some and holds some back, alike for a seed", async () => {
    const deliver = async (): Promise<readonly string[]> => {
      const ann = openChat();
      received = [];
      telegram.disorder({ seed: 7, duplicated: 0.2, reordered: 0.5, delayed: 0.2 });
      for (let n = 1; n <= 10; n += 1) await ann.says(`a${n}`);
      // What was held back comes, and then what of it comes twice.
      telegram.clock.advance(1000);
      telegram.clock.advance(1000);
      await setWebhook();
      await telegram.idle();
      await callMethod(telegram, "deleteWebhook");
      return texts().map(String);
    };
    const byText = (left: string, right: string) => (left < right ? -1 : 1);
    const arrived = await deliver();
    expect(new Set(arrived).size).toBe(10);
    expect(arrived.length).toBeGreaterThan(10);
    const numbers = [...new Set(arrived)].map((text) => Number(text.slice(1)));
    expect(numbers).not.toEqual(numbers.toSorted((left, right) => left - right));
    // Who overtakes whom on the way is the machine's choice; what comes twice is the seed's.
    expect((await deliver()).toSorted(byText)).toEqual(arrived.toSorted(byText));
  });
});
