import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { RetrievalError } from "../../../../retrieval/errors.ts";
import type { Composition } from "../../../../bot/compose.ts";
import { stagedDays } from "../../../../bot/uploads/upload-desk.ts";
import { bridge, drawn, openUploadStage, textFile, type UploadStage } from "./open-upload-stage.ts";

const question = "青石大桥全长多少米？";
const index = "✅ 收入文档";

let on: UploadStage;
beforeEach(async () => {
  on = await openUploadStage();
});
afterEach(() => on.close());

type App = Composition["app"];

async function answerText(): Promise<string> {
  return (await on.chat.answerTo(await on.says.says(question))).text ?? "";
}

/** Stops the bot as soon as a load is asked for, as a kill in its middle would. */
function stopsAtLoad(stop: () => void): (app: App) => App {
  return (app) => ({
    ...app,
    uploads: {
      ...app.uploads,
      index: async (cardId, options) => {
        stop();
        await new Promise<void>((resolve) => {
          options.signal.addEventListener("abort", () => resolve());
        });
        return app.uploads.index(cardId, options);
      },
    },
  });
}

describe("an upload", () => {
  test("outlives a restart between its card and the press", async () => {
    const first = await on.start();
    await on.says.uploads(textFile("bridge.txt", bridge));
    const card = await drawn(on.chat);
    await first.stop();
    await on.start();
    await on.says.taps(card, index);
    await drawn(on.chat, /✅ 已收入/u);
    expect(await answerText()).toContain("860米");
  });

  test("is gone on with in the same message after a stop in the middle of indexing", async () => {
    let stop = (): void => undefined;
    const reached = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const first = await on.start({ app: stopsAtLoad(stop), timing: { drainMs: 1 } });
    await on.says.uploads(textFile("bridge.txt", bridge));
    const card = await drawn(on.chat);
    await on.says.taps(card, index);
    await reached;
    await first.stop();
    expect(await on.stage.operations.uploads.inState("indexing")).toHaveLength(1);

    await on.start();
    const result = await drawn(on.chat, /✅ 已收入/u);
    expect(result.message_id).toBe(card.message_id);
    expect(on.chat.botMessages).toHaveLength(1);
    expect(await answerText()).toContain("860米");
    await expect.poll(() => on.stage.operations.uploads.inState("indexing")).toEqual([]);
  });

  test("is drawn when the bot stopped before its card stood there", async () => {
    const first = await on.start({
      timing: { drainMs: 1 },
      app: (app) => ({
        ...app,
        uploads: {
          ...app.uploads,
          prepare: async (_cardId, { signal }) => {
            await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
            throw signal.reason;
          },
        },
      }),
    });
    await on.says.uploads(textFile("bridge.txt", bridge));
    await on.chat.waitFor(({ text }) => text === "📥 正在接收……");
    await first.stop();
    await on.start();
    const card = await drawn(on.chat);
    expect(card.reply_markup?.inline_keyboard[0]).toHaveLength(2);
    await on.stage.telegram.idle({ quietMs: 50 });
    expect(on.chat.botMessages).toHaveLength(1);
    const [open, ...more] = await on.stage.operations.uploads.inState("staged");
    expect(open?.uploads).toHaveLength(1);
    expect(more).toEqual([]);
  });

  test("waits for a load that is running, and follows when it is done", async () => {
    let loads = 0;
    await on.start({
      app: (app) => ({
        ...app,
        uploads: {
          ...app.uploads,
          index: (cardId, options) =>
            app.uploads.index(cardId, {
              ...options,
              onWait: () => {
                loads += 1;
                options.onWait?.();
                if (loads === 2) letGo();
              },
            }),
        },
      }),
    });
    const { leases } = await on.composition.operations();
    const held = await leases.acquire({ name: "corpus", holder: "a test", durationMs: 60_000 });
    const letGo = (): void => void leases.release(held.lease);
    await on.says.uploads(textFile("bridge.txt", bridge));
    await on.says.taps(await drawn(on.chat), index);
    await drawn(on.chat, /✅ 已收入/u);
    expect(loads).toBeGreaterThanOrEqual(2);
    expect(await answerText()).toContain("860米");
  });

  test("keeps its files where the load fails, and is tried again by its button", async () => {
    let isBroken = true;
    await on.start({
      app: (app) => ({
        ...app,
        uploads: {
          ...app.uploads,
          index: async (cardId, options) => {
            const indexed = await app.uploads.index(cardId, options);
            if (!isBroken) return indexed;
            const error = new RetrievalError("E_EMBEDDING_FAILED", "Expected …, found …. Do ….");
            return { ...indexed, report: undefined, error };
          },
        },
      }),
    });
    await on.says.uploads(textFile("bridge.txt", bridge));
    await on.says.taps(await drawn(on.chat), index);
    const failed = await drawn(on.chat, /载入没有完成/u);
    expect(failed.text).toContain("语义检索服务暂时没有回应");
    isBroken = false;
    await expect.poll(() => on.stage.operations.uploads.inState("failed")).toHaveLength(1);
    await on.says.taps(failed, "🔁 再试一次");
    await drawn(on.chat, /✅ 已收入/u);
    expect(await answerText()).toContain("860米");
  });

  test("is dropped, and says so, when nobody decided for days", async () => {
    const first = await on.start();
    await on.says.uploads(textFile("bridge.txt", bridge));
    await drawn(on.chat);
    await first.stop();
    await on.start({ now: () => Date.now() + (stagedDays + 1) * 24 * 60 * 60 * 1000 });
    const dropped = await drawn(on.chat, /🗑 7 天没有决定/u);
    expect(dropped.reply_markup).toBe(undefined);
    const staged = join(on.dataFolder, "uploads", "staged");
    expect(await readdir(staged)).toEqual([]);
  });
});
