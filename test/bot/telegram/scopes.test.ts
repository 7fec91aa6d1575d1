import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { compose, type Composition } from "../../../bot/compose.ts";
import { parseConfig } from "../../../bot/config.ts";
import { createLogger } from "../../../bot/logger.ts";
import { tempFolder, writeFiles } from "../../retrieval/loading/temp-folder.ts";
import { openStage, type Stage } from "./open-stage.ts";

const documents = {
  "高新区/园区.txt": "园区开工\n\n高新区智造园2023年4月12日开工，占地320亩。\n",
  "高新区/人才/公寓.txt": "人才公寓\n\n高新区人才公寓共有600套房间，月租800元。\n",
  "财经/大桥.txt": "大桥集资\n\n青石大桥全长860米，2019年10月1日建成通车。\n",
  "财经/转载.txt": "园区开工\n\n高新区智造园2023年4月12日开工，占地320亩。\n",
};
const bridge = "/ask 青石大桥全长多少米？";

let stage: Stage;
let composition: Composition;
beforeAll(async () => {
  const folder = await tempFolder();
  await writeFiles(join(folder, "docs"), documents);
  const config = parseConfig({
    DATA_DIR: join(folder, "data"),
    DOCUMENTS_DIR: join(folder, "docs"),
  });
  composition = await compose(config, createLogger({ level: "silent", secrets: [] }));
  await composition.app.load({});
});
afterAll(() => composition.app.close());
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

function openForum() {
  const li = stage.telegram.user({ firstName: "Li" });
  const wu = stage.telegram.user({ firstName: "Wu" });
  const forum = stage.telegram.group({
    title: "读报",
    members: [wu, li],
    kind: "forum",
    topics: ["财经", "园区"],
  });
  stage.start({ app: composition.app, adminIds: [li.id] });
  const said = async () => (await forum.nextBotMessage()).text;
  return { li, wu, forum, said };
}

describe("/scope", () => {
  test("shows the folders, and how an admin binds a group to one", async () => {
    const { li, wu, forum } = openForum();
    await wu.in(forum).says("/scope");
    await forum.nextBotMessage();
    await li.in(forum).says("/scope 高新区/");
    await forum.nextBotMessage();
    await wu.in(forum).says(bridge);
    await forum.nextBotMessage();
    await wu.in(forum).says("/scope");
    await forum.nextBotMessage();
    await li.in(forum).says("/scope");
    await forum.nextBotMessage();
    expect(forum.transcript().replace(/^[^]*?(?=#\d+ Wu: )/u, "")).toMatchInlineSnapshot(`
      "#4 Wu: /scope
      #5 bot ↩#4: 这里查找全部文档。
        
        文件夹：
        · 财经/（2 个文档）
        · 高新区/（2 个文档）
        · 高新区/人才/（1 个文档）
      #6 Li: /scope 高新区/
      #7 bot ↩#6: 好的，这里以后只查找：高新区/
      #8 Wu: /ask 青石大桥全长多少米？
      #9 bot ↩#8: 文档里没有找到这个问题的答案。（这里只查找 高新区/）
        [ 👍 ] [ 👎 ]
        [ 🔔 有答案时告诉我 ]
      #10 Wu: /scope
      #11 bot ↩#10: 这里只查找：高新区/
        
        文件夹：
        · 高新区/（2 个文档）
        · 高新区/人才/（1 个文档）
      #12 Li: /scope
      #13 bot ↩#12: 这里只查找：高新区/
        
        文件夹：
        · 财经/（2 个文档）
        · 高新区/（2 个文档）
        · 高新区/人才/（1 个文档）
        
        设置：/scope 财经/ ，可以写几个；查找全部：/scope all"
    `);
  });

  test("is set by admins only, to folders there are", async () => {
    const { li, wu, forum, said } = openForum();
    await wu.in(forum).says("/scope 财经/");
    expect(await said()).toMatch(/只有管理员/u);
    await li.in(forum).says("/scope 财经/ 体育/");
    expect(await said()).toBe("没有“体育/”这个文件夹，没有改动。");
    expect(await stage.operations.scopes.find({ chatId: forum.id })).toBe(undefined);
    expect(await stage.operations.audit.recent(5)).toEqual([]);
  });

  test("binds a topic apart from its group, and frees both again", async () => {
    const { li, wu, forum, said } = openForum();
    await li.in(forum).says("/scope 高新区/人才/");
    await said();
    await li.in(forum, { topic: "财经" }).says("/scope 财经/ 高新区/");
    expect(await said()).toBe("好的，这里以后只查找：财经/、高新区/");

    await wu.in(forum, { topic: "财经" }).says(bridge);
    expect(await said()).toContain("青石大桥全长860米");
    await wu.in(forum, { topic: "园区" }).says(bridge);
    expect(await said()).toContain("（这里只查找 高新区/人才/）");
    await wu.in(forum).says(bridge);
    expect(await said()).toContain("（这里只查找 高新区/人才/）");

    await li.in(forum).says("/scope all");
    expect(await said()).toBe("好的，这里以后查找全部文档。");
    await wu.in(forum, { topic: "园区" }).says(bridge);
    expect(await said()).toContain("青石大桥全长860米");
  });

  test("keeps what stands outside out of quotes, buttons and the places they also stand in", async () => {
    const { li, wu, forum, said } = openForum();
    const question = "/ask 智造园占地多少亩？";
    await wu.in(forum).says(question);
    expect(await said()).toContain("另见 1 处");
    await li.in(forum).says("/scope 高新区/");
    await said();
    await wu.in(forum).says(question);
    const answer = await forum.nextBotMessage();
    expect(answer.text).toContain("占地320亩");
    expect(answer.text).not.toContain("另见");
    const [kept] = await stage.operations.answers.recent({ chatId: forum.id }, 1);
    expect(JSON.stringify(kept?.answer)).toContain("高新区/");
    expect(JSON.stringify(kept?.answer)).not.toContain("财经/");
  });
});
