import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openFolder } from "../../../corpus/sources/open-folder.ts";

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

describe("openFolder", () => {
  test("lists files of all subfolders by path, without hidden ones", async () => {
    for (const path of ["b.txt", "a/z.md", "a/b/c.html", "湖/水.txt", ".git/x", "a/.hidden.txt"])
      write(path);

    expect(await paths()).toEqual(["a/b/c.html", "a/z.md", "b.txt", "湖/水.txt"]);
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

  test("follows links within the folder only, and no circles", async () => {
    const outside = mkdtempSync(join(tmpdir(), "wenju-outside-"));
    writeFileSync(join(outside, "secret.txt"), "密");
    write("docs/a.txt");
    symlinkSync(join(folder, "docs/a.txt"), join(folder, "inside.txt"));
    symlinkSync(join(outside, "secret.txt"), join(folder, "outside.txt"));
    symlinkSync(outside, join(folder, "outside"));
    symlinkSync(folder, join(folder, "docs/circle"));
    symlinkSync(join(folder, "gone"), join(folder, "dangling"));

    expect(await paths()).toEqual(["docs/a.txt", "inside.txt"]);
    rmSync(outside, { recursive: true });
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

  test("refuses a file over the limit by its name", async () => {
    write("a.txt", "湖水");
    const [file] = await openFolder(folder, { limits: { maxBytes: 5 } }).list();

    await expect(file?.read()).rejects.toMatchObject({
      code: "E_FILE_TOO_LARGE",
      message: expect.stringContaining("at most 5 bytes (the limit maxBytes), found 6 in a.txt"),
    });
  });
});
