import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FakeChat, FakeUser } from "../../bot-api/fake-telegram.ts";
import { openStage, type Stage } from "./open-stage.ts";
import { steadyTranscript } from "./steady-transcript.ts";

let stage: Stage;
let ann: FakeUser;
let chat: FakeChat;
beforeEach(async () => {
  stage = await openStage();
  ann = stage.telegram.user();
  chat = stage.telegram.privateChat(ann);
});
afterEach(() => stage.close());

async function ask(question = "哪年开馆？") {
  await ann.in(chat).says(question);
  return chat.nextBotMessage();
}

function labelsUnder(message: { readonly reply_markup?: object }): readonly string[] {
  const rows: { text: string }[][] = Reflect.get(message.reply_markup ?? {}, "inline_keyboard");
  return rows.flat().map(({ text }) => text);
}

describe("a vote", () => {
  test("is shown under the answer, asks for a reason, and may be changed", async () => {
    stage.start();
    const shown = await ask();
    expect(await ann.in(chat).taps(shown, "👎")).toMatchObject({
      text: "已记下。哪里不对？点下方按钮告诉我。",
    });
    await chat.nextEdit(shown);
    expect(steadyTranscript(chat)).toMatchInlineSnapshot(`
      "#1 Ann: 哪年开馆？
      #2 bot ↩#1 (edited): ▌市博物馆于1985年5月18日开馆。
        [[1]](…?start=c_<answer>_1_0123456789abcdef-000000000001) 博物馆四十年 · 2024-03-05
        [ 📖 1 ]
        [ 👍 ] [ 👎 ✓ ] [ 📋 复制 ⧉ ]
        [ 答案不对 ] [ 出处不对 ]
        [ 已经过时 ] [ 答非所问 ]
        Ann taps 👎 → “已记下。哪里不对？点下方按钮告诉我。”"
    `);
    expect(await ann.in(chat).taps(shown, "已经过时")).toMatchObject({
      text: "已记下：已经过时。谢谢！",
    });
    expect(labelsUnder(await chat.nextEdit(shown))).toEqual(["📖 1", "👍", "👎 ✓", "📋 复制"]);
    const stored = await stage.operations.answers.findByMessage(chat.id, shown.message_id);
    expect(await stage.operations.votes.ofAnswer(stored!.id)).toEqual([
      { userId: ann.id, vote: "down", reason: "outdated" },
    ]);
    await ann.in(chat).taps(shown, "👍");
    const changed = await chat.nextEdit(shown);
    expect(labelsUnder(changed)).toEqual(["📖 1", "👍 ✓", "👎", "📋 复制"]);
    expect(changed.text).toBe(shown.text);
  });

  test("is thanked for where it was cast already", async () => {
    stage.start();
    const shown = await ask();
    await ann.in(chat).taps(shown, "👍");
    await chat.nextEdit(shown);
    expect(await ann.in(chat).taps(shown, "👍 ✓")).toMatchObject({ text: "已记下，谢谢！" });
  });

  test("stands when a reader of a source is left", async () => {
    stage.start();
    const shown = await ask();
    await ann.in(chat).taps(shown, "👍");
    await chat.nextEdit(shown);
    await ann.in(chat).taps(shown, "📖 1");
    await chat.nextEdit(shown);
    await ann.in(chat).taps(shown, "✕ 返回回答");
    expect(labelsUnder(await chat.nextEdit(shown))).toContain("👍 ✓");
  });

  test("is counted in a group", async () => {
    stage.start();
    const bob = stage.telegram.user({ firstName: "Bob", languageCode: "en" });
    const group = stage.telegram.group({ title: "编辑部", members: [ann, bob] });
    await ann.in(group).says("/ask 哪年开馆？");
    const shown = await group.nextBotMessage();
    expect(labelsUnder(shown)).toEqual(["📖 1", "👍", "👎"]);
    await ann.in(group).taps(shown, "👍");
    await group.nextEdit(shown);
    await bob.in(group).taps(shown, "👍 1");
    await group.nextEdit(shown);
    await bob.in(group).taps(shown, "👎");
    expect(labelsUnder(await group.nextEdit(shown)).slice(0, 4)).toEqual([
      "📖 1",
      "👍 1",
      "👎 1",
      "Wrong",
    ]);
  });
});

describe("/forget", () => {
  test("deletes a person's own when they confirm, and the buttons left say so", async () => {
    stage.start();
    const shown = await ask();
    await ask("有多少藏品？");
    await ann.in(chat).taps(shown, "👍");
    await ann.in(chat).says("/forget");
    const question = await chat.nextBotMessage();
    expect(question.text).toMatch(/^我这里有您的 2 个问题及其回答、1 次评价。全部删除吗？/u);
    await ann.in(chat).taps(question, "全部删除");
    const done = await chat.nextEdit(question);
    expect(done.text).toMatch(/^已删除您的 2 个问题及其回答、1 次评价。/u);
    expect(done.reply_markup).toBe(undefined);
    for (const label of ["📖 1", "👎"]) {
      expect(await ann.in(chat).taps(shown, label)).toMatchObject({
        text: "这条回答已经不在记录里了，请再问一次。",
        show_alert: true,
      });
    }
    await ann.in(chat).says("/forget");
    expect((await chat.nextBotMessage()).text).toBe("我这里没有您的提问记录。");
  });

  test("keeps everything where they do not confirm", async () => {
    stage.start();
    await ask();
    await ann.in(chat).says("/forget");
    const question = await chat.nextBotMessage();
    await ann.in(chat).taps(question, "不删");
    expect((await chat.nextEdit(question)).text).toBe("好的，没有删除。");
    expect(await stage.operations.history.countOf(ann.id)).toEqual({ questions: 1, votes: 0 });
  });

  test("leads from a group to the private chat", async () => {
    stage.start();
    await ask();
    const group = stage.telegram.group({ title: "编辑部", members: [ann] });
    await ann.in(group).says("/forget");
    const { text, reply_markup: buttons } = await group.nextBotMessage();
    expect(text).toContain("私聊");
    const [button] = (buttons?.inline_keyboard ?? []).flat();
    const url = button !== undefined && "url" in button ? button.url : "";
    await ann.opens(url);
    expect((await chat.nextBotMessage()).text).toContain("1 个问题");
  });
});

describe("/privacy", () => {
  test("says in three lines what is kept, for how long, and how to have it deleted", async () => {
    stage.start({ keepAnswersDays: 90 });
    await ann.in(chat).says("/privacy");
    const { text } = await chat.nextBotMessage();
    expect(text?.split("\n")).toHaveLength(3);
    expect(text).toContain("90 天");
    expect(text).toContain("/forget");
  });
});

describe("old answers", () => {
  test("are deleted at the start", async () => {
    const first = stage.start();
    const shown = await ask();
    await first.stop();
    // A term that is over before it begins.
    const running = stage.start({ keepAnswersDays: -1 });
    await stage.telegram.idle({ quietMs: 50 });
    await running.stop();
    expect(await stage.operations.answers.findByMessage(chat.id, shown.message_id)).toBe(undefined);
  });
});
