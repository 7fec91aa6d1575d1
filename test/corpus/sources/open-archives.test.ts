import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type CorpusLimits, defaultLimits } from "../../../corpus/limits.ts";
import type { DocumentSource, SourceFile } from "../../../corpus/source.ts";
import { openArchives } from "../../../corpus/sources/open-archives.ts";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import { readDocument } from "../../../corpus/read-document.ts";
import { fixturesFolder, sentencesOf } from "../formats/read-fixture.ts";
import { buildZip, type ZipEntry } from "../archives/build-zip.ts";

type Files = Readonly<Record<string, Buffer>>;

interface CountedSource extends DocumentSource {
  reads: number;
}

/** Files in memory; counts how often they are read. */
function source(files: Files): CountedSource {
  const counted: CountedSource = {
    reads: 0,
    list: () =>
      Promise.resolve(
        Object.entries(files).map(([path, bytes]) => ({
          path,
          read() {
            counted.reads += 1;
            return Promise.resolve(bytes);
          },
        })),
      ),
  };
  return counted;
}

function list(
  files: Files,
  limits: Partial<CorpusLimits> = {},
): ReturnType<DocumentSource["list"]> {
  return openArchives(source(files), { ...defaultLimits, ...limits }).list();
}

/** Each file's text, or the code and message it fails with. */
async function contents(files: readonly SourceFile[]): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {};
  for (const file of files) {
    found[file.path] = await file.read().then(
      (bytes) => new TextDecoder().decode(bytes),
      (error: { code: string; message: string }) => `${error.code} ${error.message}`,
    );
  }
  return found;
}

const lake: ZipEntry = { name: "湖/水.txt", content: "湖水很清。" };
const fish: ZipEntry = { name: "fish.txt", content: "鱼很多。" };

describe("openArchives", () => {
  test("lists the files of archives in their stead, by path", async () => {
    const files = await list({
      "z.txt": Buffer.from("山"),
      "a/News.ZIP": buildZip([lake, fish]),
      "b.txt": Buffer.from("树"),
    });

    expect(await contents(files)).toEqual({
      "a/News.ZIP/fish.txt": "鱼很多。",
      "a/News.ZIP/湖/水.txt": "湖水很清。",
      "b.txt": "树",
      "z.txt": "山",
    });
    expect(files.map(({ path }) => path)).toEqual([
      "a/News.ZIP/fish.txt",
      "a/News.ZIP/湖/水.txt",
      "b.txt",
      "z.txt",
    ]);
  });

  test("opens archives within archives as deep as allowed", async () => {
    const inner = buildZip([fish]);
    const middle = buildZip([lake, { name: "c.zip", content: inner }]);
    const outer = buildZip([{ name: "b.zip", content: middle }]);

    expect(await contents(await list({ "a.zip": outer }))).toEqual({
      "a.zip/b.zip/c.zip/fish.txt": "鱼很多。",
      "a.zip/b.zip/湖/水.txt": "湖水很清。",
    });
    expect(await contents(await list({ "a.zip": outer }, { maxArchiveDepth: 2 }))).toEqual({
      "a.zip/b.zip/c.zip": expect.stringMatching(
        /^E_FILE_TOO_LARGE .* at most 2 deep \(the limit maxArchiveDepth\), found another at a\.zip\/b/u,
      ),
      "a.zip/b.zip/湖/水.txt": "湖水很清。",
    });
  });

  test("fails a bad file alone", async () => {
    const files = await list({
      "a.zip": buildZip([
        { ...lake, checksum: 1 },
        { name: "torn.zip", content: "PK" },
        { name: "empty.zip", content: buildZip([]) },
        { name: "../../out.txt", content: "密" },
        fish,
      ]),
    });

    expect(await contents(files)).toEqual({
      "a.zip/_/_/out.txt": expect.stringContaining("E_FILE_DAMAGED Expected a file inside"),
      "a.zip/empty.zip": expect.stringContaining("E_FILE_EMPTY"),
      "a.zip/fish.txt": "鱼很多。",
      "a.zip/torn.zip": expect.stringContaining("E_FILE_DAMAGED Expected a whole zip archive"),
      "a.zip/湖/水.txt": expect.stringContaining("E_FILE_DAMAGED Expected a whole file"),
    });
  });

  test("shows an archive that cannot be opened as one file with the reason", async () => {
    const files = await list({
      "empty.zip": buildZip([]),
      "good.zip": buildZip([fish]),
      "locked.zip": buildZip([{ ...lake, flags: 1 }]),
      "torn.zip": Buffer.from("PK\x03\x04"),
    });

    expect(await contents(files)).toEqual({
      "empty.zip": expect.stringMatching(/^E_FILE_EMPTY .* Fill the archive or remove it\.$/u),
      "good.zip/fish.txt": "鱼很多。",
      "locked.zip": expect.stringContaining("E_FILE_ENCRYPTED"),
      "torn.zip": expect.stringContaining("E_FILE_DAMAGED"),
    });
  });

  test.each([
    ["maxBytes", { maxBytes: 1_000_000, maxArchiveRatio: 1_000_000 }],
    ["maxArchiveRatio", {}],
    ["maxArchiveFiles", { maxArchiveFiles: 9, maxArchiveRatio: 1_000_000 }],
  ])("counts nested bombs together against %s", async (limit, limits) => {
    const bomb = buildZip(
      Array.from({ length: 4 }, (_, at) => ({ name: `${at}.txt`, content: Buffer.alloc(100_000) })),
    );
    const nested = ["a.zip", "b.zip", "c.zip"].map((name) => ({ name, content: bomb }));

    expect(await contents(await list({ "42.zip": buildZip(nested) }, limits))).toEqual({
      "42.zip": expect.stringMatching(
        new RegExp(`^E_FILE_TOO_LARGE .*the limit ${limit}\\), found more in 42\\.zip`, "u"),
      ),
    });
  });

  test("opens an archive once for all its files", async () => {
    const files = Array.from({ length: 500 }, (_, at) => ({ name: `${at}.txt`, content: "湖" }));
    const counted = source({ "a.zip": buildZip(files), "b.zip": buildZip([fish]) });
    const listed = await openArchives(counted, defaultLimits).list();
    const readsToList = counted.reads;
    await Promise.all(listed.map((file) => file.read()));

    expect(readsToList).toBe(2);
    expect(counted.reads).toBe(4);
  });

  test("says that an archive has changed since it was listed", async () => {
    const files: Record<string, Buffer> = { "a.zip": buildZip([fish]) };
    const changing: DocumentSource = {
      list: () =>
        Promise.resolve([{ path: "a.zip", read: () => Promise.resolve(files["a.zip"]!) }]),
    };
    const [file] = await openArchives(changing).list();
    files["a.zip"] = buildZip([lake]);

    await expect(file?.read()).rejects.toMatchObject({
      code: "E_FILE_UNREADABLE",
      message: expect.stringContaining("fish.txt in a.zip"),
    });
  });

  test("reads an archive of Info-ZIP to its sentences", async () => {
    const files = await openArchives(openFolder(join(fixturesFolder, "news.zip"))).list();
    const sentences: string[] = [];
    for (const file of files) {
      const document = await readDocument(await file.read(), { path: file.path });
      sentences.push(sentencesOf(document)[0] ?? "");
    }

    expect(files.map(({ path }) => path)).toEqual(["news.zip/lake.docx", "news.zip/湖/水.txt"]);
    expect(sentences).toEqual(["东湖的水质在一年里提高了两级。", "湖水很清。"]);
  });

  test("opens an archive named as the one document", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wenju-archives-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "news.zip"), buildZip([fish]));

    expect(await contents(await openArchives(openFolder(join(folder, "news.zip"))).list())).toEqual(
      {
        "news.zip/fish.txt": "鱼很多。",
      },
    );
  });
});
