import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../../../../corpus/document.ts";
import { parseEpub } from "../../../../corpus/formats/epub/parse-epub.ts";
import { defaultLimits } from "../../../../corpus/limits.ts";
import { readDocument } from "../../../../corpus/read-document.ts";
import { changeParts, outcome, readFixture, sentencesOf } from "../read-fixture.ts";

const list = "EPUB/content.opf";
const firstPage = "EPUB/text/ch001.xhtml";

function read(bytes: Uint8Array): Promise<Document> {
  return readDocument(bytes, { path: "book.epub" });
}

async function readPage(body: string): Promise<Document> {
  const page = `<?xml version="1.0"?><html><head><title>页名</title></head><body>${body}</body></html>`;
  return read(await changeParts("book.epub", { [firstPage]: page }));
}

const encryption = (uri: string): string =>
  `<encryption><enc:EncryptedData><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`;

describe("parseEpub", () => {
  test("reads a book of pandoc in its order, with title, author and date", async () => {
    const document = await read(readFixture("book.epub"));

    expect(document.mediaType).toBe("application/epub+zip");
    expect(document.articles[0]).toMatchObject({
      title: "湖边的镇",
      byline: "王小明",
      publishedOn: {
        value: "2024-05-01",
        kind: "metadata",
        evidence: "<dc:date>2024-05-01</dc:date>",
      },
      sections: ["青石镇", "集市", "东湖"],
    });
    expect(sentencesOf(document)).toEqual(
      expect.arrayContaining([
        "青石镇在东湖的东岸。",
        "镇上有三所学校。",
        "逢五逢十赶集。",
        "学校的数目来自县志。",
        "湖水在一九九八年涨过一次。",
      ]),
    );
    expect(document.dropped).toContainEqual(
      expect.objectContaining({ reason: "title page", text: expect.stringContaining("湖边的镇") }),
    );
  });

  test("names the columns in each row of a table", async () => {
    const table =
      "<p>湖里的鱼如下表。</p><table><tr><th>鱼</th><th>斤</th></tr><tr><td>草鱼</td><td>3</td></tr></table>";

    expect(sentencesOf(await readPage(table))).toEqual(
      expect.arrayContaining(["湖里的鱼如下表。", "鱼：草鱼；斤：3"]),
    );
  });

  test("drops contents and covers, however the book marks them", async () => {
    const page = (body: string): string => `<html><body>${body}</body></html>`;
    const bytes = await changeParts("book.epub", {
      [list]: (source) =>
        source
          .replace(
            "</manifest>",
            '<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="cover.xhtml" media-type="application/xhtml+xml"/><item id="c" href="c%20d.xhtml#x" media-type="application/xhtml+xml"/></manifest>',
          )
          .replace(
            /<spine[^>]*>/u,
            '$&<itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/>',
          )
          .replace(
            "</package>",
            '<guide><reference type="cover" href="c%20d.xhtml"/></guide></package>',
          ),
      "EPUB/text/a.xhtml": page('<section epub:type="toc"><p>第一章在此。</p></section>'),
      "EPUB/cover.xhtml": page("<p>封面的话。</p>"),
      "EPUB/c d.xhtml": page("<p>又一封面。</p>"),
    });
    const document = await read(bytes);
    const reasons = document.dropped.map(({ reason, text }) => `${reason}: ${text.slice(0, 6)}`);

    expect(reasons).toEqual(
      expect.arrayContaining([
        "table of contents: 第一章在此。",
        "cover: 封面的话。",
        "cover: 又一封面。",
      ]),
    );
    expect(reasons.filter((reason) => reason.startsWith("table of contents"))).toHaveLength(2);
    expect(sentencesOf(document).join("")).not.toMatch(/第一章|封面/u);
  });

  test("reads empty tags of XML as what they are", async () => {
    const breaks = '<span id="p" epub:type="pagebreak"/><a id="b" /><p>湖水很清。</p><br/>'.repeat(
      500,
    );
    const sentences = sentencesOf(await readPage(`<title/><script/>${breaks}<p>鱼很多。</p>`));

    expect(sentences.filter((sentence) => sentence === "湖水很清。")).toHaveLength(500);
    expect(sentences).toContain("鱼很多。");
  });

  test("takes no date of a change and no unknown author", async () => {
    const bytes = await changeParts("book.epub", {
      [list]: (source) =>
        source
          .replace(/<dc:date[^>]*>/u, '<dc:date opf:event="modification">')
          .replace(/王小明/gu, "Unknown"),
    });
    const [feature] = (await read(bytes)).articles;

    expect(feature?.publishedOn).toBeUndefined();
    expect(feature?.byline).toBeUndefined();
  });

  test("refuses a locked book, but reads one with locked fonts", async () => {
    const locked = await changeParts("book.epub", {
      "META-INF/encryption.xml": encryption("EPUB/text/ch001.xhtml"),
    });
    const fonts = await changeParts("book.epub", {
      "META-INF/encryption.xml": encryption("EPUB/fonts/song.otf"),
    });

    await expect(read(locked)).rejects.toMatchObject({
      code: "E_FILE_ENCRYPTED",
      message: expect.stringMatching(/found book\.epub locked .* leave it out\.$/u),
    });
    expect(sentencesOf(await read(fonts))).toContain("青石镇在东湖的东岸。");
  });

  test("names the limit of pages", async () => {
    const limits = { ...defaultLimits, maxPages: 2 };

    await expect(
      parseEpub(readFixture("book.epub"), { path: "book.epub", limits }),
    ).rejects.toMatchObject({
      code: "E_FILE_TOO_LARGE",
      message: expect.stringContaining(
        "at most 2 pages (the limit maxPages), found 4 in book.epub",
      ),
    });
  });

  test("reports a page that is missing, and fails where all are", async () => {
    const one = await read(await changeParts("book.epub", { [firstPage]: undefined }));
    const none = changeParts("book.epub", {
      [firstPage]: undefined,
      "EPUB/text/ch002.xhtml": undefined,
      "EPUB/text/title_page.xhtml": undefined,
      "EPUB/nav.xhtml": undefined,
    });

    expect(one.dropped).toContainEqual(
      expect.objectContaining({ reason: "page missing in the book", text: firstPage }),
    );
    await expect(none.then(read)).rejects.toMatchObject({ code: "E_FILE_DAMAGED" });
  });

  test.each(["META-INF/container.xml", list])("finds a book without %s damaged", async (part) => {
    const bytes = await changeParts("book.epub", { [part]: undefined });

    await expect(
      parseEpub(bytes, { path: "book.epub", limits: defaultLimits }),
    ).rejects.toMatchObject({
      code: "E_FILE_DAMAGED",
      message: expect.stringContaining("an EPUB book in book.epub, found no list of its pages"),
    });
  });

  test("fails by its own codes on whatever the book says of itself", async () => {
    const wild = fc.array(
      fc.constantFrom(
        "<item",
        ' id="a"',
        ' href="../../x%"',
        ' href="/etc/passwd"',
        "/>",
        "<itemref",
        ' idref="a"',
        ">",
        "<spine>",
        ' media-type="application/xhtml+xml"',
        "<dc:title>",
        "&#99999999;",
        "<dc:date>2024-99-99</dc:date>",
        "<!--",
      ),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(wild, async (parts) => {
        const bytes = await changeParts("book.epub", {
          [list]: (source) => source.replace("<manifest>", `<manifest>${parts.join("")}`),
        });
        expect(await outcome(read(bytes))).toMatch(/^(?:read|E_FILE_\w+)$/u);
      }),
      { numRuns: 60 },
    );
  });
});
