import { posix, win32 } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openArchive } from "../../../corpus/archives/open-archive.ts";
import { type CorpusLimits, defaultLimits } from "../../../corpus/limits.ts";
import { buildZip, type ZipEntry } from "./build-zip.ts";

function open(
  entries: readonly ZipEntry[] | Buffer,
  limits: Partial<CorpusLimits> = {},
): ReturnType<typeof openArchive> {
  const bytes = Buffer.isBuffer(entries) ? entries : buildZip(entries);
  return openArchive(bytes, { path: "news.zip", limits: { ...defaultLimits, ...limits } });
}

async function names(entries: readonly ZipEntry[]): Promise<readonly string[]> {
  return (await open(entries)).map(({ name }) => name);
}

async function readAll(entries: Awaited<ReturnType<typeof open>>): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const entry of entries) texts.push(new TextDecoder().decode(await entry.read()));
  return texts;
}

/** Highly compressible, as bombs are. */
const zeros = (bytes: number): Uint8Array => new Uint8Array(bytes);

describe("openArchive", () => {
  test("reads packed and stored files in their order", async () => {
    const entries = await open([
      { name: "b/湖.txt", content: "湖水很清。" },
      { name: "a.txt", content: "鱼很多。", isStored: true },
      { name: "empty.txt" },
    ]);

    expect(entries.map(({ name }) => name)).toEqual(["b/湖.txt", "a.txt", "empty.txt"]);
    expect(await readAll(entries)).toEqual(["湖水很清。", "鱼很多。", ""]);
  });

  test("leaves out folders, hidden files and what macOS adds", async () => {
    const entries = [
      "a/",
      ".git/config",
      "a/.DS_Store",
      "__MACOSX/a/._b.txt",
      "a/b.txt",
      "./c.txt",
      "a//d.txt",
      "a\\e.txt",
    ];

    expect(await names(entries.map((name) => ({ name })))).toEqual([
      "a/b.txt",
      "c.txt",
      "a/d.txt",
      "a/e.txt",
    ]);
  });

  test.each([
    ["../../etc/passwd", "_/_/etc/passwd"],
    ["a/../../b.txt", "a/_/_/b.txt"],
    ["..\\b.txt", "_/b.txt"],
    ["/etc/passwd", "etc/passwd"],
    ["\\\\server\\share.txt", "server/share.txt"],
    ["C:\\b.txt", "C_/b.txt"],
    ["a\0.txt", "a_.txt"],
    ["", "_"],
  ])("refuses the name %j alone", async (name, shown) => {
    const [refused, good] = await open([
      { name, content: "密" },
      { name: "b.txt", content: "湖" },
    ]);

    expect(refused?.name).toBe(shown);
    await expect(refused?.read()).rejects.toMatchObject({
      code: "E_FILE_DAMAGED",
      message: expect.stringMatching(/^Expected a file inside .*, found the name .* Pack the/u),
    });
    expect(new TextDecoder().decode(await good?.read())).toBe("湖");
  });

  test("refuses an endless name", async () => {
    const [refused] = await open([{ name: "a".repeat(2000) }]);

    expect(refused?.name).toHaveLength(1000);
    await expect(refused?.read()).rejects.toMatchObject({ code: "E_FILE_DAMAGED" });
  });

  test("keeps the first of files with one name, and names the others", async () => {
    const content = ["一", "二", "三"];
    const entries = await open(
      ["a.txt", "a.txt", "./a.txt"].map((name, at) => ({ name, content: content[at] ?? "" })),
    );

    expect(entries.map(({ name }) => name)).toEqual(["a.txt", "a.txt (2)", "a.txt (3)"]);
    expect(new TextDecoder().decode(await entries[0]?.read())).toBe("一");
    await expect(entries[2]?.read()).rejects.toMatchObject({
      code: "E_FILE_DAMAGED",
      message: expect.stringContaining("a second file of that name"),
    });
  });

  test("does not follow a symbolic link", async () => {
    const [link] = await open([{ name: "link.txt", content: "/etc/passwd", mode: 0o120777 }]);

    await expect(link?.read()).rejects.toMatchObject({
      code: "E_FORMAT_UNSUPPORTED",
      message: expect.stringContaining("news.zip/link.txt, found a symbolic link"),
    });
  });

  test("fails an encrypted file alone, and an archive of nothing else as a whole", async () => {
    const locked = { name: "locked.txt", content: "密", flags: 1 };
    const [first, second] = await open([locked, { name: "b.txt", content: "湖" }]);

    await expect(first?.read()).rejects.toMatchObject({
      code: "E_FILE_ENCRYPTED",
      message: expect.stringContaining("news.zip/locked.txt encrypted. Pack it again without"),
    });
    await expect(second?.read()).resolves.toBeInstanceOf(Uint8Array);
    await expect(open([locked])).rejects.toMatchObject({ code: "E_FILE_ENCRYPTED" });
    await expect(open([{ ...locked, flags: 0x41 }])).rejects.toMatchObject({
      code: "E_FILE_ENCRYPTED",
    });
  });

  test("names a packing method that cannot be read", async () => {
    const [entry] = await open([{ name: "a.txt", content: "湖", method: 14 }]);

    await expect(entry?.read()).rejects.toMatchObject({
      code: "E_FORMAT_UNSUPPORTED",
      message: expect.stringContaining("found LZMA in news.zip/a.txt"),
    });
  });

  test("finds damage by the checksum and by broken packing", async () => {
    const [wrong] = await open([{ name: "a.txt", content: "湖", checksum: 7 }]);
    const [torn] = await open([
      { name: "a.txt", content: "\xff\xfe\xfd", method: 8, isStored: true },
    ]);

    await expect(wrong?.read()).rejects.toMatchObject({
      code: "E_FILE_DAMAGED",
      message: expect.stringContaining("news.zip/a.txt"),
    });
    await expect(torn?.read()).rejects.toMatchObject({ code: "E_FILE_DAMAGED" });
  });

  test.each([
    ["no archive", Buffer.from("湖水很清。")],
    ["a torn archive", buildZip([{ name: "a.txt", content: "湖" }]).subarray(0, 40)],
    ["an empty file", Buffer.alloc(0)],
  ])("says that %s is damaged", async (_, bytes) => {
    await expect(open(bytes)).rejects.toMatchObject({
      code: "E_FILE_DAMAGED",
      message: expect.stringMatching(
        /^Expected a whole zip archive at news\.zip, found .* Pack or/u,
      ),
    });
  });
});

describe("openArchive at its limits", () => {
  test("counts bytes over all files", async () => {
    const content = "x".repeat(600);
    const entries = await open(
      [
        { name: "a.txt", content, isStored: true },
        { name: "b.txt", content, isStored: true },
      ],
      { maxBytes: 1000 },
    );

    await entries[0]?.read();
    await entries[0]?.read();
    await expect(entries[1]?.read()).rejects.toMatchObject({
      code: "E_FILE_TOO_LARGE",
      message: expect.stringContaining("1000 bytes in all files together (the limit maxBytes)"),
    });
  });

  test("stops a bomb whose header lies about its size", async () => {
    const bomb = { name: "a.txt", content: zeros(20_000_000), claimedSize: 10 };
    const [entry] = await open([bomb]);

    await expect(entry?.read()).rejects.toMatchObject({
      code: "E_FILE_TOO_LARGE",
      message: expect.stringContaining(
        "200 times as large as their archive (the limit maxArchiveRatio)",
      ),
    });
  });

  test("stops a bomb whose files share their bytes", async () => {
    const kernel = { name: "a", content: zeros(100_000) };
    const copies = Array.from({ length: 99 }, (_, at) => ({
      ...kernel,
      name: `${at}`,
      overlaps: 0,
    }));
    const entries = await open([kernel, ...copies], { maxBytes: 5_000_000 });

    await expect(readAll(entries)).rejects.toMatchObject({ code: "E_FILE_TOO_LARGE" });
  });

  test("counts files, but no folders and shadows", async () => {
    const files = ["a/", "__MACOSX/._a", "a/a.txt", "a/b.txt"].map((name) => ({ name }));

    await expect(open(files, { maxArchiveFiles: 2 })).resolves.toHaveLength(2);
    await expect(open(files, { maxArchiveFiles: 1 })).rejects.toMatchObject({
      code: "E_FILE_TOO_LARGE",
      message: expect.stringContaining(
        "at most 1 files (the limit maxArchiveFiles), found more in news.zip",
      ),
    });
  });
});

describe("openArchive on names", () => {
  /** `青石新闻.txt` and `東湖的新聞與學校.txt` in the encodings of mainland and Taiwan Windows. */
  const gbk = Buffer.from("c7e0caafd0c2cec52e747874", "hex");
  const big5 = Buffer.from("aa46b4f2aabab773bb44bb50bec7aed52e747874", "hex");

  test.each([
    ["GBK", gbk, 0, "青石新闻.txt"],
    ["GBK of rare characters", Buffer.from("f7e8f7eb2e747874", "hex"), 0, "麒麟.txt"],
    ["Big5", big5, 0, "東湖的新聞與學校.txt"],
    ["UTF-8 without its mark", Buffer.from("青石新闻.txt"), 0, "青石新闻.txt"],
    ["UTF-8 with its mark", Buffer.from("青石新闻.txt"), 0x800, "青石新闻.txt"],
    ["what DOS used", Buffer.from("r\x82sum\x82.txt", "latin1"), 0, "résumé.txt"],
    ["a divided accent", Buffer.from("cafe\u0301.txt"), 0x800, "caf\u00e9.txt"],
  ])("reads names in %s", async (_, name, flags, expected) => {
    expect(await names([{ name: Buffer.from("plain.txt") }, { name, flags }])).toEqual([
      "plain.txt",
      expected,
    ]);
  });

  test("lets no name lead out of the archive", async () => {
    const segment = fc.constantFrom("..", ".", "", "a", "C:", "~", "\0", "湖", "a.txt", "...");
    const separator = fc.constantFrom("/", "\\", "//");
    const wild = fc
      .array(fc.tuple(segment, separator), { maxLength: 6 })
      .map((parts) => parts.flat().join(""));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(wild, fc.string()), { maxLength: 8 }), async (found) => {
        const shown = await names(found.map((name) => ({ name, isStored: true })));
        expect(new Set(shown).size).toBe(shown.length);
        for (const name of shown) {
          expect(name).not.toMatch(/^[/\\]|^[a-z]:|\p{Cc}|\\/iu);
          expect(name.split("/")).not.toContain("..");
          expect(posix.resolve("/folder/news.zip", name)).toMatch(/^\/folder\/news\.zip\/./u);
          expect(win32.resolve("D:/news.zip", name)).toMatch(/^D:\\news\.zip\\./u);
        }
      }),
      { numRuns: 200 },
    );
  });
});
