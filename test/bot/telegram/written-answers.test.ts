import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compose, type Composition } from "../../../bot/compose.ts";
import { parseConfig } from "../../../bot/config.ts";
import { createLogger } from "../../../bot/logger.ts";
import { draft, numberOf } from "../../support/read-prompt.ts";
import {
  type ChatRequest,
  type ScriptedOpenAi,
  startScriptedOpenAi,
} from "../../support/scripted-openai.ts";
import { openStage, type Stage } from "./open-stage.ts";
import { steadyTranscript } from "./steady-transcript.ts";

const museum = `# 青石县博物馆开馆

本报讯 2021年5月18日，青石县博物馆正式开馆，馆藏文物3200件。博物馆每逢周一闭馆。

首任馆长由文物专家王明担任。
`;

/** The rest of the reply waits for the test. */
interface Writing {
  readonly goOn: () => void;
}

let stage: Stage;
let folder: string;
let server: ScriptedOpenAi;
let composition: Composition;
let writings: Writing[];
beforeEach(async () => {
  stage = await openStage();
  folder = await mkdtemp(join(tmpdir(), "wenju-written-"));
  await mkdir(join(folder, "docs"));
  await writeFile(join(folder, "docs", "museum.md"), museum);
  writings = [];
  server = await startScriptedOpenAi({ chat });
  const config = parseConfig({
    DATA_DIR: join(folder, "data"),
    DOCUMENTS_DIR: join(folder, "docs"),
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_MODEL: "scripted",
    OPENAI_RETRIES: "0",
  });
  composition = await compose(config, createLogger({ level: "silent", secrets: [] }));
  await composition.app.load({});
});
afterEach(async () => {
  await stage.close();
  await composition.app.close();
  await server.close();
  await rm(folder, { recursive: true });
});

function chat(request: ChatRequest) {
  const whole = draft([
    ["青石县博物馆馆藏文物3200件。", numberOf(request, "3200件")],
    ["首任馆长是王明。", numberOf(request, "王明")],
  ]);
  const half = whole.indexOf("},") + 1;
  let goOn = () => {};
  const until = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  writings.push({ goOn });
  async function* pieces() {
    yield whole.slice(0, half);
    await until;
    yield whole.slice(half);
  }
  return { kind: "says", pieces: pieces() } as const;
}

async function ask() {
  stage.start({ app: composition.app, timing: { progressAfterMs: 0 } });
  const ann = stage.telegram.user();
  const room = stage.telegram.privateChat(ann);
  await ann.in(room).says("青石县博物馆有多少件馆藏文物，首任馆长是谁？");
  const shown = await room.nextBotMessage();
  const isHalf = ({ text }: { text?: string }) => text?.startsWith("青石县博物馆馆藏文物") ?? false;
  await room.waitFor(isHalf);
  return { ann, room, shown };
}

describe("an answer that a model writes", () => {
  test("comes statement by statement into the message that becomes it", async () => {
    const { room } = await ask();
    expect(room.transcript()).toMatchInlineSnapshot(`
      "#1 Ann: 青石县博物馆有多少件馆藏文物，首任馆长是谁？
      #2 bot ↩#1 (edited): 青石县博物馆馆藏文物3200件。 [1]
        
        ✍️ 正在写答案，逐句核对原文……
        [ ⏹ 停止 ]"
    `);
    writings[0]?.goOn();
    await room.waitFor(({ reply_markup: buttons }) => JSON.stringify(buttons ?? "").includes("👍"));
    expect(steadyTranscript(room)).toMatchInlineSnapshot(`
      "#1 Ann: 青石县博物馆有多少件馆藏文物，首任馆长是谁？
      #2 bot ↩#1 (edited): 青石县博物馆馆藏文物3200件。 [[1]](…?start=c_<answer>_1_49aaab27ea28974a-5c12935a1f60)
        首任馆长是王明。 [[2]](…?start=c_<answer>_2_49aaab27ea28974a-1b53c34b23d4)
        
        **[[1]](…?start=c_<answer>_1_49aaab27ea28974a-5c12935a1f60) 青石县博物馆开馆 · 2021-05-18 – 2021-07-17（推断）**
        ▌2021年5月18日，青石县博物馆正式开馆，馆藏文物3200件。
        
        **[[2]](…?start=c_<answer>_2_49aaab27ea28974a-1b53c34b23d4) 青石县博物馆开馆 · 2021-05-18 – 2021-07-17（推断）**
        ▌首任馆长由文物专家王明担任。
        [ 📖 1 ] [ 📖 2 ]
        [ 👍 ] [ 👎 ] [ 📋 复制 ⧉ ]"
    `);
  });

  test("ends at the button with what is checked, cited as ever, and opens its source", async () => {
    const { ann, room, shown } = await ask();
    await ann.in(room).taps(shown, "⏹ 停止");
    await room.waitFor(({ text }) => text?.includes("按您的要求停止") ?? false);
    expect(steadyTranscript(room)).toMatchInlineSnapshot(`
      "#1 Ann: 青石县博物馆有多少件馆藏文物，首任馆长是谁？
      #2 bot ↩#1 (edited): 青石县博物馆馆藏文物3200件。 [[1]](…?start=c_<answer>_1_49aaab27ea28974a-5c12935a1f60)
        
        ⏹ 已按您的要求停止，以上是停止前核对过的部分。
        
        **[[1]](…?start=c_<answer>_1_49aaab27ea28974a-5c12935a1f60) 青石县博物馆开馆 · 2021-05-18 – 2021-07-17（推断）**
        ▌2021年5月18日，青石县博物馆正式开馆，馆藏文物3200件。
        [ 📖 1 ]
        [ 👍 ] [ 👎 ] [ 📋 复制 ⧉ ]
        Ann taps ⏹ 停止 → “正在停止……”"
    `);
    await ann.in(room).taps(shown, "📖 1");
    await room.waitFor(({ text }) => text?.startsWith("📖 青石县博物馆开馆") ?? false);
    expect(steadyTranscript(room)).toMatchInlineSnapshot(`
      "#1 Ann: 青石县博物馆有多少件馆藏文物，首任馆长是谁？
      #2 bot ↩#1 (edited): **📖 青石县博物馆开馆**
        museum.md · 2021-05-18 – 2021-07-17（推断：2021年5月18日） · 第1–3句，共3句
        
        ▌2021年5月18日，青石县博物馆正式开馆，馆藏文物3200件。
        
        博物馆每逢周一闭馆。首任馆长由文物专家王明担任。
        [ 文档 ] [ ✕ 返回回答 ]
        Ann taps ⏹ 停止 → “正在停止……”"
    `);
  });
});
