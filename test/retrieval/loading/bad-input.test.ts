import { rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CorpusLimits, defaultLimits } from "../../../corpus/limits.ts";
import { createWorkerReader } from "../../../corpus/reading/create-worker-reader.ts";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import type { CorpusStore } from "../../../retrieval/corpus-store.ts";
import type { LoadProgress, LoadReport } from "../../../retrieval/load-report.ts";
import { loadCorpus } from "../../../retrieval/load-corpus.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import { makePipe } from "../../corpus/sources/make-pipe.ts";
import { createSmallEmbedder } from "./small-embedder.ts";
import { tempFolder, writeFiles } from "./temp-folder.ts";

const lake = "湖水很清，我们在那里看到了很多鱼。";
/** The same in GB18030. */
const lakeInGb18030 = Buffer.from(
  "baf5cbaebadcc7e5a3acced2c3c7d4dac4c7c0efbfb4b5bdc1cbbadcb6e0d3e3a1a3".replace("baf5", "bafe"),
  "hex",
);
const megabyte = 1024 * 1024;

describe("loadCorpus of bad input", () => {
  let folder: string;
  let store: CorpusStore;

  beforeEach(async () => {
    folder = await tempFolder();
    store = await openLanceStore({ folder: await tempFolder() });
    await writeFiles(folder, { "good.txt": lake });
  });
  afterEach(() => store.close());

  async function load(
    limits: Partial<CorpusLimits> = {},
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<LoadReport> {
    const all = { ...defaultLimits, ...limits };
    const reader = createWorkerReader(all);
    try {
      return await loadCorpus({
        source: openFolder(folder, { limits: all }),
        store,
        embedder: createSmallEmbedder(),
        reader,
        onProgress,
      });
    } finally {
      await reader.close();
    }
  }

  function reasons({ failed }: LoadReport): Readonly<Record<string, string>> {
    return Object.fromEntries(failed.map(({ path, code, reason }) => [path, `${code} ${reason}`]));
  }

  /** What can be cited, by path. */
  async function served(): Promise<Readonly<Record<string, string>>> {
    const snapshot = await store.snapshot();
    try {
      const content: Record<string, string> = {};
      for (const { id, path } of await snapshot.listDocuments()) {
        const articles = (await snapshot.document(id))?.articles ?? [];
        const sentences = articles.flatMap((article) => article.sentences);
        content[path] = sentences.map(({ text }) => text).join("");
      }
      return content;
    } finally {
      snapshot.close();
    }
  }

  test("fails each bad file alone, for a reason a person understands", async () => {
    await writeFiles(folder, {
      "a/empty.txt": "",
      "a/mark-only.txt": "\ufeff",
      "a/blank.txt": " \n\u3000\n",
      "a/marks-only.txt": "……——！！",
      "a/zeros.txt": new Uint8Array(4096),
      "a/zero-within.txt": `${lake}\0${lake}`,
      "a/program.txt": new Uint8Array(Buffer.from("7f454c460201010000000000", "hex")),
      "a/noise.txt": Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) % 256),
      "a/sheet.xls": new Uint8Array(Buffer.from("d0cf11e0a1b11ae10000", "hex")),
      "a/photo.txt": new Uint8Array(Buffer.from("474946383961", "hex")),
    });
    makePipe(join(folder, "a/pipe.txt"));
    symlinkSync("/etc/passwd", join(folder, "a/outside.txt"));
    writeFileSync(join(folder, "a/vast.txt"), "");
    truncateSync(join(folder, "a/vast.txt"), 200 * megabyte);

    const report = await load();
    expect(reasons(report)).toEqual({
      "a/empty.txt": expect.stringMatching(/^E_FILE_EMPTY Expected text, found an empty file/u),
      "a/mark-only.txt": expect.stringMatching(/^E_FILE_EMPTY .*nothing but white space/u),
      "a/blank.txt": expect.stringMatching(/^E_FILE_EMPTY .*nothing but white space/u),
      "a/marks-only.txt": expect.stringMatching(/^E_FILE_EMPTY Expected at least one sentence/u),
      "a/zeros.txt": expect.stringMatching(/^E_NOT_TEXT Expected text in UTF-8, .*found zero/u),
      "a/zero-within.txt": expect.stringMatching(/^E_NOT_TEXT .*found zero bytes/u),
      "a/program.txt": expect.stringMatching(/^E_FORMAT_UNSUPPORTED .*found a program in a/u),
      "a/noise.txt": expect.stringMatching(/^E_NOT_TEXT .*text in none of them\. Save/u),
      "a/sheet.xls": expect.stringMatching(/^E_FORMAT_UNSUPPORTED .*an old Microsoft Office/u),
      "a/photo.txt": expect.stringMatching(/^E_FORMAT_UNSUPPORTED .*found a GIF image/u),
      "a/pipe.txt": expect.stringMatching(/^E_FILE_UNREADABLE .*found a pipe/u),
      "a/outside.txt": expect.stringMatching(/^E_FILE_UNREADABLE .*leads out of it/u),
      "a/vast.txt": expect.stringMatching(
        /^E_FILE_TOO_LARGE Expected at most 100 MB \(the limit maxBytes\), found 200 MB in a/u,
      ),
    });
    expect(await served()).toEqual({ "good.txt": lake });
  });

  test("reads what was damaged on its way", async () => {
    await writeFiles(folder, {
      "mixed.txt": Buffer.concat([Buffer.from(`${lake}\n`), lakeInGb18030]),
      "cut.txt": Buffer.from(`\ufeff${lake}`, "utf16le").subarray(0, -1),
    });

    expect((await load()).failed).toEqual([]);
    expect(await served()).toEqual({
      "good.txt": lake,
      "mixed.txt": `${lake}${lake}`,
      "cut.txt": lake.slice(0, -1),
    });
  });

  test("a file that goes away or shrinks while others are read fails or loads alone", async () => {
    await writeFiles(folder, { "gone.txt": lake, "shrinks.txt": lake.repeat(10) });
    const report = await load({}, ({ stage, done }) => {
      if (stage !== "read" || done !== 0) return;
      rmSync(join(folder, "gone.txt"), { force: true });
      writeFileSync(join(folder, "shrinks.txt"), "鱼很多。");
    });

    expect(reasons(report)).toEqual({
      "gone.txt": expect.stringMatching(/^E_FILE_UNREADABLE .*refuses \(ENOENT\)/u),
    });
    expect(await served()).toEqual({ "good.txt": lake, "shrinks.txt": "鱼很多。" });
  });

  test("a large text loads in bounded memory", async () => {
    const lines = Array.from({ length: 12_000 }, (_, at) => `第${at}天的湖水很清，鱼也很多。\n`);
    await writeFiles(folder, { "large.txt": lines.join("") });

    expect(await load({ maxMemoryBytes: 128 * megabyte })).toMatchObject({
      failed: [],
      sentences: 12_001,
    });
  });

  test.each([
    ["stops", `湖${"。".repeat(300_000)}`],
    ["quotes", `湖${"“".repeat(300_000)}水。`],
    ["digits", `湖${"1".repeat(300_000)}`],
    ["letters", `湖${"a".repeat(300_000)}`],
    ["blanks", `湖${" ".repeat(300_000)}水。`],
    ["commas", "湖水，".repeat(100_000)],
  ])("one endless line of %s loads", async (_, line) => {
    await writeFiles(folder, { "good.txt": undefined, "line.txt": line });
    const report = await load();

    expect(report.failed).toEqual([]);
    expect((await served())["line.txt"]).toMatch(/^湖/u);
  });

  test("one file that takes too long fails alone", async () => {
    await writeFiles(folder, { "long.txt": `${lake}\n`.repeat(200_000) });

    expect(reasons(await load({ maxMillisecondsPerFile: 1000 }))).toEqual({
      "long.txt": expect.stringMatching(/^E_FILE_TIMEOUT .*within 1 seconds \(the limit max/u),
    });
  });
});
