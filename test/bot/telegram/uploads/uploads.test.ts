import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { packArchive } from "../../../../corpus/archives/pack-archive.ts";
import { steadyTranscript } from "../steady-transcript.ts";
import {
  bridge,
  drawn,
  museum,
  openUploadStage,
  textFile,
  type UploadStage,
} from "./open-upload-stage.ts";

const bridgeQuestion = "青石大桥全长多少米？";
const museumQuestion = "青石县博物馆馆藏文物多少件？";
const index = "✅ 收入文档";
const discard = "✕ 丢弃";

let on: UploadStage;
beforeEach(async () => {
  on = await openUploadStage();
});
afterEach(() => on.close());

function steady(): string {
  return steadyTranscript(on.chat).replaceAll(/\d{4}-\d\d-\d\d(?=\/)/gu, "DAY");
}

async function asked(question: string) {
  return on.chat.answerTo(await on.says.says(question));
}

async function staged(): Promise<readonly string[]> {
  return readdir(join(on.dataFolder, "uploads", "staged")).catch(() => []);
}

describe("a document sent by an admin", () => {
  test("becomes a card, is indexed at a press, and is asked and cited at once", async () => {
    await on.start();
    await on.says.uploads(textFile("bridge.txt", bridge));
    const card = await drawn(on.chat);
    expect((await asked(bridgeQuestion)).text).not.toContain("860");
    await on.says.taps(card, index);
    await drawn(on.chat, /✅ 已收入/u);
    const answer = await asked(bridgeQuestion);
    expect(answer.text).toContain("青石大桥全长860米");
    expect(steady()).toMatchInlineSnapshot(`
      "#1 Li: 📎 bridge.txt
      #2 bot ↩#1 (edited): ✅ 已收入文档（第 2 版）
        
        📄 uploads/DAY/bridge.txt · 1 篇文章 · 1 句
        
        现在可以问：《大桥通车》
        Li taps ✅ 收入文档 → “正在收入……”
      #3 Li: 青石大桥全长多少米？
      #4 bot ↩#3: 文档里有相关内容，但没有以“米”计的数字。
        最接近的原句：
        
        **[[1]](…?start=c_<answer>_1_238a2dce762349ae-d8532b07c477) 博物馆开馆**
        ▌青石县博物馆2021年5月18日开馆，馆藏文物3200件。
        [ 📖 1 ]
        [ 👍 ] [ 👎 ]
        [ 🔔 有答案时告诉我 ]
        [ ⭐ 本来就该找不到 ]
      #5 Li: 青石大桥全长多少米？
      #6 bot ↩#5: ▌青石大桥全长860米，2019年10月1日建成通车。
        [[1]](…?start=c_<answer>_1_dfe40bb37a15a9e4-a4629395285d) 大桥通车
        [ 📖 1 ]
        [ 👍 ] [ 👎 ] [ 📋 复制 ⧉ ]
        [ ⭐ 设为标准题 ]"
    `);
    await expect.poll(staged).toEqual([]);
    expect(await on.stage.operations.audit.recent(1)).toMatchObject([
      {
        who: `telegram ${on.li.id}`,
        act: "upload",
        details: { files: 1, taken: 1, generation: 2, published: true },
      },
    ]);
  });

  test("replaces the document of its name, and says by how many sentences", async () => {
    await on.start();
    await on.says.uploads(textFile("museum.txt", museum.replace("3200件", "4100件")));
    const card = await drawn(on.chat);
    expect(card.text).toContain("→ local/museum.txt（替换现有文档：+1 −1 句）");
    await on.says.taps(card, index);
    await drawn(on.chat, /✅ 已收入/u);
    expect((await asked(museumQuestion)).text).toContain("馆藏文物4100件");
    // The folder of the documents is somebody else's, and stays as it is.
    const own = await readFile(join(on.documentsFolder, "local/museum.txt"), "utf8");
    expect(own).toBe(museum);
  });

  test("tells that the very same document is there already", async () => {
    await on.start();
    await on.says.uploads(textFile("museum.txt", museum));
    expect((await drawn(on.chat)).text).toContain("与现有文档完全相同");
    await on.says.uploads(textFile("copy.txt", museum));
    const copy = await drawn(on.chat, /copy/u);
    expect(copy.text).toContain("相同的文件已经在 local/museum.txt");
  });

  test("is gone when it is discarded, and no button works twice", async () => {
    await on.start();
    await on.says.uploads(textFile("bridge.txt", bridge));
    const card = await drawn(on.chat);
    await on.says.taps(card, discard);
    await drawn(on.chat, /🗑 已丢弃 1 个文件/u);
    expect(await staged()).toEqual([]);
    expect(await on.stage.operations.audit.recent(1)).toMatchObject([{ act: "discard upload" }]);
    expect(await on.composition.app.documents("uploads")).toEqual([]);
  });

  test("goes where its caption says, or where a folder is chosen", async () => {
    await on.start();
    await on.says.uploads({ ...textFile("bridge.txt", bridge), caption: "Local" });
    expect((await drawn(on.chat, /bridge/u)).text).toContain("→ local/bridge.txt（新文档）");
    await on.says.uploads({ ...textFile("road.txt", bridge), caption: "roads/2019/" });
    expect((await drawn(on.chat, /road\.txt/u)).text).toContain("→ roads/2019/road.txt（新文档）");
    await on.says.uploads({ ...textFile("rail.txt", bridge), caption: "随便写的" });
    const card = await drawn(on.chat, /rail/u);
    expect(card.text).toContain("说明“随便写的”不是已有的文件夹");

    await on.says.taps(card, "📁 换文件夹");
    const folders = await on.chat.waitFor(({ text }) => text === "放进哪个文件夹？");
    await on.says.taps(folders, "📁 local");
    const moved = await drawn(on.chat, /→ local\/rail\.txt/u);
    await on.says.taps(moved, index);
    await drawn(on.chat, /✅ 已收入/u);
    expect((await on.composition.app.documents("local")).map(({ path }) => path)).toEqual([
      "local/museum.txt",
      "local/rail.txt",
    ]);
  });

  test("comes back where it was removed, and until then nothing tells of it", async () => {
    const path = "local/museum.txt";
    const removedBy = "telegram 1";
    await on.stage.operations.removedDocuments.add({
      path,
      contentHash: undefined,
      removedBy,
      removedAt: new Date(),
    });
    await on.start();
    await on.says.uploads({ ...textFile("museum.txt", museum), caption: "local/" });
    const card = await drawn(on.chat);
    expect(card.text).toContain("→ local/museum.txt（新文档）");
    expect(card.text).not.toContain("相同");
    expect((await asked(museumQuestion)).text).not.toContain("3200");
    await on.says.taps(card, index);
    await drawn(on.chat, /✅/u);
    expect((await asked(museumQuestion)).text).toContain("馆藏文物3200件");
  });

  test("has its question answered where its caption asks one", async () => {
    await on.start();
    await on.says.sendsPhoto({ caption: museumQuestion });
    await on.chat.waitFor(({ text = "" }) => text.includes("馆藏文物3200件"));
    await on.stage.telegram.idle({ quietMs: 50 });
    expect(on.chat.botMessages).toHaveLength(1);
  });

  test("over 20 MB is told the ways that are left, and is not downloaded", async () => {
    await on.start();
    await on.says.uploads({ name: "scan.pdf", sizeBytes: 21 * 1024 * 1024 });
    const card = await drawn(on.chat);
    expect(card.text).toContain("超过 20 MB");
    expect(card.text).toContain("没有可以收入的文件");
    expect(card.reply_markup).toBe(undefined);
  });

  test("is indexed once, however often it is pressed", async () => {
    await on.start();
    await on.says.uploads(textFile("bridge.txt", bridge));
    const card = await drawn(on.chat);
    const answers = await Promise.all([
      on.says.taps(card, index),
      on.says.taps(card, index),
      on.says.taps(card, discard),
    ]);
    await drawn(on.chat, /✅ 已收入/u);
    const texts = answers.map(({ text }) => text);
    expect(texts.filter((text) => text === "已经决定过了。")).toHaveLength(2);
    await expect.poll(() => on.stage.operations.audit.count()).toBe(1);
    expect((await asked(bridgeQuestion)).text).toContain("860米");
  });
});

describe("an album", () => {
  test("of ten is one card; three broken ones are told, and the other seven indexed", async () => {
    await on.start();
    const good = Array.from({ length: 7 }, (_, n) =>
      textFile(
        `city-${n}.txt`,
        `第${n}座城市\n\n第${n}座城市有居民${n + 1}23万人，面积${n}40平方公里。\n`,
      ),
    );
    const broken = [
      { name: "half.pdf", bytes: Buffer.from("%PDF-1.7 torn") },
      { name: "empty.txt", bytes: Buffer.from(" \n\n"), mimeType: "text/plain" },
      { name: "clip.rar", bytes: Buffer.from("Rar!\u001a\u0007 packed") },
    ];
    await on.says.sendsAlbum([...good.slice(0, 3), ...broken, ...good.slice(3)], {
      caption: "cities/",
    });
    const card = await drawn(on.chat);
    expect(card.text).toContain("收到 10 个文件，其中 3 个不能收入");
    expect(on.chat.botMessages).toHaveLength(1);
    await on.says.taps(card, index);
    await drawn(on.chat, /⚠️ 10 个文件收入了 7 个/u);
    expect(steady()).toMatchInlineSnapshot(`
      "#1 Li: 📎 city-0.txt
        cities/
      #2 Li: 📎 city-1.txt
      #3 Li: 📎 city-2.txt
      #4 Li: 📎 half.pdf
      #5 Li: 📎 empty.txt
      #6 Li: 📎 clip.rar
      #7 Li: 📎 city-3.txt
      #8 Li: 📎 city-4.txt
      #9 Li: 📎 city-5.txt
      #10 Li: 📎 city-6.txt
      #11 bot ↩#1 (edited): ⚠️ 10 个文件收入了 7 个（第 2 版）
        
        📄 cities/city-0.txt · 1 篇文章 · 1 句
        📄 cities/city-1.txt · 1 篇文章 · 1 句
        📄 cities/city-2.txt · 1 篇文章 · 1 句
        ⚠️ half.pdf：这个文件已经损坏。
        ⚠️ empty.txt：这个文件是空的。
        ⚠️ clip.rar：还不支持这种文件格式。
        📄 cities/city-3.txt · 1 篇文章 · 1 句
        📄 cities/city-4.txt · 1 篇文章 · 1 句
        📄 cities/city-5.txt · 1 篇文章 · 1 句
        📄 cities/city-6.txt · 1 篇文章 · 1 句
        
        现在可以问：《第0座城市》 《第1座城市》 《第2座城市》
        Li taps ✅ 收入文档 → “正在收入……”"
    `);
    expect((await asked("第5座城市有居民多少万人？")).text).toContain("623万人");
  });

  test("keeps files of one name apart", async () => {
    await on.start();
    await on.says.sendsAlbum([textFile("a.txt", bridge), textFile("a.txt", museum)], {
      caption: "same/",
    });
    const card = await drawn(on.chat);
    await on.says.taps(card, index);
    await drawn(on.chat, /✅ 已收入/u);
    expect((await on.composition.app.documents("same")).map(({ path }) => path)).toEqual([
      "same/a (2).txt",
      "same/a.txt",
    ]);
  });
});

describe("an archive", () => {
  test("is looked into, and its good files are indexed", async () => {
    await on.start();
    const bytes = packArchive([
      { name: "bridge.txt", bytes: Buffer.from(bridge) },
      { name: "torn.pdf", bytes: Buffer.from("%PDF-1.7 torn") },
    ]);
    await on.says.uploads({ name: "news.zip", bytes, mimeType: "application/zip" });
    const card = await drawn(on.chat);
    expect(card.text).toMatch(/→ uploads\/[-\d]+\/news\.zip（新文档）/u);
    expect(card.text).toContain("压缩包里有 1 个文件读不了");
    await on.says.taps(card, index);
    await drawn(on.chat, /✅ 已收入/u);
    expect((await asked(bridgeQuestion)).text).toContain("860米");
  });
});

describe("an editor", () => {
  test("sends documents into the own folder, and into no other", async () => {
    const mo = on.stage.telegram.user({ firstName: "Mo", languageCode: "en" });
    const chat = on.stage.telegram.privateChat(mo);
    await on.start({ editors: [{ userId: mo.id, folder: "desk" }] });
    await mo.in(chat).uploads({ ...textFile("bridge.txt", bridge), caption: "local/" });
    const card = await drawn(chat);
    expect(card.text).toMatch(/→ desk\/uploads\/[-\d]+\/bridge\.txt \(new\)/u);
    expect(card.text).toContain("You may not change the folder local");
    await mo.in(chat).uploads(textFile("museum.txt", museum.replace("3200", "1")));
    expect((await drawn(chat, /museum/u)).text).toMatch(/→ desk\/uploads\/[-\d]+\/museum\.txt/u);
    await mo.in(chat).taps(card, "✅ Index");
    await drawn(chat, /✅ Taken into the documents/u);
    expect(await on.composition.app.documents("desk")).toHaveLength(1);
  });
});

describe("a stranger", () => {
  test("sends documents, photos and addresses as before: nothing is taken in", async () => {
    await on.start();
    const wu = on.stage.telegram.user({ firstName: "Wu" });
    const chat = on.stage.telegram.privateChat(wu);
    const group = on.stage.telegram.group({ title: "Desk", members: [wu, on.li] });
    await wu.in(chat).uploads(textFile("bridge.txt", bridge));
    expect((await chat.nextBotMessage()).text).toContain("我只看得懂文字");
    await wu.in(chat).says("https://example.com/page");
    expect((await chat.nextBotMessage()).text).not.toContain("📥");
    await wu.in(group).uploads(textFile("bridge.txt", bridge));
    await on.li.in(group).uploads(textFile("bridge.txt", bridge));
    await on.stage.telegram.idle({ quietMs: 50 });
    expect(group.botMessages).toEqual([]);
    expect(await staged()).toEqual([]);
    expect(await on.stage.operations.uploads.inState("staged")).toEqual([]);
  });
});
