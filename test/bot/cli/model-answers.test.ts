import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Environment } from "../../../bot/config.ts";
import { draft, numberOf } from "../../support/read-prompt.ts";
import {
  type ChatScript,
  failsWith,
  says,
  type ScriptedOpenAi,
  startScriptedOpenAi,
} from "../../support/scripted-openai.ts";
import { runHere } from "./run-here.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenju-model-cli-"));
  await mkdir(join(folder, "docs"));
  await writeFile(
    join(folder, "docs", "bridge.txt"),
    "青石大桥于2019年通车，全长860米。大桥由王小明设计。\n",
  );
  const question = {
    id: "1",
    type: "number",
    question: "青石大桥全长多少米？",
    answers: ["860米"],
  };
  const gold = ["青石大桥于2019年通车，全长860米。"];
  const questions = [
    { ...question, gold },
    { id: "2", type: "unanswerable", question: "青石大桥的票价是多少元？" },
  ];
  await writeFile(
    join(folder, "questions.jsonl"),
    questions.map((line) => JSON.stringify(line)).join("\n"),
  );
  await runHere(["load", join(folder, "docs"), "--data", join(folder, "data")]);
});
afterAll(() => rm(folder, { recursive: true }));

let server: ScriptedOpenAi | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function run(words: readonly string[], chat: ChatScript, environment: Environment = {}) {
  server = await startScriptedOpenAi({ chat });
  return runHere([...words, "--data", join(folder, "data"), "--documents", join(folder, "docs")], {
    environment: {
      OPENAI_BASE_URL: server.baseUrl,
      OPENAI_API_KEY: "sk-secret-key-of-the-test",
      OPENAI_MODEL: "scripted",
      OPENAI_RETRIES: "0",
      LOG_LEVEL: "silent",
      ...environment,
    },
  });
}

const bridge: ChatScript = (request) =>
  says(
    draft([
      ["青石大桥全长860米。", numberOf(request, "860米")],
      ["青石大桥全长980米。", numberOf(request, "860米")],
    ]),
  );

const question = "青石大桥全长多少米？";

describe("ask, with a model", () => {
  test("shows what passed, its source, and that something was left out", async () => {
    const { code, stdout } = await run(["ask", question], bridge);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "青石大桥全长860米。 [1]

      [1] bridge.txt
      │ 青石大桥于2019年通车，全长860米。

      另有 1 句没有通过与原文的核对，已略去。
      "
    `);
  });

  test("explains every verdict", async () => {
    const { stdout } = await run(["ask", question, "--explain"], bridge);
    expect(stdout).toMatch(
      /written by scripted, prompt 1, form schema, 2 requests, 200 \+ 40 tokens/u,
    );
    expect(stdout).toMatch(/✓ 青石大桥全长860米。 #1/u);
    expect(stdout).toMatch(/✗ 青石大桥全长980米。 #1\n {4}figure “980米”/u);
    expect(stdout).toMatch(/✗ mended: 青石大桥全长980米。/u);
  });

  test("gives the same as JSON", async () => {
    const { stdout } = await run(["ask", question, "--explain", "--json"], bridge);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: "answered",
      answerer: "scripted",
      leftOut: 1,
      writing: { promptVersion: "1", drafts: [{ supported: true }, {}, {}, {}] },
    });
  });

  test("says that the sentences stand in where the model cannot be reached", async () => {
    const { code, stdout, stderr } = await run(["ask", question], () => failsWith(401), {
      LOG_LEVEL: "debug",
    });
    expect(code).toBe(0);
    expect(stdout).toContain("│ 青石大桥于2019年通车，全长860米。");
    expect(stdout).toContain("写答案的模型暂时用不了，这里直接摘录原文。");
    expect(stdout + stderr).not.toContain("sk-secret");
  });

  test("stops asking the model when the day's tokens are spent", async () => {
    const spent = { OPENAI_TOKENS_PER_DAY: "100" };
    const { stdout } = await run(["ask", question], bridge, spent);
    expect(stdout).toContain("今天的模型用量已经用完");
    expect(server?.chats).toEqual([]);
  });

  test("leaves the model alone where the settings say so", async () => {
    const { stdout } = await run(["ask", question], bridge, { ANSWERER: "extractive" });
    expect(stdout).not.toContain("模型");
    expect(server?.chats).toEqual([]);
  });
});

describe("eval --answerer model", () => {
  const evaluate = (...words: readonly string[]) => [
    "eval",
    "--questions",
    join(folder, "questions.jsonl"),
    "--answerer",
    "model",
    ...words,
  ];
  const knowing: ChatScript = (request) =>
    request.messages[1]?.content.includes("票价") === true ? says(draft([])) : bridge(request, 1);

  test("records model, prompt, tokens and seconds beside the figures", async () => {
    const { code, stdout } = await run(evaluate("--json"), knowing);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      questions: 2,
      cited: 1,
      right: 1,
      refusedUnanswerable: 1,
      verbatim: 1,
      writing: {
        model: "scripted",
        promptVersion: "1",
        requests: expect.any(Number),
        promptTokens: expect.any(Number),
        completionTokens: expect.any(Number),
        seconds: expect.any(Number),
        statements: 2,
        stopped: 1,
        mended: 0,
        degraded: {},
      },
    });
  });

  test("counts the tokens of follow-ups that the model writes out", async () => {
    const rewritten = "青石大桥是谁设计的？";
    const followUps = [
      { history: [["user", question]], question: "谁设计的？", gold: ["大桥由王小明设计。"] },
      { question: "青石大桥哪年通车？", gold: ["青石大桥于2019年通车，全长860米。"] },
    ];
    await writeFile(
      join(folder, "follow-ups.jsonl"),
      followUps.map((line, at) => JSON.stringify({ id: String(at), ...line })).join("\n"),
    );
    const chat: ChatScript = (request) => {
      const prompt = request.messages[1]?.content ?? "";
      if (prompt.includes("<<<HISTORY ")) return says(JSON.stringify({ question: rewritten }));
      const words = prompt.includes(rewritten) ? "王小明" : "2019年";
      const text = prompt.includes(rewritten) ? "大桥由王小明设计。" : "青石大桥于2019年通车。";
      return says(draft([[text, numberOf(request, words)]]));
    };
    const words = ["eval", "--questions", join(folder, "follow-ups.jsonl"), "--answerer", "model"];
    const { stdout } = await run([...words, "--json"], chat);
    expect(JSON.parse(stdout)).toMatchObject({
      cited: 1,
      writing: { questions: 2, requests: 2, promptTokens: 200, completionTokens: 40 },
      rewriting: {
        model: "scripted",
        questions: 1,
        used: 1,
        promptTokens: 100,
        completionTokens: 20,
      },
    });
    await server?.close();
    const table = await run(words, chat);
    expect(table.stdout).toMatch(
      /follow-ups written out by scripted, .*: 1, 1 of them used, 100 \+ 20/u,
    );
  });

  test("counts the questions that the model could not answer", async () => {
    const { stdout } = await run(evaluate(), () => failsWith(500));
    expect(stdout).toMatch(/sentences instead: model-unavailable \d/u);
  });

  test("wants a model to be set", async () => {
    const { code, stderr } = await run(evaluate(), knowing, { OPENAI_MODEL: "" });
    expect(code).toBe(2);
    expect(stderr).toContain("OPENAI_MODEL");
  });
});

describe("doctor, with a model", () => {
  test("is content with one whose answer passes", async () => {
    const { stdout } = await run(["doctor"], () => says(draft([["青石大桥全长1260米。", 1]])));
    expect(stdout).toMatch(/✓ model: scripted writes answers that pass the check/u);
    expect(stdout).not.toContain("sk-secret");
  });

  test.each([
    ["lies", says(draft([["青石大桥全长999米。", 1]]))],
    ["is not let in", failsWith(401)],
  ] as const)("warns of one that %s", async (_, reply) => {
    const { code, stdout } = await run(["doctor"], () => reply);
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ model: /u);
  });
});
