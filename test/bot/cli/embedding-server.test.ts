import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { embeds, failsWith, startScriptedOpenAi } from "../../support/scripted-openai.ts";
import { runHere } from "./run-here.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenju-embedding-"));
  await mkdir(join(folder, "docs"));
  await writeFile(join(folder, "docs", "bridge.txt"), "青石大桥于2019年通车，全长860米。\n");
});
afterAll(() => rm(folder, { recursive: true }));

function run(baseUrl: string, ...words: readonly string[]) {
  return runHere(words, {
    environment: {
      OPENAI_BASE_URL: baseUrl,
      OPENAI_EMBEDDING_MODEL: "m",
      DATA_DIR: join(folder, "data"),
      DOCUMENTS_DIR: join(folder, "docs"),
      LOG_LEVEL: "silent",
    },
  });
}

describe("a corpus behind an embedding server", () => {
  test("is loaded with its vectors, and answers when the server is gone", async () => {
    let isWell = true;
    const server = await startScriptedOpenAi({
      embeddings: (request) => (isWell ? embeds(request) : failsWith(401)),
    });
    expect(await run(server.baseUrl, "load")).toMatchObject({ code: 0 });

    const question = ["ask", "青石大桥全长多少米？"] as const;
    const well = await run(server.baseUrl, ...question);
    expect(well).toMatchObject({ code: 0, stderr: "" });
    expect(well.stdout).toContain("全长860米");

    isWell = false;
    const locked = await run(server.baseUrl, ...question);
    expect(locked.stdout).toBe(well.stdout);

    await server.close();
    const gone = await run(server.baseUrl, ...question);
    expect(gone.stdout).toBe(well.stdout);
    expect((await run(server.baseUrl, "load", "--force")).code).toBe(1);
  });
});
