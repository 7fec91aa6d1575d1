import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Document, documentSchema } from "../../corpus/document.ts";
import { CorpusError } from "../../corpus/errors.ts";
import { readableFormats } from "../../corpus/formats/media-types.ts";
import { defaultLimits } from "../../corpus/limits.ts";
import { readDocument } from "../../corpus/read-document.ts";

const utf8 = new TextEncoder();

function read(text: string, path = "lake.txt"): Promise<Document> {
  return readDocument(utf8.encode(text), { path });
}

/** Undefined where the layer refuses the text by a code of its own; anything else fails the test. */
async function readIfReadable(text: string, path: string): Promise<Document | undefined> {
  try {
    return await read(text, path);
  } catch (error) {
    if (error instanceof CorpusError) return undefined;
    throw error;
  }
}

function sentencesOf(document: Document): readonly string[] {
  return document.articles.flatMap((article) => article.sentences.map((one) => one.text));
}

const withoutSpace = (text: string): string => text.replace(/\s+/gu, "");

const line = fc.oneof(
  fc.constantFrom(
    "# 湖边",
    "## 鱼\n",
    "- 第一项",
    "1. 第二项",
    "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
    "```",
    "---",
  ),
  fc.constantFrom(
    "<p>湖水</p>",
    "<div hidden>暗",
    "</div>",
    "<table><tr><td>1",
    "<script>x()",
    "<h1>湖</h1>",
    "<!-- a",
  ),
  fc.constantFrom(
    "本报讯（记者王小明）湖水很清。",
    "本报记者 王小明",
    "2024-05-01 10:00 阅读",
    "湖水很清，岸边的树都绿了，来",
    "的人很多。",
  ),
  fc.constantFrom(
    "The lake is clear, and fish live there",
    "and birds too.",
    "湖岸公园",
    "图为湖岸。（王小明摄）",
    "……",
    "😀",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);
const wildDocument = fc
  .array(fc.tuple(line, fc.constantFrom("\n", "\n\n", " ", "\r\n", "\n \n")), { maxLength: 30 })
  .map((parts) => parts.flat().join(""));

describe("readDocument", () => {
  test.each(["txt", "md", "html"])("keeps the law over wild .%s files", async (extension) => {
    await fc.assert(
      fc.asyncProperty(wildDocument, async (source) => {
        const document = await readIfReadable(source, `wild.${extension}`);
        if (document === undefined) return;
        documentSchema.parse(document);
        const sentences = document.articles.flatMap((article) => article.sentences);
        expect(sentences.length).toBeGreaterThan(0);
        expect(new Set(sentences.map((sentence) => sentence.id)).size).toBe(sentences.length);
        const taken = new Set<number>();
        for (const sentence of sentences) {
          const parts = sentence.spans.map((span) => document.text.slice(span.start, span.end));
          expect(withoutSpace(sentence.text)).toBe(withoutSpace(parts.join("")));
          for (const span of sentence.spans) {
            expect(span.end).toBeLessThanOrEqual(document.text.length);
            for (let at = span.start; at < span.end; at += 1) {
              expect(taken.has(at)).toBe(false);
              taken.add(at);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("loses no letter or digit of plain text", async () => {
    await fc.assert(
      fc.asyncProperty(wildDocument, async (source) => {
        const document = await readIfReadable(source, "wild.txt");
        if (document === undefined) return;
        const covered = new Set<number>();
        const spans = document.articles.flatMap((article) =>
          article.sentences.flatMap((sentence) => sentence.spans),
        );
        for (const span of [...spans, ...document.dropped]) {
          for (let at = span.start; at < span.end; at += 1) covered.add(at);
        }
        const lost = [...document.text.matchAll(/[\p{L}\p{N}]/gu)].filter(
          (match) => !covered.has(match.index),
        );
        expect(lost.map((match) => match[0])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("keeps the ids of what did not change", async () => {
    const before = await read("湖边\n\n湖水很清。鱼很多。\n\n树很高。\n\n鱼很多。");
    const after = await read("湖边\n\n湖水非常清。鱼很多。来的人也多。\n\n树很高。\n\n鱼很多。");
    const idsOf = (document: Document, text: string): readonly string[] =>
      document.articles
        .flatMap((article) => article.sentences)
        .filter((sentence) => sentence.text === text)
        .map((sentence) => sentence.id);

    expect(after.id).toBe(before.id);
    expect(after.contentHash).not.toBe(before.contentHash);
    expect(idsOf(after, "树很高。")).toEqual(idsOf(before, "树很高。"));
    expect(idsOf(after, "鱼很多。")).toEqual(idsOf(before, "鱼很多。"));
    expect(new Set(idsOf(before, "鱼很多。")).size).toBe(2);
  });

  test("gives the same document for the same bytes", async () => {
    expect(await read("湖水很清。")).toEqual(await read("湖水很清。"));
  });

  test.each([
    ["PK\u0003\u0004 ppt/presentation.xml", "a PowerPoint presentation (pptx)"],
    ["SQLite format 3\0", "an SQLite database"],
    ["GIF89a", "a GIF image"],
    ["{\\rtf1", "an RTF document"],
  ])("says what %j is", async (head, name) => {
    const bytes = Uint8Array.from(head, (character) => character.charCodeAt(0));

    await expect(readDocument(bytes, { path: "lake.txt" })).rejects.toThrow(
      `Expected ${readableFormats}, found ${name} in lake.txt. Convert it`,
    );
  });

  test.each([
    ["E_FILE_EMPTY", "", {}],
    ["E_FILE_EMPTY", "……\n\n——", {}],
    ["E_FILE_EMPTY", "<html><body><nav>湖</nav></body></html>", {}],
    ["E_NOT_TEXT", "湖\0水", {}],
    ["E_FILE_TOO_LARGE", "湖水", { limits: { ...defaultLimits, maxBytes: 5 } }],
  ])("fails with %s on %j", async (code, text, options) => {
    const reading = readDocument(utf8.encode(text), { path: "lake", ...options });

    await expect(reading).rejects.toMatchObject({ code, name: "CorpusError" });
  });

  test("names the limit and what to do", async () => {
    await expect(
      readDocument(utf8.encode("湖水"), {
        path: "lake.txt",
        limits: { ...defaultLimits, maxBytes: 5 },
      }),
    ).rejects.toThrow(
      "Expected at most 5 bytes (the limit maxBytes), found 6 bytes in lake.txt. Split the file",
    );
  });

  test.each([
    ["one line", "湖水很清，鱼很多。"],
    ["lines without marks", "湖水很清的地方有许多人来看鱼也有许多人来看树他们都说这里很好很好\n"],
    ["cut lines", "鱼很多。湖水很清，岸边的树都绿了，来的人也一天比一天多，他们都说这里很\n"],
    ["wrapped English", "the lake is clear and the fish live there and the birds come by\n"],
    ["short lines", "湖\n"],
    ["numbered items", "1. 湖\n"],
  ])("reads a long file of %s", async (_, unit) => {
    const document = await read(unit.repeat(Math.ceil(200_000 / unit.length)));

    expect(sentencesOf(document).length).toBeGreaterThan(0);
  });

  test("survives deeply nested markup", async () => {
    const html = await read(
      `<!doctype html><p>湖水很清。</p>${"<div>".repeat(20_000)}鱼很多。`,
      "lake.html",
    );
    const markdown = await read(`湖水很清。\n\n${">".repeat(2000)} 鱼很多。`, "lake.md");

    expect(sentencesOf(html)).toEqual(["湖水很清。"]);
    expect(sentencesOf(markdown)).toEqual(["湖水很清。"]);
  });
});
