import { access, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../../retrieval/loading/temp-folder.ts";
import { startFakeS3 } from "../../s3/start-fake-s3.ts";
import { runWenju } from "./wenju-process.ts";

test("loads, answers and takes back a corpus that is kept in object storage", async () => {
  const s3 = await startFakeS3();
  const folder = await tempFolder();
  await mkdir(join(folder, "docs"));
  const environment = { ...s3.environment, CORPUS_URI: s3.address };
  const museum = (count: number) => `# 青石县博物馆\n\n青石县博物馆馆藏文物${count}件。\n`;
  const run = (...words: readonly string[]) => runWenju(words, { folder, environment });
  try {
    await writeFile(join(folder, "docs", "museum.md"), museum(3200));
    expect((await run("load", "docs")).stdout).toContain("Published generation 1");
    await writeFile(join(folder, "docs", "museum.md"), museum(4100));
    expect((await run("load", "docs")).stdout).toContain("Published generation 2");
    expect((await run("rollback")).stdout).toContain("with the content of 1");
    expect((await run("ask", "青石县博物馆馆藏文物多少件？")).stdout).toContain("3200");
    await expect(access(join(folder, "data", "corpus"))).rejects.toThrow("ENOENT");
  } finally {
    await s3.close();
  }
}, 60_000);
