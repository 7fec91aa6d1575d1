import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { App, LoadRequest } from "../../../../bot/app.ts";
import { LoadProcessError } from "../../../../bot/errors.ts";
import { PathMissingError } from "../../../../corpus/errors.ts";
import { RetrievalError } from "../../../../retrieval/errors.ts";
import type { FakeChat, FakeUser } from "../../../bot-api/fake-telegram.ts";
import { makeGeneration, makeLoadReport } from "../make-load-report.ts";
import { openStage, type Stage } from "../open-stage.ts";
import { steadyTranscript } from "../steady-transcript.ts";
import { gatedLoad } from "./gated-load.ts";

let stage: Stage;
let li: FakeUser;
let mo: FakeUser;
let chat: FakeChat;
beforeEach(async () => {
  stage = await openStage();
  li = stage.telegram.user({ firstName: "Li" });
  mo = stage.telegram.user({ firstName: "Mo", languageCode: "en" });
  chat = stage.telegram.privateChat(li);
});
afterEach(() => stage.close());

function start(app: Partial<App>, editors: readonly { userId: number; folder: string }[] = []) {
  const admins = [li, mo].filter(({ id }) => !editors.some(({ userId }) => userId === id));
  return stage.start({ app, adminIds: admins.map(({ id }) => id), settings: { editors } });
}

const isWorking = ({ text }: { text?: string }) => /▓▓▓░+ 25% · |embedding|向量/iu.test(text ?? "");
const isCard = ({ text }: { text?: string }) => /第 8 版|version 8/u.test(text ?? "");

const steady = (where: FakeChat) =>
  steadyTranscript(where).replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/gu, "WHEN");

describe("/reload", () => {
  test("shows its progress and its report in one message, and is audited", async () => {
    const { load, finish } = gatedLoad();
    start({ load });
    await li.in(chat).says("/reload");
    const { message_id: id } = await chat.waitFor(isWorking);
    expect(chat.message(id)?.text).toMatch(/^计算向量\n▓▓▓░░░░░░░░░$/mu);
    finish(makeLoadReport({ failed: [{ path: "a.pdf", code: "E_FILE_EMPTY", reason: "" }] }));
    await chat.waitFor(isCard);
    expect(steady(chat)).toMatchInlineSnapshot(`
      "#1 Li: /reload
      #2 bot ↩#1 (edited): **✅ 文档已更新（第 8 版）**
        
        新增 2 · 修改 1 · 删除 0 · 未变 40 · 失败 1
        共 12,345 句 · 用时 8.2 秒
        
        ⚠️ 1 个文件没有载入：
        · a.pdf: 这个文件是空的。
        
        ➕ 新增 2 个：
        · new.txt
        · news.txt
        
        ✏️ 修改 1 个：
        · museum.txt"
    `);
    expect((await stage.operations.audit.recent(1))[0]).toMatchObject({
      who: `telegram ${li.id}`,
      act: "load",
      details: { generation: 8, added: 2, failed: 1, force: false },
    });
  });

  test("is joined by a second admin, who sees the same to its end, while questions are answered", async () => {
    const { load, finish, requests } = gatedLoad();
    start({ load });
    await li.in(chat).says("/reload");
    await chat.waitFor(isWorking);
    const other = stage.telegram.privateChat(mo);
    await mo.in(other).says("/reload all");
    const joined = await other.waitFor(isWorking);
    expect(joined.text).toMatch(/^🔄 A load is running already, since .*\nIt loads all documents/u);
    await li.in(chat).says("哪年开馆？");
    await chat.waitFor(({ text }) => text?.includes("1985年5月18日开馆") ?? false);
    finish();
    await chat.waitFor(isCard);
    const card = await other.waitFor(isCard);
    expect(card.message_id).toBe(joined.message_id);
    expect(card.text).toMatch(/not what you asked for: please send your \/reload again\.$/u);
    expect(requests).toHaveLength(1);
    expect(await stage.operations.audit.count()).toBe(1);
  });

  test("is cancelled by its button, and says what is kept", async () => {
    const { load } = gatedLoad();
    start({ load });
    await li.in(chat).says("/reload");
    const message = await chat.waitFor(isWorking);
    expect(await mo.in(chat).taps(message, "取消")).toMatchObject({ text: "Stopping…" });
    const card = await chat.waitFor(({ text }) => text?.startsWith("⏹") ?? false);
    expect(card.text).toMatchInlineSnapshot(`
      "⏹ 载入已取消，仍在使用原来的版本。
      已经处理好的约 3/12 个文件会保留；再发一次 /reload 就从那里接着做。"
    `);
    expect(card.reply_markup).toBe(undefined);
    expect((await stage.operations.audit.recent(1))[0]?.details).toMatchObject({
      failed: "E_LOAD_CANCELLED",
      cancelledBy: mo.id,
    });
  });

  test("is gone on with after a stop, in the same messages, and once", async () => {
    const first = gatedLoad();
    const running = start({ load: first.load });
    const other = stage.telegram.privateChat(mo);
    await li.in(chat).says("/reload news");
    const { message_id: id } = await chat.waitFor(isWorking);
    await mo.in(other).says("/reload news");
    const { message_id: otherId } = await other.waitFor(isWorking);
    await running.stop();
    expect(chat.message(id)?.text).toContain("重新启动后会在这条消息里接着做完");
    expect(await stage.operations.audit.count()).toBe(0);

    const second = gatedLoad();
    start({ load: second.load });
    await chat.waitFor(({ text }) => text?.includes("现在接着载入") ?? false);
    expect(second.requests).toMatchObject([{ path: "news", force: false }]);
    second.finish();
    await chat.waitFor(isCard);
    await other.waitFor(isCard);
    expect(chat.botMessages.map(({ message_id }) => message_id)).toEqual([id]);
    expect(other.botMessages.map(({ message_id }) => message_id)).toEqual([otherId]);
    await stage.telegram.idle({ quietMs: 50 });
    expect(second.requests).toHaveLength(1);
  });

  test("is given up where it was begun many times and never done", async () => {
    const { load, requests } = gatedLoad();
    await leftByDead();
    for (let n = 0; n < 10; n += 1) await stage.operations.loads.claim(`dead ${n}`);
    start({ load });
    await chat.waitFor(({ text }) => text?.includes("进程被中断") ?? false);
    expect(requests).toEqual([]);
  });

  test("says that the process of the load was killed, and what to do", async () => {
    start({
      load: () => Promise.reject(new LoadProcessError("E_LOAD_KILLED", "found SIGKILL")),
    });
    await li.in(chat).says("/reload");
    const card = await chat.waitFor(({ text }) => text?.includes("进程被中断") ?? false);
    expect(card.text).toContain("/reload");
    expect(card.text).not.toContain("SIGKILL");
    await expect
      .poll(() => stage.operations.audit.recent(1))
      .toMatchObject([{ act: "load", details: { failed: "E_LOAD_KILLED" } }]);
  });

  test("tells the outcome that a crash kept from being told, without loading again", async () => {
    const { load, requests } = gatedLoad();
    const { loads } = stage.operations;
    const { id, messageId } = await leftByDead();
    await loads.end(id, "dead", { kind: "report", report: makeLoadReport() });
    start({ load });
    const card = await chat.waitFor(isCard);
    expect(card.message_id).toBe(messageId);
    expect(requests).toEqual([]);
    await expect.poll(async () => (await loads.find(id))?.state).toBe("told");
  });

  test("takes a path, all, and force", async () => {
    const requests: LoadRequest[] = [];
    start({
      load: async (request) => {
        requests.push(request);
        return makeLoadReport({ published: false, generation: makeGeneration() });
      },
    });
    const asked = ["news/2026 五月/", "all", "./all force", "FORCE", '"a b.txt" force'];
    for (const [at, words] of asked.entries()) {
      await li.in(chat).says(`/reload ${words}`);
      await expect.poll(() => requests).toHaveLength(at + 1);
      await expect.poll(() => stage.operations.loads.running()).toBe(undefined);
    }
    expect(requests.map(({ path, readAll, force }) => [path, readAll, force])).toEqual([
      ["news/2026 五月", false, false],
      [undefined, true, false],
      ["all", false, true],
      [undefined, false, true],
      ["a b.txt", false, true],
    ]);
  });

  test("names what is near a path that is not there", async () => {
    start({ load: () => Promise.reject(new PathMissingError("nws", ["news/", "old/news.txt"])) });
    await li.in(chat).says("/reload nws");
    const card = await chat.waitFor(({ text }) => text?.includes("附近有") ?? false);
    expect(card.text).toMatchInlineSnapshot(`
      "⚠️ nws: 文档文件夹里没有这个文件或文件夹。
      附近有：
      · news/
      · old/news.txt"
    `);
  });

  test("sends the whole lists as a file where the card cuts them", async () => {
    const added = Array.from({ length: 12 }, (_, at) => `news/${at}.txt`);
    start({ load: async () => makeLoadReport({ added }) });
    await li.in(chat).says("/reload");
    const file = await chat.waitFor(({ document }) => document !== undefined);
    const card = await chat.waitFor(isCard);
    expect(card.text).toMatch(/➕ 新增 12 个：(\n· news\/\d\.txt){5}\n……另有 7 个/u);
    expect(card.text).toContain("完整的清单在随后的文件里");
    expect(file).toMatchObject({
      caption: "📄 第 1 次载入的完整清单",
      document: { file_name: "载入-1.txt" },
      reply_to_message: { message_id: card.message_id },
    });
  });

  test("stands in a new message where its own was deleted", async () => {
    const { load, finish } = gatedLoad();
    start({ load });
    await li.in(chat).says("/reload");
    const message = await chat.waitFor(isWorking);
    li.in(chat).deletes(message);
    finish();
    expect((await chat.waitFor(isCard)).message_id).toBeGreaterThan(message.message_id);
  });
});

describe("a load that is held back", () => {
  const shrank = () => new RetrievalError("E_CORPUS_SHRANK", "Expected half of /srv/secret.");

  function startHeldBack() {
    const requests: LoadRequest[] = [];
    start({
      load: async (request) => {
        requests.push(request);
        if (request.force !== true) throw shrank();
        return makeLoadReport();
      },
    });
    return requests;
  }

  test("says why, and is published in the same message at a second word", async () => {
    const requests = startHeldBack();
    await li.in(chat).says("/reload news");
    const card = await chat.waitFor(({ text }) => text?.startsWith("⏸") ?? false);
    expect(steady(chat)).toMatchInlineSnapshot(`
      "#1 Li: /reload news
      #2 bot ↩#1 (edited): ⏸ 新版文档先不启用
        新版文档比现在少一半以上，没有启用；如果确实要这样，请强制载入。
        
        2 分钟内有效，只有您能按。
        [ 仍然发布 ] [ 不发布 ]"
    `);
    await li.in(chat).taps(card, "仍然发布");
    expect((await chat.waitFor(isCard)).message_id).toBe(card.message_id);
    expect(requests.map(({ path, force }) => [path, force])).toEqual([
      ["news", false],
      ["news", true],
    ]);
    expect((await stage.operations.audit.recent(2)).map(({ details }) => details)).toMatchObject([
      { force: true, generation: 8 },
      { force: false, failed: "E_CORPUS_SHRANK" },
    ]);
  });

  test("is left as it is by the other button", async () => {
    const requests = startHeldBack();
    await li.in(chat).says("/reload");
    const card = await chat.waitFor(({ text }) => text?.startsWith("⏸") ?? false);
    await li.in(chat).taps(card, "不发布");
    expect((await chat.nextEdit(card)).text).toBeDefined();
    await expect.poll(() => chat.message(card.message_id)?.text).toBe("好的，没有改动。");
    expect(requests).toHaveLength(1);
  });

  test("shows no buttons in a group, where others could press them", async () => {
    startHeldBack();
    const group = stage.telegram.group({ title: "Desk", members: [li] });
    await li.in(group).says("/reload");
    const card = await group.waitFor(({ text }) => text?.startsWith("⏸") ?? false);
    expect(card.text).toContain("/reload force");
    expect(card.reply_markup).toBe(undefined);
  });
});

describe("a load of another process", () => {
  const elsewhere = { name: "corpus", holder: "a terminal", durationMs: 60_000 };

  async function startBeside() {
    const taken = await stage.operations.leases.acquire(elsewhere);
    let served = makeGeneration({ number: 7 });
    const requests: LoadRequest[] = [];
    start({
      generations: async () => [served],
      load: async (request) => {
        requests.push(request);
        if (requests.length === 1) throw new RetrievalError("E_LOAD_RUNNING", "Expected none.");
        served = makeGeneration();
        return makeLoadReport();
      },
    });
    await li.in(chat).says("/reload");
    await chat.waitFor(({ text }) => text?.includes("另一个进程正在载入") ?? false);
    return {
      requests,
      end: async (number: number) => {
        served = makeGeneration({ number });
        await stage.operations.leases.release(taken.lease);
      },
    };
  }

  test("is followed to the version that it publishes", async () => {
    const { requests, end } = await startBeside();
    await end(9);
    const card = await chat.waitFor(({ text }) => text?.startsWith("✅") ?? false);
    expect(card.text).toMatch(/^✅ 另一个进程载入完了，现在用的是第 9 版\n43 个文档/u);
    expect(requests).toHaveLength(1);
  });

  test("that published nothing is followed by the load that was asked for", async () => {
    const { requests, end } = await startBeside();
    await end(7);
    await chat.waitFor(isCard);
    expect(requests).toHaveLength(2);
  });

  test("is let go by Cancel, and not touched", async () => {
    const { requests } = await startBeside();
    await li.in(chat).taps("取消");
    const card = await chat.waitFor(({ text }) => text?.startsWith("⏹") ?? false);
    expect(card.text).toContain("还没有处理任何文件");
    expect(requests).toHaveLength(1);
    expect(await stage.operations.leases.current("corpus")).toBeDefined();
  });
});

describe("an editor", () => {
  test("loads the own folder alone, by itself where there is one", async () => {
    const requests: LoadRequest[] = [];
    const load: App["load"] = async (request) => {
      requests.push(request);
      return makeLoadReport();
    };
    start({ load }, [{ userId: mo.id, folder: "news" }]);
    const own = stage.telegram.privateChat(mo);
    await mo.in(own).says("/reload old");
    expect((await own.nextBotMessage()).text).toBe("You may load your own folders only: news.");
    await mo.in(own).says("/reload");
    await own.waitFor(isCard);
    await mo.in(own).says("/reload news/may force");
    await expect.poll(() => requests.map(({ path }) => path)).toEqual(["news", "news/may"]);
  });

  test("names the folder where there are several, and cancels no load of others", async () => {
    const { load } = gatedLoad();
    start({ load }, [
      { userId: mo.id, folder: "news" },
      { userId: mo.id, folder: "old" },
    ]);
    const own = stage.telegram.privateChat(mo);
    await mo.in(own).says("/reload");
    expect((await own.nextBotMessage()).text).toMatch(/name which of your folders.*: news, old\./u);
    await li.in(chat).says("/reload");
    await chat.waitFor(isWorking);
    await mo.in(own).says("/reload news");
    const joined = await own.waitFor(isWorking);
    expect(await mo.in(own).taps(joined, "Cancel")).toMatchObject({
      text: expect.stringMatching(/^Only admins/u),
    });
  });
});

/** A load of an earlier run, and the message in which it is shown. */
async function leftByDead() {
  const running = start({});
  await li.in(chat).says("/start");
  const { message_id: messageId } = await chat.nextBotMessage();
  await running.stop();
  const wanted = { path: undefined, readAll: false, force: false };
  const watcher = { key: "k", userId: li.id, chatId: chat.id, threadId: undefined, messageId };
  const asked = { ...watcher, wanted, language: "zh" } as const;
  const { id } = await stage.operations.loads.ask(asked, { generationBefore: 7, worker: "dead" });
  return { id, messageId };
}
