import { describe, expect, test } from "vitest";
import { packArchive } from "../../../corpus/archives/pack-archive.ts";
import { openArchives } from "../../../corpus/sources/open-archives.ts";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import { overlaySource } from "../../../corpus/sources/overlay-source.ts";
import type { DocumentSource } from "../../../corpus/source.ts";
import { tempFolder, writeFiles } from "../../retrieval/loading/temp-folder.ts";

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await tempFolder();
  await writeFiles(folder, files);
  return openFolder(folder);
}

async function contents(source: DocumentSource): Promise<Record<string, string>> {
  const read: Record<string, string> = {};
  for (const file of await source.list()) {
    read[file.path] = Buffer.from(await file.read()).toString();
  }
  return read;
}

describe("overlaySource", () => {
  test("lists both in order of their paths; at the same path the upper one stands", async () => {
    const lower = await folderOf({ "a.txt": "old a", "news/b.txt": "b" });
    const upper = await folderOf({ "a.txt": "new a", "news/aa.txt": "aa" });
    const laid = await contents(overlaySource(lower, upper));
    expect(Object.entries(laid)).toEqual([
      ["a.txt", "new a"],
      ["news/aa.txt", "aa"],
      ["news/b.txt", "b"],
    ]);
  });

  test("replaces an archive with all that it holds", async () => {
    const lower = await folderOf({
      "n.zip": packArchive([{ name: "old.txt", bytes: Buffer.from("old") }]),
    });
    const upper = await folderOf({
      "n.zip": packArchive([{ name: "new.txt", bytes: Buffer.from("new") }]),
    });
    expect(await contents(openArchives(overlaySource(lower, upper)))).toEqual({
      "n.zip/new.txt": "new",
    });
  });
});
