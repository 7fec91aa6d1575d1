import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { Document } from "../../../../corpus/document.ts";
import { defaultLimits } from "../../../../corpus/limits.ts";
import { readDocument } from "../../../../corpus/read-document.ts";

const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`fixtures/${name}`, import.meta.url));

const known = new Map<string, Promise<Document>>();

/** Each picture is read once: it takes seconds. */
function read(name: string): Promise<Document> {
  const document =
    known.get(name) ?? fixture(name).then((bytes) => readDocument(bytes, { path: name }));
  known.set(name, document);
  return document;
}

/** All that stands on the page, in the order in which a person reads it. */
async function printed(): Promise<string> {
  const html = (await fixture("two-columns.html")).toString("utf8");
  return html
    .slice(html.indexOf("<main>"))
    .replace(/<[^>]+>/gu, "")
    .replace(/\s+/gu, "");
}

/** Characters to insert, remove or change, by the length of the first text (Levenshtein 1966). */
function errorRate(right: string, found: string): number {
  let row = Array.from({ length: found.length + 1 }, (_, at) => at);
  for (const [at, character] of [...right].entries()) {
    const next = [at + 1];
    for (let column = 1; column <= found.length; column += 1) {
      const change = character === found[column - 1] ? 0 : 1;
      next.push(Math.min(row[column]! + 1, next[column - 1]! + 1, row[column - 1]! + change));
    }
    row = next;
  }
  return row[found.length]! / right.length;
}

describe("parseImage", () => {
  test.each([
    ["a rendered page", "two-columns.png"],
    ["a photo of it, sloping, shaded and grainy", "two-columns-photo.jpg"],
  ])("reads two columns in their order from %s", async (_, name) => {
    const { text } = await read(name);

    expect(errorRate(await printed(), text.replace(/\s+/gu, ""))).toBeLessThan(0.03);
  });

  test("tells title, subtitle, byline and sections, and on which page a sentence stands", async () => {
    const { articles } = await read("two-columns.png");
    const [article] = articles;

    expect(article).toMatchObject({
      title: "青石镇让老水渠重新流动起来",
      subtitle: expect.stringContaining("东湖灌区节水改造三年记"),
      authors: ["王小明"],
      sections: ["修渠先问种田人", "一滴水用出两滴的效", "渠边长出新产业"],
    });
    expect(article?.sentences.map(({ text }) => text)).toContain(
      "2022年春天，灌区节水改造工程启动，总投资3.28亿元。",
    );
    expect(article?.sentences[0]?.place).toEqual({ kind: "page", page: 1 });
  });

  test("names the limit that a picture exceeds", async () => {
    const limits = { ...defaultLimits, maxPixels: 1000 };

    await expect(
      readDocument(await fixture("two-columns.png"), { path: "page.png", limits }),
    ).rejects.toMatchObject({
      code: "E_FILE_TOO_LARGE",
      message: expect.stringContaining("(the limit maxPixels)"),
    });
  });

  test("says that a picture is damaged", async () => {
    const bytes = (await fixture("two-columns.png")).subarray(0, 3000);

    await expect(readDocument(bytes, { path: "page.png" })).rejects.toMatchObject({
      code: "E_FILE_DAMAGED",
    });
  });
});
