import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { openOperations } from "../../../bot/operations/open-operations.ts";
import { tempFolder, writeFiles } from "../../retrieval/loading/temp-folder.ts";
import { makeNotFound } from "../telegram/make-answer.ts";
import { runHere } from "./run-here.ts";

const bridge = "大桥通车\n\n青石大桥全长860米，2019年10月1日建成通车。\n";
const asks = "青石大桥全长多少米？";

let folder: string;
beforeAll(async () => {
  folder = await tempFolder();
  await mkdir(join(folder, "docs"));
  await writeFiles(join(folder, "docs"), { "bridge.txt": bridge });
  await run("load");
});

function run(...words: readonly string[]) {
  const places = ["--data", join(folder, "data"), "--documents", join(folder, "docs")];
  return runHere([...words, ...places]);
}

function writeGolden(...lines: readonly object[]): Promise<void> {
  const text = lines.map((line) => JSON.stringify(line)).join("\n");
  return writeFile(join(folder, "docs", "golden.jsonl"), text);
}

describe("check", () => {
  test("ends well where answers are as expected", async () => {
    await writeGolden({ id: "1", question: asks, answers: ["860米"] });
    expect(await run("check")).toMatchObject({
      code: 0,
      stdout: "0 worse · 0 changed · 0 better · 1 the same\n",
    });
  });

  test("ends with 1 where one is worse, and says which and why", async () => {
    await writeGolden(
      { id: "1", question: asks, answers: ["990米"] },
      { id: "2", question: "云溪隧道全长多少米？", type: "unanswerable" },
    );
    const { code, stdout, stderr } = await run("check");
    expect(code).toBe(1);
    expect(stdout).toContain(`❌ ${asks}\n　worse · the answer lacks what it should say\n`);
    expect(stderr).toContain("found 1 of 2");
    const { stdout: json } = await run("check", "--json");
    expect(JSON.parse(json)).toMatchObject([
      {
        question: { question: asks },
        verdict: "worse",
        isMet: false,
        after: { kind: "answered", sentences: [{ path: "bridge.txt" }] },
        why: "otherWords",
      },
      { verdict: "same", isMet: true },
    ]);
  });
});

describe("load", () => {
  test("ends with 1 where a golden question holds it back, and goes on with --force", async () => {
    await writeGolden({ id: "1", question: asks, answers: ["860米"] });
    await writeFiles(join(folder, "docs"), { "bridge.txt": bridge.replace("860", "870") });
    const held = await run("load");
    expect(held.code).toBe(1);
    expect(held.stdout).toContain(asks);
    expect(held.stderr).toContain("found 1 of 1");
    expect((await run("ask", asks)).stdout).toContain("860米");
    expect(await run("load", "--force")).toMatchObject({ code: 0 });
    expect((await run("ask", asks)).stdout).toContain("870米");
    await writeFiles(join(folder, "docs"), { "bridge.txt": bridge });
    expect(await run("load")).toMatchObject({ code: 0 });
  });
});

describe("unanswered", () => {
  test("lists what was asked in vain, with what the documents say by now", async () => {
    const nothing = await run("unanswered");
    expect(nothing.stdout).toBe(
      "Within 30 days every question was answered, and no answer voted down.\n",
    );
    const { href: url } = pathToFileURL(join(folder, "data", "operations.db"));
    const operations = await openOperations({ url });
    const kept = { chatId: 77_001, userId: 77_001, question: asks };
    await operations.answers.save({ ...kept, answer: makeNotFound({ question: asks }) });
    operations.close();
    const { code, stdout } = await run("unanswered", "--days", "7");
    expect(code).toBe(0);
    expect(stdout).toContain(`${asks}\n  asked 1×: 1 refused, 0 voted down; last `);
    expect(stdout).toContain("The documents answer it by now:\n  > 青石大桥全长860米");
    const { stdout: json } = await run("unanswered", "--json");
    expect(JSON.parse(json)).toMatchObject([
      { question: asks, count: 1, now: { isAnswered: true } },
    ]);
    expect(stdout + json).not.toContain("77001");
  });

  test.each([
    ["--days", "0"],
    ["--limit", "some"],
  ])("refuses %s %s as wrong usage", async (...words) => {
    expect(await run("unanswered", ...words)).toMatchObject({ code: 2 });
  });
});
