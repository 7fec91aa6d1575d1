import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Block, ParsedDocument } from "../../../../corpus/formats/parsed-document.ts";
import { parseImage } from "../../../../corpus/formats/image/parse-image.ts";
import { defaultLimits } from "../../../../corpus/limits.ts";
import { readDocument } from "../../../../corpus/read-document.ts";

/** Recognition takes seconds of both processors, and longer beside other tests. */
const timeout = 240_000;

const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`fixtures/${name}`, import.meta.url));

const parse = (bytes: Uint8Array): Promise<ParsedDocument> =>
  parseImage(bytes, { path: "page.png", limits: defaultLimits });

/** All that stands on the page, in the order in which a person reads it. */
async function printed(name: string): Promise<string> {
  const html = (await fixture(name)).toString("utf8");
  return bare(html.slice(html.indexOf("<main>")).replace(/<[^>]+>/gu, ""));
}

function bare(text: string): string {
  return text.replace(/\s+/gu, "");
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

function textOf({ text }: ParsedDocument, { spans }: Block): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join("");
}

describe("parseImage", { timeout }, () => {
  test("reads two columns of Song type in their order", async () => {
    const document = await readDocument(await fixture("two-columns.png"), { path: "page.png" });

    expect(errorRate(await printed("two-columns.html"), bare(document.text))).toBeLessThan(0.01);
    const [article] = document.articles;
    expect(article).toMatchObject({
      title: "青石镇让老水渠重新流动起来",
      authors: ["王小明"],
      sections: ["修渠先问种田人", "一滴水用出两滴的效"],
    });
    const sentences = article?.sentences.map(({ text }) => text);
    expect(sentences).toContain("2022年春天，灌区节水改造工程启动，总投资3.28亿元。");
    // It goes on over two line ends and holds a figure with a comma.
    expect(sentences).toContain(
      "三个月里，镇里开了56场院坝会，收到意见1,204条，其中318条写进了施工方案。",
    );
    expect(article?.sentences[0]?.place).toEqual({ kind: "page", page: 1 });
  });

  test("reads them from a photo, slanting, turned, shaded, blurred and grainy", async () => {
    const { text, dropped } = await parse(await fixture("two-columns-photo.jpg"));

    expect(errorRate(await printed("two-columns.html"), bare(text))).toBeLessThan(0.03);
    expect(dropped).toEqual([]);
  });

  test("reads three columns under a title over all, with a picture's caption between", async () => {
    const parsed = await parse(await fixture("three-columns.png"));

    expect(errorRate(await printed("three-columns.html"), bare(parsed.text))).toBeLessThan(0.03);
    const shown = parsed.blocks
      .filter(({ kind }) => kind !== "paragraph")
      .map((block) => `${block.kind}: ${textOf(parsed, block)}`);
    expect(shown).toEqual([
      expect.stringContaining("heading: 一条老街的“夜间食堂"),
      "caption: 居民在东湖路夜市挑选小吃。刘思远摄",
      "heading: 夜经济也要算民生账",
    ]);
  });

  test("reads each page of a TIFF, be it on its side or on its head", async () => {
    const parsed = await parse(await fixture("three-pages.tiff"));

    expect(parsed.blocks.map((block) => block.place)).toEqual(
      [1, 2, 3].map((page) => ({ kind: "page", page })),
    );
    expect(parsed.blocks.map((block) => textOf(parsed, block))).toEqual([
      expect.stringMatching(/^本报讯（记者王小明）十月的青石镇，.*渠$/u),
      "东湖灌区建成于1968年，设计灌溉面积12.6万亩，涉及青石、柳溪、白沙等7个乡镇。由于年久",
      expect.stringMatching(/^管理处主任周明远算了一笔账：.*全灌区一年节水1,650万立方米，相当$/u),
    ]);
  });

  test("finds nothing on an empty page", async () => {
    const paper = { width: 300, height: 200, channels: 3, background: "#ddd" } as const;

    const parsed = await parse(await sharp({ create: paper }).png().toBuffer());

    expect(parsed).toMatchObject({ text: "", blocks: [], dropped: [] });
  });
});
