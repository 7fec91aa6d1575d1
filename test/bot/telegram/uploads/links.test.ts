import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { drawn, openUploadStage, type UploadStage } from "./open-upload-stage.ts";

const index = "✅ 收入文档";
const question = "青石大桥全长多少米？";

function page(metres: number): string {
  return `<html><head><title>大桥通车</title></head><body><article><h1>大桥通车</h1>
<p>青石大桥全长${metres}米，2019年10月1日建成通车。</p></article></body></html>`;
}

let on: UploadStage;
let pages: Map<string, string>;
let origin: string;
let port: number;
let server: ReturnType<typeof createServer>;
beforeEach(async () => {
  pages = new Map([["/news/bridge", page(860)]]);
  server = createServer((request, response) => {
    if (request.url === "/inside") {
      response.writeHead(302, { location: "http://169.254.169.254/latest/" }).end();
      return;
    }
    const body = pages.get(request.url ?? "");
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  port = typeof address === "object" ? (address?.port ?? 0) : 0;
  origin = `http://127.0.0.1:${port}`;
  on = await openUploadStage({ allowedAddresses: [{ address: "127.0.0.1", port }] });
});
afterEach(async () => {
  await on.close();
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

async function answerText(): Promise<string> {
  return (await on.chat.answerTo(await on.says.says(question))).text ?? "";
}

describe("an address sent by an admin", () => {
  test("is fetched, indexed at a press, and fetched again when it changed", async () => {
    await on.start();
    await on.says.says(`${origin}/news/bridge`);
    const card = await drawn(on.chat);
    const place = `links/127.0.0.1_${port}/news/bridge.html`;
    expect(card.text).toContain(`→ ${place}（新文档）`);
    expect(card.text).toMatch(new RegExp(`🔗 ${origin}/news/bridge · 取于 \\d{4}-`, "u"));
    await on.says.taps(card, index);
    await drawn(on.chat, /✅ 已收入/u);
    expect(await answerText()).toContain("全长860米");

    const unchanged = await on.chat.answerTo(await on.says.says("/refresh"));
    await drawn(on.chat, /查看了 1 个网页：0 个有变化/u);
    pages.set("/news/bridge", page(910));
    const refreshed = await on.chat.answerTo(await on.says.says("/refresh bridge"));
    expect(refreshed.message_id).not.toBe(unchanged.message_id);
    const again = await drawn(on.chat, /替换现有文档：\+1 −1 句/u);
    await on.says.taps(again, index);
    await drawn(on.chat, /✅ 已收入文档（第 3 版）/u);
    expect(await answerText()).toContain("全长910米");
  });

  test("is told when it no longer opens", async () => {
    await on.start();
    await on.says.says(`${origin}/news/bridge`);
    await on.says.taps(await drawn(on.chat), index);
    await drawn(on.chat, /✅ 已收入/u);
    pages.clear();
    await on.says.says("/refresh");
    const told = await drawn(on.chat, /1 个打不开/u);
    expect(told.text).toContain(`${origin}/news/bridge：这个地址打不开`);
  });

  test("is looked after by itself where that is wanted; admins hear of changes alone", async () => {
    const calm = await on.start();
    await on.says.says(`${origin}/news/bridge`);
    await on.says.taps(await drawn(on.chat), index);
    await drawn(on.chat, /✅ 已收入/u);
    await calm.stop();
    const told = on.chat.botMessages.length;
    await on.start({ refreshEveryMs: 20 });
    pages.set("/news/bridge", page(910));
    const changed = await drawn(on.chat, /👁 按设定重新取来了网页：\n\n✅ 已收入文档（第 3 版）/u);
    expect(changed.text).toContain("news/bridge.html · 1 篇文章 · 1 句");
    expect(await answerText()).toContain("全长910米");
    pages.clear();
    await drawn(on.chat, /1 个打不开/u);
    await answerText();
    await answerText();
    // The change, the page that is gone, and three answers.
    expect(on.chat.botMessages).toHaveLength(told + 5);
  });

  test("inside this house is not fetched, nor one that leads there", async () => {
    await on.start();
    await on.says.says(`http://127.0.0.1:1/\n${origin}/inside\n${origin}/news/bridge`);
    const card = await drawn(on.chat);
    expect(card.text).toContain("收到 3 个文件，其中 2 个不能收入");
    expect(card.text?.match(/这个地址不能取/gu)).toHaveLength(2);
    await on.says.taps(card, index);
    await drawn(on.chat, /3 个文件收入了 1 个/u);
    expect(await answerText()).toContain("全长860米");
  });

  test("in a question stays a question", async () => {
    await on.start();
    expect(
      (
        await on.chat.answerTo(
          await on.says.says(`${origin}/news/bridge 青石县博物馆馆藏文物多少件？`),
        )
      ).text,
    ).not.toContain("📥");
    expect(await on.stage.operations.uploads.inState("staged")).toEqual([]);
  });
});
