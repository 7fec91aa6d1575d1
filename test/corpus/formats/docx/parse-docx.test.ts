import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../../../../corpus/document.ts";
import { parseDocx } from "../../../../corpus/formats/docx/parse-docx.ts";
import { defaultLimits } from "../../../../corpus/limits.ts";
import { readDocument } from "../../../../corpus/read-document.ts";
import { changeParts, outcome, readFixture, sentencesOf } from "../read-fixture.ts";

const textPart = "word/document.xml";

function read(bytes: Uint8Array, path = "lake.docx"): Promise<Document> {
  return readDocument(bytes, { path });
}

/** The document of `lake.docx` with other paragraphs in place of its own. */
async function readBody(body: string): Promise<Document> {
  return read(
    await changeParts("lake.docx", {
      [textPart]: (source) => source.replace(/(<w:body>).*(<\/w:body>)/su, `$1${body}$2`),
    }),
  );
}

const paragraph = (text: string, style = "Normal"): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const table = (...rows: readonly (readonly string[])[]): string => {
  const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
};

describe("parseDocx", () => {
  test("reads a document of LibreOffice: its last version, notes, lists, tables and text boxes", async () => {
    const document = await read(readFixture("lake.docx"));
    const [feature, caption] = document.articles;

    expect(document.mediaType).toBe(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    );
    expect(feature).toMatchObject({
      title: "东湖的一年",
      subtitle: "——青石镇湖岸整治见闻",
      byline: "王小明",
      sections: ["湖水变清", "渔民上岸"],
    });
    expect(feature?.publishedOn).toBeUndefined();
    expect(feature?.sentences.map(({ text }) => text)).toEqual([
      "东湖的水质在一年里提高了两级。",
      "湖边新栽了八百棵柳树。",
      "清淤三公里。",
      "关停排污口十二处。",
      "整治由镇里的湖长负责。",
      "湖岸步道全长十五公里。",
      "去年有四十六户渔民上岸定居。",
      "村名：湖口村；户数：30；新业：种藕",
      "村名：柳湾村；户数：16；新业：开店",
      "他们的孩子都进了镇上的学校。",
      "水质数据来自县环保站的月报。",
    ]);
    expect(caption).toMatchObject({ kind: "caption", sentences: [{ text: "图1 整治后的湖岸" }] });
    const contents = document.dropped.filter(({ reason }) => reason === "table of contents");
    expect(contents.map(({ text }) => text)).toEqual(["目录", "湖水变清\t1", "渔民上岸\t2"]);
    expect(document.text).not.toContain("删去的话");
  });

  test("takes a line set in the middle for the title, and no account for an author", async () => {
    const document = await read(readFixture("notice.docx"));

    expect(document.articles[0]?.title).toBe("青石镇关于湖岸禁钓的通知");
    expect(document.articles[0]?.byline).toBeUndefined();
    expect(sentencesOf(document)).toEqual([
      "东湖自六月一日起禁钓三个月。",
      "违者由湖长登记劝离。",
      "湖长 | 王小明 | 巡湖次数 | 每日两次",
      "电话 | 湖边电话亭 | 负责湖段 | 东岸",
      "姓名：李小红；湖段：西岸 和湖口",
    ]);
  });

  test("takes the title of its properties where it shows none", async () => {
    const body = paragraph("湖水很清。");
    const bytes = await changeParts("lake.docx", {
      [textPart]: (source) => source.replace(/(<w:body>).*(<\/w:body>)/su, `$1${body}$2`),
      "docProps/core.xml": (source) => source.replace(/Microsoft[^<]*/u, "东湖旧事"),
    });

    expect((await read(bytes)).articles[0]?.title).toBe("东湖旧事");
    expect((await readBody(body)).articles[0]?.title).toBeUndefined();
  });

  test("keeps tables that arrange text as text, and merged cells for each row", async () => {
    const long = "湖水很清，岸边的树都绿了，来的人也一天比一天多。".repeat(8);
    const merged =
      `<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph("湖东")}</w:tc><w:tc>${paragraph("青石镇")}</w:tc><w:tc>${paragraph("12")}</w:tc></w:tr>` +
      `<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>${paragraph("白鹤镇")}</w:tc><w:tc>${paragraph("9")}</w:tc></w:tr>`;
    const header = table(["片区", "镇名", "户数"]).replace("</w:tbl>", `${merged}</w:tbl>`);
    const layout = table(
      ["左栏", "右栏"],
      ["湖", `${long}</w:t></w:r></w:p><w:p><w:r><w:t>鱼很多。`],
    );
    const document = await readBody(layout + header);
    const found = sentencesOf(document);

    expect(found).toContain("鱼很多。");
    expect(found.slice(-2)).toEqual([
      "片区：湖东；镇名：青石镇；户数：12",
      "片区：湖东；镇名：白鹤镇；户数：9",
    ]);
  });

  test("takes a bold first row for the names of columns", async () => {
    const bold = table(["姓名", "湖段"]).replaceAll("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>");
    const document = await readBody(bold.replace("</w:tbl>", table(["李小红", "西岸"]).slice(7)));

    expect(sentencesOf(document)).toEqual(["姓名：李小红；湖段：西岸"]);
  });

  test("reads Chinese names of styles", async () => {
    const body = paragraph("湖边的事", "Title") + paragraph("鱼", "h") + paragraph("鱼很多。");
    const bytes = await changeParts("lake.docx", {
      [textPart]: (source) => source.replace(/(<w:body>).*(<\/w:body>)/su, `$1${body}$2`),
      "word/styles.xml": (source) =>
        source.replace(
          "</w:styles>",
          '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="标题 2"/></w:style></w:styles>',
        ),
    });

    expect((await read(bytes)).articles[0]).toMatchObject({ title: "湖边的事", sections: ["鱼"] });
  });

  test.each([
    ["without its text", { [textPart]: undefined }],
    ["with torn text", { [textPart]: "<w:document><w:body><w:p>" }],
  ])("says that a document %s is damaged", async (_, changes) => {
    const bytes = await changeParts("lake.docx", changes);

    await expect(
      parseDocx(bytes, { path: "lake.docx", limits: defaultLimits }),
    ).rejects.toMatchObject({
      code: "E_FILE_DAMAGED",
      message: expect.stringMatching(
        /^Expected a whole Word document in lake\.docx, found .* out\.$/u,
      ),
    });
  });

  test("says that a torn file is damaged", async () => {
    await expect(read(readFixture("lake.docx").subarray(0, 4000))).rejects.toMatchObject({
      code: "E_FILE_DAMAGED",
    });
  });

  test("survives deeply nested tables", async () => {
    const deep = `${"<w:tbl><w:tr><w:tc>".repeat(5000)}${paragraph("鱼")}${"</w:tc></w:tr></w:tbl>".repeat(5000)}`;

    expect(await outcome(readBody(paragraph("湖水很清。") + deep))).toMatch(
      /^(?:read|E_FILE_DAMAGED)$/u,
    );
  });

  test("fails by its own codes on whatever the text holds", async () => {
    const wild = fc.array(
      fc.constantFrom(
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>湖水。</w:t>",
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
        "<w:del>",
        "</w:del>",
        "&nbsp;",
        "<w:br/>",
        '<w:footnoteReference w:id="9"/>',
        '<w:vMerge w:val="x"/>',
        '<w:gridSpan w:val="-5"/>',
        "<mc:AlternateContent>",
        '<w:sym w:char="zz"/>',
      ),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(wild, async (parts) => {
        const body = `${paragraph("湖水很清。")}${parts.join("")}`;
        expect(await outcome(readBody(body))).toMatch(/^(?:read|E_FILE_DAMAGED)$/u);
      }),
      { numRuns: 60 },
    );
  });
});
