import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./open-stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const question = "/ask 哪年开馆？";

describe("a quota", () => {
  test("tells a person once how long to wait, spares the others, and ends with the hour", async () => {
    const { telegram } = stage;
    const ann = telegram.user({ firstName: "Ann" });
    const bob = telegram.user({ firstName: "Bob", languageCode: "en" });
    const group = telegram.group({ title: "编辑部", members: [ann, bob] });
    stage.start({
      settings: { questionsPerUserPerHour: 1 },
      now: () => telegram.clock.nowMs(),
    });
    const said = async () => (await group.nextBotMessage()).text;
    await ann.in(group).says(question);
    expect(await said()).toContain("开馆");
    telegram.clock.advance(20 * 60_000);
    await ann.in(group).says(question);
    expect(await said()).toBe("这一小时问得有点多了，请大约 40 分钟后再问，谢谢。");
    await ann.in(group).says(question);
    await ann.in(group).says("/help");
    expect(await said()).toMatch(/直接发送问题/u);
    await bob.in(group).says(question);
    expect(await said()).toContain("开馆");
    await bob.in(group).says(question);
    expect(await said()).toMatch(/^That was a lot of questions/u);
    telegram.clock.advance(41 * 60_000);
    await ann.in(group).says(question);
    expect(await said()).toContain("开馆");
    await telegram.idle({ quietMs: 50 });
    expect(group.botMessages).toHaveLength(6);
  });

  test("of a chat counts everybody but admins", async () => {
    const { telegram } = stage;
    const ann = telegram.user();
    const li = telegram.user();
    const group = telegram.group({ title: "编辑部", members: [ann, li] });
    stage.start({ adminIds: [li.id], settings: { questionsPerChatPerHour: 1 } });
    const ask = async (who: typeof ann) => {
      await who.in(group).says(question);
      return (await group.nextBotMessage()).text;
    };
    expect(await ask(li)).toContain("开馆");
    expect(await ask(ann)).toContain("开馆");
    expect(await ask(ann)).toMatch(/请大约 60 分钟后再问/u);
    expect(await ask(li)).toContain("开馆");
  });
});
