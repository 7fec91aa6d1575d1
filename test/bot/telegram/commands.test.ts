import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { App, LoadRequest } from "../../../bot/app.ts";
import type { FakeUser } from "../../bot-api/fake-telegram.ts";
import { RetrievalError } from "../../../retrieval/errors.ts";
import type { LoadReport } from "../../../retrieval/load-report.ts";
import { makeLoadReport } from "./make-load-report.ts";
import { openStage, type Stage } from "./open-stage.ts";

let stage: Stage;
let admin: FakeUser;
beforeEach(async () => {
  stage = await openStage();
  admin = stage.telegram.user({ firstName: "Root" });
});
afterEach(() => stage.close());

/** A load that waits at its gate after telling how far it is. */
function gatedLoad() {
  let open: (report: LoadReport) => void = () => undefined;
  const requests: LoadRequest[] = [];
  const load: App["load"] = (request) => {
    requests.push(request);
    request.onProgress?.({ stage: "read", done: 3, total: 12 });
    return new Promise((resolve, reject) => {
      open = resolve;
      request.signal?.addEventListener("abort", () => {
        reject(new RetrievalError("E_LOAD_CANCELLED", "Expected to finish, was stopped."));
      });
    });
  };
  return { load, requests, finish: (report = makeLoadReport()) => open(report) };
}

describe("/start and /help", () => {
  test("greet and explain", async () => {
    stage.start({ adminIds: [admin.id] });
    const chat = stage.telegram.privateChat(admin);
    await admin.in(chat).says("/start");
    expect((await chat.nextBotMessage()).text).toMatch(/^你好，我是问据/u);
    await admin.in(chat).says("/help");
    expect((await chat.nextBotMessage()).text).toContain("/reload");
  });

  test("keep admin commands from others", async () => {
    stage.start({ adminIds: [admin.id] });
    const ann = stage.telegram.user({ languageCode: "en" });
    const chat = stage.telegram.privateChat(ann);
    await ann.in(chat).says("/help");
    const { text } = await chat.nextBotMessage();
    expect(text).toContain("@wenju_test_bot");
    expect(text).not.toContain("/reload");
  });

  test("offer each chat its commands", async () => {
    stage.start({ adminIds: [admin.id] });
    const adminChat = stage.telegram.privateChat(admin);
    const ann = stage.telegram.user({ languageCode: "en" });
    const chat = stage.telegram.privateChat(ann);
    const group = stage.telegram.group({ title: "Desk", members: [ann] });
    const names = (user: FakeUser, where: typeof chat) =>
      user
        .in(where)
        .commands()
        .map(({ command }) => command);
    const forAdmins =
      "ask stop help scope status reload refresh docs tag generations diff rollback audit forget privacy";
    // The lists of admins come last.
    await expect.poll(() => names(admin, adminChat)).toEqual(forAdmins.split(" "));
    expect(names(ann, chat)).toEqual(["ask", "stop", "help", "forget", "privacy"]);
    expect(names(ann, group)).toEqual(["ask", "stop", "scope", "help"]);
    const described = (languageCode?: string) => {
      const user = stage.telegram.user(languageCode === undefined ? {} : { languageCode });
      return user.in(stage.telegram.privateChat(user)).commands()[2]?.description;
    };
    expect(described("en")).toBe("How to ask");
    expect(described("ja")).toBe("How to ask");
    expect(described("zh-hans")).toBe("怎样提问");
  });
});

describe("an unknown command", () => {
  test("meets a hint in private and silence in a group", async () => {
    stage.start();
    const chat = stage.telegram.privateChat(admin);
    const group = stage.telegram.group({ title: "Desk", members: [admin] });
    await admin.in(group).says("/weather");
    await admin.in(chat).says("/weather");
    expect((await chat.nextBotMessage()).text).toContain("/help");
    await stage.telegram.idle({ quietMs: 50 });
    expect(group.botMessages).toEqual([]);
  });
});

describe("/reload", () => {
  test("shows its progress and its report in one message, and is audited", async () => {
    const { load, finish } = gatedLoad();
    stage.start({ app: { load }, adminIds: [admin.id] });
    const chat = stage.telegram.privateChat(admin);
    await admin.in(chat).says("/reload");
    const progress = await chat.nextBotMessage();
    expect((await chat.nextEdit(progress)).text).toContain("▓▓▓░░░░░░░░░ 25% · 3/12");
    finish(makeLoadReport({ failed: [{ path: "a.pdf", code: "E_FILE_EMPTY", reason: "" }] }));
    const card = await chat.nextEdit(progress);
    expect(card.text).toMatchInlineSnapshot(`
      "✅ 文档已更新（第 8 版）

      新增 2 · 修改 1 · 删除 0 · 未变 40 · 失败 1
      共 12,345 句 · 用时 8.2 秒

      ⚠️ 1 个文件没有载入：
      · a.pdf: 这个文件是空的。"
    `);
    expect(chat.botMessages).toHaveLength(1);
    const [entry] = await stage.operations.audit.recent(1);
    expect(entry).toMatchObject({
      who: `telegram ${admin.id}`,
      act: "load",
      details: { generation: 8, added: 2, failed: 1 },
    });
  });

  test("answers questions and declines a second load meanwhile", async () => {
    const { load, finish, requests } = gatedLoad();
    stage.start({ app: { load }, adminIds: [admin.id] });
    const chat = stage.telegram.privateChat(admin);
    await admin.in(chat).says("/reload");
    const progress = await chat.nextBotMessage();
    await admin.in(chat).says("/reload");
    expect((await chat.nextBotMessage()).text).toMatch(/^已经在载入了/u);
    await admin.in(chat).says("哪年开馆？");
    expect((await chat.nextBotMessage()).text).toContain("1985年5月18日开馆");
    finish();
    await chat.waitFor((message) => message.text?.includes("第 8 版") ?? false);
    expect(chat.message(progress.message_id)?.text).toContain("第 8 版");
    expect(requests).toHaveLength(1);
  });

  test("is refused to others", async () => {
    const { load, requests } = gatedLoad();
    stage.start({ app: { load }, adminIds: [admin.id] });
    const ann = stage.telegram.user({ languageCode: "en" });
    const chat = stage.telegram.privateChat(ann);
    await ann.in(chat).says("/reload");
    expect((await chat.nextBotMessage()).text).toMatch(/^Only admins/u);
    expect(requests).toEqual([]);
  });

  test("forces at the admin's word, and says what to do where it may not", async () => {
    const requests: LoadRequest[] = [];
    const load: App["load"] = async (request) => {
      requests.push(request);
      if (request.force === true) return makeLoadReport();
      throw new RetrievalError("E_CORPUS_SHRANK", "Expected half of /srv/secret.");
    };
    stage.start({ app: { load }, adminIds: [admin.id] });
    const chat = stage.telegram.privateChat(admin);
    await admin.in(chat).says("/reload");
    const refused = await chat.waitFor((message) => message.text?.includes("force") ?? false);
    expect(refused.text).not.toContain("/srv");
    expect((await stage.operations.audit.recent(1))[0]?.details).toMatchObject({
      failed: "E_CORPUS_SHRANK",
    });
    await admin.in(chat).says("/reload force");
    await chat.waitFor((message) => message.text?.includes("第 8 版") ?? false);
    expect(requests.map(({ force }) => force)).toEqual([false, true]);
  });

  test("is cancelled by a stop, told so, and not repeated by the next start", async () => {
    const { load, requests } = gatedLoad();
    const running = stage.start({ app: { load }, adminIds: [admin.id], timing: { drainMs: 0 } });
    const chat = stage.telegram.privateChat(admin);
    await admin.in(chat).says("/reload");
    const progress = await chat.nextBotMessage();
    await chat.nextEdit(progress);
    await running.stop();
    expect(chat.message(progress.message_id)?.text).toMatch(/载入已取消/u);
    stage.start({ app: { load }, adminIds: [admin.id] });
    await admin.in(chat).says("/status");
    await chat.nextBotMessage();
    expect(requests).toHaveLength(1);
  });
});
