import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openJsonLines } from "../../../corpus/sources/open-json-lines.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wenju-lines-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join("\n"));
  return path;
}

describe("openJsonLines", () => {
  test("lists the records of all files by id", async () => {
    const files = [
      write("b.jsonl", '{"id": "2", "title": " 湖 ", "text": "湖水", "part": "main"}', ""),
      write("a.jsonl", '\ufeff{"id": "1", "title": "", "text": "鱼\\n树"}'),
    ];
    const [first, second] = await openJsonLines(files).list();

    expect(first).toMatchObject({ path: "1" });
    expect(first?.title).toBeUndefined();
    expect(second).toMatchObject({ path: "2", title: "湖" });
    expect(new TextDecoder().decode(await first?.read())).toBe("鱼\n树");
  });

  test.each([
    ["{", "no JSON"],
    ['{"id": "3"}', "text"],
    ['{"id": "", "text": "湖"}', "id"],
    ["[]", "object"],
    ['{"id": "1", "text": "湖"}', "the id 1 of a.jsonl line 1"],
  ])("names file and line of %s", async (line, found) => {
    const file = write("a.jsonl", '{"id": "1", "text": "湖"}', "", line);

    await expect(openJsonLines([file]).list()).rejects.toMatchObject({
      code: "E_FORMAT_UNSUPPORTED",
      message: expect.stringMatching(new RegExp(`in a.jsonl line 3, found [^]*${found}`, "u")),
    });
  });

  test("says that a file is missing", async () => {
    await expect(openJsonLines([join(folder, "gone.jsonl")]).list()).rejects.toMatchObject({
      code: "E_FILE_UNREADABLE",
    });
  });
});
