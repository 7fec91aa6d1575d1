import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openOperations } from "../../../bot/operations/open-operations.ts";
import { answerSchema } from "../../../prompts/answering/answer.ts";
import { runHere } from "./run-here.ts";
import { type Finished, runWenju } from "./wenju-process.ts";

const opening = "2021年5月18日，青石县博物馆正式开馆，馆藏文物3200件。";
const museum = `# 青石县博物馆开馆\n\n${opening}博物馆每逢周一闭馆。\n`;
const bridge = "# 青石大桥通车\n\n青石大桥于2019年10月1日建成通车，全长860米。\n";
const askOpening = ["ask", "青石县博物馆哪一年开馆？", "--json"];

const reportSchema = z.object({
  published: z.boolean(),
  added: z.array(z.string()),
  changed: z.array(z.string()),
  failed: z.array(z.object({ path: z.string(), code: z.string(), reason: z.string() })),
  generation: z.object({ number: z.number() }).optional(),
});

const root = await mkdtemp(join(tmpdir(), "wenju cli "));
afterAll(() => rm(root, { recursive: true }));

/** A working folder with documents in `docs`. */
async function folderWith(name: string, documents: Record<string, string>): Promise<string> {
  const folder = join(root, name);
  await mkdir(join(folder, "docs"), { recursive: true });
  for (const [path, text] of Object.entries(documents)) {
    await writeFile(join(folder, "docs", path), text);
  }
  return folder;
}

/** Runs a command on a working folder without a process of its own. */
function runOn(folder: string, words: readonly string[]): Promise<Finished> {
  const places = ["--data", join(folder, "data"), "--documents", join(folder, "docs")];
  return runHere([...words, ...places]);
}

describe("wenju", () => {
  test("loads a folder and answers from it, each in a process of its own", async () => {
    const folder = await folderWith("processes", { "museum.md": museum, "bridge.md": bridge });
    const loaded = await runWenju(["load", "docs", "--json"], { folder });

    expect(loaded.stderr).toContain("reading documents");
    expect(loaded.code).toBe(0);
    expect(reportSchema.parse(JSON.parse(loaded.stdout))).toMatchObject({
      published: true,
      added: ["bridge.md", "museum.md"],
      failed: [],
      generation: { number: 1 },
    });

    const asked = await runWenju(askOpening, { folder });
    expect(asked).toMatchObject({ code: 0, stderr: "" });
    const answer = answerSchema.parse(JSON.parse(asked.stdout));
    const [citation] = answer.kind === "answered" ? answer.citations : [];
    expect(citation).toMatchObject({ n: 1, text: opening, path: "museum.md" });
  });

  test("chats on the sample where there is no token, one answer a line", async () => {
    const folder = await folderWith("fresh", {});
    const input = "南昌高新区2023年营业收入是多少？\n\n南昌高新区面积多大？\n";
    const { code, stdout, stderr } = await runWenju(["start"], { folder, input });

    expect(code).toBe(0);
    expect(stderr).toContain("TELEGRAM_BOT_TOKEN is not set");
    expect(stderr).toContain("Published generation 1");
    expect(stdout.match(/^❯ /gmu)).toHaveLength(2);
    expect(stdout).toMatch(/\[1\]/u);
  });

  test("ends with code 2 where the command is unknown", async () => {
    const folder = await folderWith("usage", {});

    expect(await runWenju(["aks"], { folder })).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("a loaded corpus", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await folderWith("loaded", { "museum.md": museum, "bridge.md": bridge });
    await runOn(folder, ["load"]);
  });

  test("cites sentences that can be shown in their place", async () => {
    const asked = await runOn(folder, askOpening);
    const answer = answerSchema.parse(JSON.parse(asked.stdout));
    const [citation] = answer.kind === "answered" ? answer.citations : [];

    const shown = await runOn(folder, ["show", citation!.sentenceId, "--json"]);
    expect(JSON.parse(shown.stdout)).toMatchObject({
      sentence: { text: opening },
      after: [{ text: "博物馆每逢周一闭馆。" }],
      document: { path: "museum.md" },
    });
    const asText = await runOn(folder, ["show", citation!.sentenceId]);
    expect(asText.stdout).toContain(`│ ${opening}\n  博物馆每逢周一闭馆。`);
    expect(await runOn(folder, ["show", "0-0"])).toMatchObject({ code: 1, stdout: "" });
  });

  test("answers as text, with the score trace where asked", async () => {
    const { stdout } = await runOn(folder, ["ask", "青石大桥全长多少米？", "--explain"]);

    expect(stdout).toContain("│ 青石大桥于2019年10月1日建成通车，全长860米。\n[1] ");
    expect(stdout).toMatch(/^retrieved in \d+ ms/mu);
  });

  test("refuses what it does not hold, with code 0", async () => {
    const { code, stdout } = await runOn(folder, ["ask", "火星上有几个咖啡馆？", "--json"]);

    expect(code).toBe(0);
    expect(answerSchema.parse(JSON.parse(stdout)).kind).toBe("notFound");
  });

  test("takes turns before the question from a file", async () => {
    const turns = join(folder, "turns.json");
    await writeFile(
      turns,
      JSON.stringify([
        ["user", "青石县博物馆哪一年开馆？"],
        ["bot", opening],
      ]),
    );
    const { stdout } = await runOn(folder, ["ask", "那周几闭馆？", "--history", turns]);

    expect(stdout).toContain("│ 博物馆每逢周一闭馆。");
  });

  test("lists its articles in the agreed form", async () => {
    const { code, stdout } = await runOn(folder, ["articles", "museum.md", "--json"]);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        path: "museum.md",
        documentId: expect.stringMatching(/^[0-9a-f]{16}$/u),
        mediaType: "text/markdown",
        articles: [
          {
            title: "青石县博物馆开馆",
            authors: [],
            sections: [],
            sentences: [{ text: opening, spans: [{ start: expect.any(Number) }] }, {}],
          },
        ],
        dropped: expect.any(Array),
      },
    ]);
    expect((await runOn(folder, ["articles"])).stdout).toContain(opening);
    expect(await runOn(folder, ["articles", "nowhere"])).toMatchObject({ code: 1, stdout: "" });
  });

  test("passes the doctor, who never shows a secret", async () => {
    const { code, stdout } = await runHere(["doctor"], {
      environment: {
        OPENAI_API_KEY: "sk-very-secret",
        DOCUMENTS_DIR: join(folder, "docs"),
        DATA_DIR: join(folder, "data"),
      },
    });

    expect(stdout).toMatch(/^✓ corpus: .*full text and vectors/mu);
    expect(stdout).not.toContain("✗");
    expect(stdout).not.toContain("very-secret");
    expect(code).toBe(0);
  });

  test("takes a change in and back again", async () => {
    await writeFile(join(folder, "docs", "museum.md"), museum.replace("3200", "4100"));
    const dry = await runOn(folder, ["load", "--dry-run", "--json"]);
    expect(reportSchema.parse(JSON.parse(dry.stdout))).toMatchObject({
      published: false,
      changed: ["museum.md"],
    });

    expect((await runOn(folder, ["load"])).stdout).toContain("Published generation 2");
    const status = await runOn(folder, ["status", "--json"]);
    expect(JSON.parse(status.stdout)).toMatchObject({
      generation: { number: 2, documents: 2 },
      loading: null,
      embedder: "hashed-1",
      answerer: "extractive",
    });

    const kept = await runOn(folder, ["generations"]);
    expect(kept.stdout).toMatch(/^\* 2 {2}\S+Z {2}terminal \S+ {2}2 documents, .*\n {2}1 {2}/u);
    expect(kept.stdout).toMatch(/\nSpace: in use \d+\.\d MB · older versions \d+\.\d MB .*\n$/u);
    const listed = await runOn(folder, ["generations", "--json"]);
    expect(JSON.parse(listed.stdout)).toMatchObject({
      generations: [{ number: 2, publishedBy: expect.stringMatching(/^terminal/u) }, { number: 1 }],
      space: { servedBytes: expect.any(Number), corpusBytes: expect.any(Number) },
    });

    const differing = await runOn(folder, ["diff"]);
    expect(differing.stdout).toBe(
      "changed museum.md\n" +
        `  - ${opening}\n  + ${opening.replace("3200", "4100")}\n` +
        "From generation 1 to 2: 0 documents added, 1 changed, 0 removed;" +
        " 1 sentences gained, 1 lost\n",
    );
    const backwards = await runOn(folder, ["diff", "2", "1", "--json"]);
    expect(JSON.parse(backwards.stdout)).toMatchObject({
      from: { number: 2 },
      to: { number: 1 },
      changed: 1,
      differences: [{ kind: "changed", path: "museum.md", sentencesGained: [opening] }],
    });
    expect(await runOn(folder, ["diff", "1", "9"])).toMatchObject({ code: 1 });
    expect(await runOn(folder, ["diff", "newest"])).toMatchObject({ code: 2, stdout: "" });

    const back = await runOn(folder, ["rollback", "--json"]);
    expect(JSON.parse(back.stdout)).toMatchObject({ number: 3, rolledBackTo: 1 });
    const asked = await runOn(folder, ["ask", "青石县博物馆馆藏文物多少件？"]);
    expect(asked.stdout).toContain("3200");
    const again = await runOn(folder, ["rollback", "3"]);
    expect(again.stdout).toBe("Generation 3 is served already; nothing was changed.\n");
    const audited = await runOn(folder, ["audit", "--limit", "2"]);
    expect(audited.stdout.replace(/^\S+Z {2}terminal \S+/gmu, "WHEN WHO")).toMatchInlineSnapshot(`
      "WHEN WHO  went back to the content of version 1, published as version 3
      WHEN WHO  loaded, published version 2 (0 added · 1 changed · 0 removed · 0 failed)
      … and 1 more
      "
    `);
    const acts = await runOn(folder, ["audit", "--json"]);
    expect(JSON.parse(acts.stdout)).toMatchObject([
      { act: "rollback", who: expect.stringMatching(/^terminal ./u), details: { to: 1 } },
      { act: "load", details: { generation: 2, changed: 1 } },
      { act: "load", details: { generation: 1 } },
    ]);
    const served = await runOn(folder, ["status"]);
    expect(served.stdout).toMatch(
      /^Generation 3 .*\(content of 1\).*\nPublished by terminal \S+$/mu,
    );
    const further = await runOn(folder, ["rollback"]);
    expect(further).toMatchObject({ code: 1, stdout: "" });
    expect(further.stderr).toContain("nothing to go back to");
  });
});

describe("load", () => {
  test("waits for nobody: while another loads, it says who and since when", async () => {
    const folder = await folderWith("busy", { "museum.md": museum });
    const url = pathToFileURL(join(folder, "data", "operations.db")).href;
    const operations = await openOperations({ url });
    const lease = { name: "corpus", holder: "the other one", durationMs: 60_000 };
    await operations.leases.acquire(lease);
    const refused = await runOn(folder, ["load"]);
    operations.close();

    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/the other one at work since \d{4}-/u);
  });

  test("leaves a line in the audit", async () => {
    const folder = await folderWith("audited", { "museum.md": museum });
    await runOn(folder, ["load", "--force"]);
    const url = pathToFileURL(join(folder, "data", "operations.db")).href;
    const operations = await openOperations({ url });
    const entries = await operations.audit.recent(5);
    operations.close();

    expect(entries).toMatchObject([
      { act: "load", details: { generation: 1, added: 1, force: true } },
    ]);
  });
});

describe("without a corpus", () => {
  test("ask says what to do, and doctor and status are content", async () => {
    const folder = await folderWith("unloaded", { "museum.md": museum });
    const asked = await runOn(folder, askOpening);

    expect(asked).toMatchObject({ code: 1, stdout: "" });
    expect(asked.stderr).toMatch(/^Expected a loaded corpus.*Load/u);
    const status = await runOn(folder, ["status", "--json"]);
    expect(JSON.parse(status.stdout)).toMatchObject({ generation: null, publishedBy: null });
    expect((await runOn(folder, ["audit"])).stdout).toBe("Nothing is recorded yet.\n");
    expect(await runOn(folder, ["doctor"])).toMatchObject({ code: 0 });
  });
});

describe("documents that cannot be loaded", () => {
  test("fail alone, each with its reason", async () => {
    const folder = await folderWith("mixed", {
      "museum.md": museum,
      "empty.txt": "",
      "picture.txt": "\u0000\u0001\u0002PNG\u0000".repeat(500),
    });
    const { code, stdout } = await runOn(folder, ["load", "--json"]);

    expect(code).toBe(0);
    expect(reportSchema.parse(JSON.parse(stdout))).toMatchObject({
      added: ["museum.md"],
      failed: [
        { path: "empty.txt", code: "E_FILE_EMPTY" },
        { path: "picture.txt", code: "E_NOT_TEXT" },
      ],
    });
  });

  test.each([
    ["a missing folder", "missing"],
    ["an empty folder", "docs"],
  ])("end the load with code 1: %s", async (_what, documents) => {
    const folder = await folderWith(`bad ${documents}`, {});
    const { code, stdout, stderr } = await runOn(folder, [
      "load",
      join(folder, documents),
      "--json",
    ]);

    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^Expected .*found/mu);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });
});

describe("broken state", () => {
  test("is told in a line, without a stack", async () => {
    const folder = await folderWith("broken", { "museum.md": museum });
    await runOn(folder, ["load"]);
    const corpus = join(folder, "data", "corpus");
    const entries = await readdir(corpus, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      await writeFile(join(entry.parentPath, entry.name), "garbage");
    }
    const asked = await runOn(folder, askOpening);

    expect(asked).toMatchObject({ code: 1, stdout: "" });
    expect(asked.stderr).toMatch(/^Expected/u);
    expect(asked.stderr).not.toMatch(/^\s+at /mu);
    expect(await runOn(folder, ["doctor"])).toMatchObject({ code: 1 });
  });

  test("of the operational database does not keep it from answering", async () => {
    const folder = await folderWith("broken operations", { "museum.md": museum });
    // A process of its own: the database closes whole with it, and writes nothing over the garbage.
    await runWenju(["load", "--documents", join(folder, "docs")], { folder });
    await rm(join(folder, "data", "operations.db-wal"), { force: true });
    await rm(join(folder, "data", "operations.db-shm"), { force: true });
    await writeFile(join(folder, "data", "operations.db"), "garbage ".repeat(1000));

    expect(await runOn(folder, askOpening)).toMatchObject({ code: 0 });
    const loaded = await runOn(folder, ["load"]);
    expect(loaded).toMatchObject({ code: 1, stdout: "" });
    expect(loaded.stderr).toContain("Expected a libSQL database");
  });
});
