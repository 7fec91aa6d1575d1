import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../../corpus/read-document.ts";
import { showOutline } from "./show-outline.ts";

/** Newspaper pages and copies of web pages, and texts of other kinds that are neither. */
const folders = ["pages", "plain"];

for (const folder of folders) {
  const here = fileURLToPath(new URL(`${folder}/`, import.meta.url));
  const names = (await readdir(here)).filter((name) => name.endsWith(".txt"));

  describe(`readDocument on ${folder}`, () => {
    test.each(names)("understands %s", async (name) => {
      const document = await readDocument(await readFile(here + name), { path: name });
      await expect(showOutline(document)).toMatchFileSnapshot(
        `${here}${name.replace(".txt", ".outline")}`,
      );
    });
  });
}
