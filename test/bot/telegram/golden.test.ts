import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { renderOutcome } from "../../../bot/telegram/reload/render-outcome.ts";
import { type Newsdesk, openNewsdesk } from "./open-newsdesk.ts";

const museum = "博物馆开馆\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。\n";
const bridge = "大桥通车\n\n青石大桥全长860米，2019年10月1日建成通车。\n";
const asks = "青石大桥全长多少米？";

let desk: Newsdesk;
beforeEach(async () => {
  desk = await openNewsdesk();
  await desk.load({ "museum.txt": museum, "bridge.txt": bridge });
});
afterEach(() => desk.close());

function labelsUnder(message: { readonly reply_markup?: object }): readonly string[] {
  const rows: { text: string }[][] = Reflect.get(message.reply_markup ?? {}, "inline_keyboard");
  return rows.flat().map(({ text }) => text);
}

/** What `/check` ends with. */
async function checked(): Promise<string | undefined> {
  const { li, liChat } = desk;
  const { message_id: id } = await desk.told("/check", li, liChat);
  const isDone = (message: { message_id: number; text?: string }) =>
    message.message_id === id && message.text?.startsWith("⭐ 正在检查") === false;
  return (await liChat.waitFor(isDone)).text;
}

describe("a golden question", () => {
  test("is made of an answer by an admin's tap, and taken back by another", async () => {
    const { li, liChat, stage } = desk;
    desk.start();
    const answer = await desk.told(asks, li, liChat);
    await li.in(liChat).taps(answer, "⭐ 设为标准题");
    expect(labelsUnder(await liChat.nextEdit(answer))).toContain("⭐ ✓ 标准题");
    expect(await stage.operations.goldenQuestions.active()).toMatchObject([
      {
        question: asks,
        expected: { kind: "cites", sentences: [{ path: "bridge.txt" }] },
        by: `telegram ${li.id}`,
      },
    ]);
    await li.in(liChat).taps(answer, "⭐ ✓ 标准题");
    expect(labelsUnder(await liChat.nextEdit(answer))).toContain("⭐ 设为标准题");
    expect(await stage.operations.goldenQuestions.active()).toEqual([]);
    expect((await stage.operations.audit.recent(2)).map(({ act }) => act)).toEqual([
      "drop golden",
      "golden",
    ]);
  });

  test("is offered to admins alone with the bot, and to nobody else", async () => {
    const { li, wu, wuChat, stage } = desk;
    desk.start();
    const group = stage.telegram.group({ title: "读报", members: [li, wu] });
    for (const answer of [
      await desk.told(asks, wu, wuChat),
      await desk.told(`/ask ${asks}`, li, group),
    ]) {
      expect(labelsUnder(answer).join(" ")).not.toContain("⭐");
    }
  });

  test("holds a load back that would make it worse, and /check tells why", async () => {
    const { li, liChat, composition } = desk;
    desk.start();
    const answer = await desk.told(asks, li, liChat);
    await li.in(liChat).taps(answer, "⭐ 设为标准题");
    await liChat.nextEdit(answer);
    await desk.write({ "bridge.txt": undefined });
    const report = await composition.app.load({});
    expect(report).toMatchObject({
      published: false,
      check: {
        passes: false,
        questions: [{ question: asks, verdict: "worse", after: "", why: "refused" }],
      },
    });
    expect((await desk.told(asks, li, liChat)).text).toContain("全长860米");
    const asked = { id: 1, generationBefore: 1, path: undefined, readAll: false, force: false };
    const shown = renderOutcome({ kind: "report", report }, asked, "zh");
    expect(shown.isHeldBack).toBe(true);
    expect(shown.card.text).toContain("· 变差 青石大桥全长多少米？ (没有找到答案)");

    await composition.app.load({ force: true });
    expect(await checked()).toBe(
      "⭐ 标准题 1 道\n\n变差 1 · 变化 0 · 变好 0 · 不变 0\n❌ 青石大桥全长多少米？\n　变差 · 没有找到答案",
    );
  });

  test("may say that a question is rightly not found", async () => {
    const { li, liChat, composition } = desk;
    desk.start();
    const refusal = await desk.told("云溪隧道全长多少米？", li, liChat);
    await li.in(liChat).taps(refusal, "⭐ 本来就该找不到");
    await liChat.nextEdit(refusal);
    await desk.write({ "tunnel.txt": "隧道贯通\n\n云溪隧道全长1280米。\n" });
    expect(await composition.app.load({})).toMatchObject({
      check: { passes: false, questions: [{ verdict: "worse", why: "answered" }] },
    });
  });

  test("comes from a file of the folder too, which is no document", async () => {
    const { composition } = desk;
    desk.start();
    const line = { id: "1", question: asks, answers: ["860米"] };
    await desk.write({ "golden.jsonl": JSON.stringify(line) });
    expect(await composition.app.load({})).toMatchObject({ failed: [], published: false });
    expect(await checked()).toContain("全部和应有的一样。");
  });
});

describe("/check", () => {
  test("says so where there is no golden question", async () => {
    desk.start();
    expect(await checked()).toMatch(/^还没有标准题。/u);
  });

  test("says so where the file is wrong", async () => {
    desk.start();
    await desk.write({ "golden.jsonl": "{" });
    expect(await checked()).toBe("⚠️ 这个文件读不出来。");
  });
});
