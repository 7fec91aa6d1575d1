import { once } from "node:events";
import {
  chmodSync,
  mkdtempSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { defaultLimits } from "../../../corpus/limits.ts";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import { makePipe } from "./make-pipe.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wenju-folder-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text = "湖水很清。"): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function paths(root = folder): Promise<readonly string[]> {
  return (await openFolder(root).list()).map((file) => file.path);
}

/** Why files cannot be read, by path. */
async function reasons(): Promise<Readonly<Record<string, string>>> {
  const failed: Record<string, string> = {};
  for (const file of await openFolder(folder).list()) {
    await file.read().catch((error: Error) => (failed[file.path] = error.message));
  }
  return failed;
}

describe("openFolder", () => {
  test("lists files of all subfolders by path, without hidden ones", async () => {
    for (const path of ["b.txt", "a/z.md", "a/b/c.html", "湖/水.txt", ".git/x", "a/.hidden.txt"])
      write(path);

    expect(await paths()).toEqual(["a/b/c.html", "a/z.md", "b.txt", "湖/水.txt"]);
  });

  test("leaves out the golden questions of the folder, and of that folder alone", async () => {
    write("golden.jsonl", "{}");
    write("news/golden.jsonl", "{}");
    expect(await paths()).toEqual(["news/golden.jsonl"]);
  });

  test("reads the bytes of a file", async () => {
    write("a/湖.txt", "湖水");
    const [file] = await openFolder(folder).list();

    expect(new TextDecoder().decode(await file?.read())).toBe("湖水");
  });

  test("takes a file for the one document", async () => {
    write("a/湖.txt");

    expect(await paths(join(folder, "a/湖.txt"))).toEqual(["湖.txt"]);
  });

  test("follows links within the folder, and no circles", async () => {
    write("docs/a.txt");
    write(".hidden/b.txt");
    symlinkSync(join(folder, "docs/a.txt"), join(folder, "inside.txt"));
    symlinkSync(folder, join(folder, "docs/circle"));
    symlinkSync(join(folder, "docs"), join(folder, "a-second-way"));
    symlinkSync(join(folder, ".hidden"), join(folder, "shown"));

    expect(await paths()).toEqual(["docs/a.txt", "inside.txt", "shown/b.txt"]);
  });

  test("names what it cannot read, and why", async () => {
    const outside = mkdtempSync(join(tmpdir(), "wenju-outside-"));
    writeFileSync(join(outside, "secret.txt"), "密");
    symlinkSync(join(outside, "secret.txt"), join(folder, "secret.txt"));
    symlinkSync(outside, join(folder, "secrets"));
    symlinkSync("/dev/zero", join(folder, "zero.txt"));
    symlinkSync(join(folder, "gone"), join(folder, "dangling"));
    symlinkSync(join(folder, "circle"), join(folder, "circle"));
    makePipe(join(folder, "pipe.txt"));
    symlinkSync(join(folder, "pipe.txt"), join(folder, "to-pipe.txt"));
    const server = createServer().listen(join(folder, "socket"));
    await once(server, "listening");

    expect(await reasons()).toEqual({
      circle: expect.stringMatching(/found that circle leads nowhere or in a circle\. Mend/u),
      dangling: expect.stringMatching(/leads nowhere/u),
      "pipe.txt": expect.stringMatching(/^Expected a file at pipe\.txt, found a pipe\. Move it/u),
      "secret.txt": expect.stringMatching(/found that secret\.txt leads out of it\. Copy what/u),
      secrets: expect.stringMatching(/leads out of it/u),
      socket: expect.stringMatching(/found a socket/u),
      "to-pipe.txt": expect.stringMatching(/found a pipe/u),
      "zero.txt": expect.stringMatching(/leads out of it/u),
    });
    server.close();
    rmSync(outside, { recursive: true });
  });

  test.skipIf(process.getuid?.() === 0)("names a folder it may not open", async () => {
    write("open/a.txt");
    write("closed/b.txt");
    chmodSync(join(folder, "closed"), 0o000);

    expect(await paths()).toEqual(["closed", "open/a.txt"]);
    expect(await reasons()).toEqual({ closed: expect.stringMatching(/refuses \(EACCES\)/u) });
    chmodSync(join(folder, "closed"), 0o700);
  });

  test.skipIf(process.platform === "darwin")("names a file whose name is not UTF-8", async () => {
    const name = Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xba, 0xfe, 0x2e, 0x74)]);
    writeFileSync(name, "湖水很清。");

    const [reason] = Object.values(await reasons());
    expect(reason).toMatch(/^Expected a file name in UTF-8, found another .* Rename the file/u);
  });

  test("takes names of any characters", async () => {
    const names = ["a b.txt", "c'\"&;$.txt", "d\\e.txt", "f\ng.txt", "湖😀.txt", "-rf.txt"].sort();
    for (const name of names) write(name);

    expect(await paths()).toEqual(names);
    expect(await reasons()).toEqual({});
  });

  test("goes down deep folders", async () => {
    const deep = `${"d/".repeat(300)}a.txt`;
    write(deep);

    expect(await paths()).toEqual([deep]);
  });

  test("gives an accented name one form", async () => {
    write("cafe\u0301.txt");

    expect(await paths()).toEqual(["caf\u00e9.txt"]);
    await expect((await openFolder(folder).list())[0]?.read()).resolves.toBeInstanceOf(Uint8Array);
  });

  test("says that a folder is missing and what to do", async () => {
    await expect(openFolder(join(folder, "gone")).list()).rejects.toMatchObject({
      code: "E_FOLDER_MISSING",
      message: expect.stringMatching(/^Expected a folder .*, found .* Create the folder/u),
    });
  });

  test("says that a file went away", async () => {
    write("a.txt");
    const [file] = await openFolder(folder).list();
    rmSync(join(folder, "a.txt"));

    await expect(file?.read()).rejects.toMatchObject({
      code: "E_FILE_UNREADABLE",
      message: expect.stringContaining("a.txt"),
    });
  });

  test("says that a file became something else", async () => {
    write("a.txt");
    const [file] = await openFolder(folder).list();
    rmSync(join(folder, "a.txt"));
    mkdirSync(join(folder, "a.txt"));

    await expect(file?.read()).rejects.toThrow("found a folder");
  });

  test("refuses a file over the limit by its name", async () => {
    write("a.txt", "湖水");
    const [file] = await openFolder(folder, { limits: { ...defaultLimits, maxBytes: 5 } }).list();

    await expect(file?.read()).rejects.toMatchObject({
      code: "E_FILE_TOO_LARGE",
      message: expect.stringContaining(
        "at most 5 bytes (the limit maxBytes), found 6 bytes in a.txt",
      ),
    });
  });

  test("does not read a vast file to see that it is too large", async () => {
    write("vast.txt", "");
    truncateSync(join(folder, "vast.txt"), 2 ** 40);
    const [file] = await openFolder(folder).list();

    await expect(file?.read()).rejects.toThrow(
      "Expected at most 100 MB (the limit maxBytes), found 1048576 MB in vast.txt.",
    );
  });
});
