import { readFile, utimes, writeFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createStaging } from "../../../bot/uploads/staging.ts";
import { tempFolder } from "../../retrieval/loading/temp-folder.ts";

const limit = { name: "a.txt", maxBytes: 10 };

async function setUp() {
  const folder = await tempFolder();
  const staging = createStaging(folder);
  const keep = (id: string, text: string) => staging.keep(id, [Buffer.from(text)], limit);
  const placed = (path: string) => readFile(join(staging.documentsFolder, path), "utf8");
  return { folder, staging, keep, placed };
}

describe("createStaging", () => {
  test("keeps a file aside and moves it to its path, once", async () => {
    const { staging, keep, placed } = await setUp();
    const { bytes, sha256 } = await keep("one", "hello");
    expect(bytes).toBe(5);
    await staging.place("one", "news/a.txt", sha256);
    // As after a kill between the move and the word about it.
    await staging.place("one", "news/a.txt", sha256);
    expect(await placed("news/a.txt")).toBe("hello");
    await expect(readFile(staging.pathOf("one"))).rejects.toThrow(/ENOENT/u);
  });

  test("replaces what stands at the path", async () => {
    const { staging, keep, placed } = await setUp();
    for (const [id, text] of [["one", "old"] as const, ["two", "new"] as const]) {
      await staging.place(id, "a.txt", (await keep(id, text)).sha256);
    }
    expect(await placed("a.txt")).toBe("new");
  });

  test("leaves nothing of a file that is too large, empty, or breaks off", async () => {
    const { staging, keep } = await setUp();
    await expect(keep("one", "eleven bytes")).rejects.toMatchObject({ code: "E_FILE_TOO_LARGE" });
    await expect(keep("two", "")).rejects.toMatchObject({ code: "E_FILE_EMPTY" });
    const broken = (async function* () {
      yield Buffer.from("half");
      throw new Error("torn");
    })();
    await expect(staging.keep("three", broken, limit)).rejects.toThrow("torn");
    for (const id of ["one", "two", "three"]) {
      await expect(staging.place(id, "a.txt", "00")).rejects.toMatchObject({
        code: "E_UPLOAD_UNKNOWN",
      });
    }
  });

  test("says that a file or a folder is in the way, and keeps what waits", async () => {
    const { staging, keep, placed } = await setUp();
    const first = await keep("one", "file");
    await staging.place("one", "a.txt", first.sha256);
    const { sha256 } = await keep("two", "other");
    for (const path of ["a.txt/b.txt"]) {
      await expect(staging.place("two", path, sha256)).rejects.toMatchObject({
        code: "E_UPLOAD_IN_THE_WAY",
      });
    }
    await staging.place("two", "folder/b.txt", sha256);
    const third = await keep("three", "third");
    await expect(staging.place("three", "folder", third.sha256)).rejects.toMatchObject({
      code: "E_UPLOAD_IN_THE_WAY",
    });
    expect(await placed("a.txt")).toBe("file");
    expect(await readFile(staging.pathOf("three"), "utf8")).toBe("third");
  });

  test("sweeps what was begun long ago and is known to nobody", async () => {
    const { folder, staging, keep } = await setUp();
    await keep("known", "a");
    await mkdir(join(folder, "staged", "orphan"));
    await writeFile(join(folder, "staged", "orphan", "incoming"), "half");
    await keep("young", "b");
    const old = new Date(Date.now() - 1_000_000);
    for (const id of ["known", "orphan"]) await utimes(join(folder, "staged", id), old, old);
    await staging.sweep(new Set(["known"]), new Date(Date.now() - 500_000));
    const stands = async (id: string) =>
      await readFile(staging.pathOf(id), "utf8").catch(() => undefined);
    expect(await stands("known")).toBe("a");
    expect(await stands("young")).toBe("b");
    await expect(readFile(join(folder, "staged", "orphan", "incoming"))).rejects.toThrow(/ENOENT/u);
  });
});
