import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Newsdesk, openNewsdesk } from "./open-newsdesk.ts";
import { steadyTranscript } from "./steady-transcript.ts";

const museum = "博物馆开馆\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。\n";
const tunnel = "云溪隧道贯通\n\n云溪隧道全长1280米，2024年3月2日贯通。\n";

let desk: Newsdesk;
beforeEach(async () => {
  desk = await openNewsdesk();
  await desk.load({ "museum.txt": museum });
});
afterEach(() => desk.close());

function steady(): string {
  return steadyTranscript(desk.liChat)
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/gu, "WHEN")
    .replaceAll(/start=s_\S+\)/gu, "start=<sentence>)");
}

/** Two wordings of one question that nothing answers, and an answer that did not help. */
async function askInVain(): Promise<void> {
  const { wu, wuChat } = desk;
  for (const question of ["云溪隧道有多长？", "云溪隧道全长多少米？", "云溪隧道全长多少米？"]) {
    await desk.told(question, wu, wuChat);
  }
  const answer = await desk.told("青石县博物馆馆藏文物多少件？", wu, wuChat);
  await wu.in(wuChat).taps(answer, "👎");
  await wuChat.nextEdit(answer);
}

describe("/unanswered", () => {
  test("shows refused and downvoted questions in groups, and never who asked", async () => {
    const { li, liChat } = desk;
    desk.start();
    await askInVain();
    const card = await desk.told("/unanswered", li, liChat);
    await li.in(liChat).taps(card, "›");
    await liChat.nextEdit(card);
    await li.in(liChat).taps(card, "‹");
    await liChat.nextEdit(card);
    expect(steady()).toMatchInlineSnapshot(`
      "#1 Li: /unanswered
      #2 bot ↩#1 (edited): **🕳 没有答好的问题：30 天内 2 组**
        
        **云溪隧道全长多少米？**
        
        问了 3 次（没找到 3） · 最近一次 WHEN
        别的问法：
        · 云溪隧道有多长？
        
        现在的文档里没有相近的内容。
        
        💡 把写有答案的文档发给我，或放进文档文件夹再发 /reload，就能回答；等着的人会收到提醒。
        [ 1/2 ] [ › ]
        [ ⭐ 设为标准题：应当答好 ]
        [ ✓ 已处理 ]"
    `);
    await li.in(liChat).taps(card, "›");
    const { text } = await liChat.nextEdit(card);
    expect(text).toContain("青石县博物馆馆藏文物多少件？");
    expect(text).toContain("问了 1 次（点 👎 1）");
    expect(text).not.toContain("Wu");
  });

  test("says that a document answers by now", async () => {
    const { li, liChat } = desk;
    desk.start();
    await askInVain();
    await desk.load({ "tunnel.txt": tunnel });
    const { text } = await desk.told("/unanswered 7", li, liChat);
    expect(text).toContain("现在的文档已经能回答：");
    expect(text).toContain("云溪隧道全长1280米");
  });

  test("lists no more what is settled, until it is asked again", async () => {
    const { li, liChat, wu, wuChat, stage } = desk;
    desk.start();
    await askInVain();
    const card = await desk.told("/unanswered", li, liChat);
    expect(await li.in(liChat).taps(card, "✓ 已处理")).toMatchObject({
      text: "已处理，不再列出；再有人问会重新出现。",
    });
    expect((await liChat.nextEdit(card)).text).toContain("馆藏文物多少件");
    expect(await stage.operations.audit.recent(1)).toMatchObject([
      { who: `telegram ${li.id}`, act: "settle", details: { questions: 3 } },
    ]);
    await li.in(liChat).taps(card, "✓ 已处理");
    expect((await liChat.nextEdit(card)).text).toMatch(/^最近 30 天没有答不上来的问题/u);
    await desk.told("云溪隧道有多长？", wu, wuChat);
    const again = await desk.told("/unanswered", li, liChat);
    expect(again.text).toContain("问了 1 次");
  });

  test("makes a golden question that is met once a document answers", async () => {
    const { li, liChat, composition } = desk;
    desk.start();
    await askInVain();
    const card = await desk.told("/unanswered", li, liChat);
    await li.in(liChat).taps(card, "⭐ 设为标准题：应当答好");
    await liChat.nextEdit(card);
    expect(await composition.app.check()).toMatchObject([
      { verdict: "same", isMet: false, why: "refused" },
    ]);
    await desk.load({ "tunnel.txt": tunnel });
    expect(await composition.app.check()).toMatchObject([
      { question: { question: "云溪隧道全长多少米？" }, verdict: "better", isMet: true },
    ]);
    await li.in(liChat).taps(card, "⭐ ✓ 应当答好");
    await liChat.nextEdit(card);
    expect(await composition.app.check()).toEqual([]);
  });

  test("wishes for another sentence where the answer did not help", async () => {
    const { li, liChat, composition } = desk;
    desk.start();
    await askInVain();
    const card = await desk.told("/unanswered", li, liChat);
    await li.in(liChat).taps(card, "›");
    const second = await liChat.nextEdit(card);
    await li.in(liChat).taps(second, "⭐ 设为标准题：应当答好");
    await liChat.nextEdit(card);
    expect(await composition.app.check()).toMatchObject([{ verdict: "same", why: "asBefore" }]);
  });

  test("forgets what its asker has forgotten", async () => {
    const { li, liChat, wu, wuChat, stage } = desk;
    desk.start();
    await askInVain();
    await stage.operations.history.forget(wu.id);
    expect((await desk.told("/unanswered", li, liChat)).text).toMatch(/^最近 30 天没有/u);
    expect(wuChat.botMessages).toHaveLength(4);
  });

  test("shows an editor what was asked of their folders alone", async () => {
    const { wu, wuChat, stage } = desk;
    const mo = stage.telegram.user({ firstName: "Mo" });
    const moChat = stage.telegram.privateChat(mo);
    desk.start({ settings: { editors: [{ userId: mo.id, folder: "基建" }] } });
    await desk.told("云溪隧道有多长？", wu, wuChat);
    await stage.operations.scopes.set({ chatId: wuChat.id }, ["基建/桥梁"], mo.id);
    await desk.told("青石大桥由谁设计？", wu, wuChat);
    const { text } = await desk.told("/unanswered", mo, moChat);
    expect(text).toContain("30 天内 1 组");
    expect(text).toContain("青石大桥由谁设计？");
  });

  test.each(["0", "many", "-3"])("explains itself where the days are %s", async (days) => {
    const { li, liChat } = desk;
    desk.start();
    expect((await desk.told(`/unanswered ${days}`, li, liChat)).text).toMatch(
      /^请写 \/unanswered/u,
    );
  });
});
