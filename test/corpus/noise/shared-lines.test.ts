import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../../../corpus/document.ts";
import { documentEdges, sharedLines, withoutLines } from "../../../corpus/noise/shared-lines.ts";
import { readDocument } from "../../../corpus/read-document.ts";

async function read(path: string, ...lines: readonly string[]): Promise<Document> {
  return readDocument(new TextEncoder().encode(lines.join("\n\n")), { path });
}

/** The documents as they are once what they share is known. */
function clean(documents: readonly Document[]): readonly Document[] {
  const shared = sharedLines(documents.map(documentEdges));
  return documents.map((document) =>
    withoutLines(document, shared.get(documentEdges(document).folder) ?? new Set()),
  );
}

function textsOf(document: Document | undefined): readonly string[] {
  return document?.articles.flatMap(({ sentences }) => sentences.map(({ text }) => text)) ?? [];
}

const footer = "青石日报社广告部联系人王小明";

describe("sharedLines", () => {
  test("leaves out what the pages of a folder have in common, and reports it", async () => {
    const pages = await Promise.all(
      ["湖水很清。", "鱼很多。", "桥修好了。"].map((text, at) =>
        read(`site/${at}.txt`, text, footer),
      ),
    );
    const cleaned = clean(pages);

    expect(cleaned.map(textsOf)).toEqual([["湖水很清。"], ["鱼很多。"], ["桥修好了。"]]);
    expect(cleaned[0]?.dropped).toMatchObject([
      { text: footer, reason: "shared with other documents" },
    ]);
  });

  test("keeps what says something, whole sentences and rows", async () => {
    const clause = "本协议自签字之日起生效。";
    const contracts = await Promise.all(
      ["甲方种柳。", "甲方养鱼。", "甲方修桥。"].map((text, at) => read(`${at}.txt`, text, clause)),
    );
    const tables = await Promise.all(
      ["青石镇,1", "东湖镇,2", "白鹤镇,3"].map((row, at) =>
        read(`t/${at}.csv`, `镇名,户数\n${row}\n合计,6`),
      ),
    );

    expect(clean(contracts).map(textsOf)).toEqual(contracts.map(textsOf));
    expect(clean(tables).map(textsOf)).toEqual(tables.map(textsOf));
  });

  test("does not take copies of one document for many", async () => {
    const copies = await Promise.all(
      ["a", "b", "c", "d"].map((name) => read(`${name}.txt`, "湖水很清。", footer)),
    );

    expect(clean(copies).map(textsOf)).toEqual(copies.map(textsOf));
  });

  test("looks at each folder by itself", async () => {
    const pages = await Promise.all(
      ["湖水很清。", "鱼很多。", "桥修好了。"].map((text, at) =>
        read(`${at}/page.txt`, text, footer),
      ),
    );

    expect(clean(pages).map(textsOf)).toEqual(pages.map(textsOf));
  });

  test("finds the same whatever the order of the documents", async () => {
    const pages = await Promise.all(
      ["湖水很清。", "鱼很多。", "桥修好了。", "柳树绿了。"].map((text, at) =>
        read(`${at}.txt`, text, at < 3 ? footer : "另一行字"),
      ),
    );
    const edges = pages.map(documentEdges);
    const expected = sharedLines(edges).get("");

    fc.assert(
      fc.property(fc.shuffledSubarray(edges, { minLength: edges.length }), (shuffled) => {
        expect(sharedLines(shuffled).get("")).toEqual(expected);
      }),
    );
  });
});
