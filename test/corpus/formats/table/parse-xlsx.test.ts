import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../../../../corpus/document.ts";
import { parseXlsx } from "../../../../corpus/formats/table/parse-xlsx.ts";
import { defaultLimits } from "../../../../corpus/limits.ts";
import { readDocument } from "../../../../corpus/read-document.ts";
import { buildZip } from "../../archives/build-zip.ts";
import { changeParts, outcome, placedSentences, readFixture } from "../read-fixture.ts";

const sheetPart = "xl/worksheets/sheet1.xml";

function read(bytes: Uint8Array): Promise<Document> {
  return readDocument(bytes, { path: "towns.xlsx" });
}

/** The sentences of a workbook whose first sheet is the given XML. */
async function sheet(rows: string, end = ""): Promise<readonly string[]> {
  const source = `<worksheet><sheetData>${rows}</sheetData>${end}</worksheet>`;
  const document = await read(await changeParts("towns.xlsx", { [sheetPart]: source }));
  return placedSentences(document).filter((sentence) => !sentence.includes("收入"));
}

describe("parseXlsx", () => {
  test("reads a workbook of LibreOffice as it shows itself", async () => {
    const document = await read(readFixture("towns.xlsx"));

    expect(document.mediaType).toBe(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    );
    expect(document.articles[0]).toMatchObject({ title: "青石县统计", byline: "王小明" });
    expect(placedSentences(document)).toEqual([
      "row 2 of 人口: 单位：人",
      "row 5 of 人口: 片区：湖东；镇名：青石镇；2023年人口：12,000；2023年增长率：12.5%；登记日期：2024-05-01；面积（平方公里）：35.5",
      "row 6 of 人口: 片区：湖东；镇名：白鹤镇；2023年人口：9,000；2023年增长率：-7.0%；登记日期：2024-06；面积（平方公里）：0.3",
      "row 8 of 人口: 片区：湖西；镇名：东湖镇；2023年人口：1,234,567；面积（平方公里）：0.0000001",
      "row 9 of 人口: 注：人口按年末计算，面积不含湖面。",
      "row 2 of 收入: 镇名：青石镇；收入：356.50万元",
    ]);
    expect(document.articles[0]?.sentences.map(({ section }) => section)).toEqual([
      ...Array.from({ length: 5 }, () => "青石县各镇人口与面积"),
      "收入",
    ]);
    expect(document.dropped).toContainEqual(
      expect.objectContaining({ reason: "hidden sheet", text: "草稿 | 草稿不给人看" }),
    );
  });

  test("names a workbook of several sheets by all of them", async () => {
    const bytes = await changeParts("towns.xlsx", { "docProps/core.xml": undefined });

    expect((await read(bytes)).articles[0]?.title).toBe("人口、收入");
  });

  test("leaves out the name of the only sheet", async () => {
    const one = await changeParts("towns.xlsx", {
      "xl/workbook.xml": (source) => source.replace(/<sheet name="收入"[^>]*>/u, ""),
    });

    expect(placedSentences(await read(one))[0]).toBe("row 2: 单位：人");
  });

  test("reads texts, truth values, dates and results, but no errors", async () => {
    const rows = await sheet(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>镇</t><rPh><t>zhen</t></rPh><r><t>名</t></r></is></c>' +
        '<c r="B1" t="str"><f>A1&amp;"x"</f><v>户_x000D_数</v></c><c r="C1" t="inlineStr"><is><t>开放</t></is></c>' +
        '<c r="D1" t="inlineStr"><is><t>日期</t></is></c></row>' +
        '<row r="2"><c r="A2" t="inlineStr"><is><t>青石&#38215;</t></is></c><c r="B2"><v>3E1</v></c>' +
        '<c r="C2" t="b"><v>1</v></c><c r="D2" t="d"><v>2024-05-01T00:00:00</v></c></row>' +
        '<row r="3"><c r="A3" t="inlineStr"><is><t>东湖镇</t></is></c><c r="B3" t="e"><v>#DIV/0!</v></c>' +
        '<c r="C3" t="b"><v>0</v></c><c r="D3"/></row>',
    );

    expect(rows).toEqual([
      "row 2 of 人口: 镇名：青石镇；户数：30；开放：TRUE；日期：2024-05-01",
      "row 3 of 人口: 镇名：东湖镇；开放：FALSE",
    ]);
  });

  test("reads sheets of programs that spare row numbers, names and order", async () => {
    const rows = await sheet(
      "<x:row><x:c t='inlineStr'><x:is><x:t>甲</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row>" +
        "<x:row><x:c r='C2'><x:v>3</x:v></x:c><x:c r='B2'><x:v>2</x:v></x:c></x:row>",
    );

    expect(rows).toEqual(["row 1 of 人口: 甲 | 1", "row 2 of 人口: 2 | 3"]);
  });

  test("is not impressed by rows and columns at the end of the world", async () => {
    const rows = await sheet(
      '<row r="1"><c r="A1"><v>1</v></c><c r="ZZZ1"><v>2</v></c></row>' +
        '<row r="1048576"><c r="XFD1048576"><v>3</v></c></row><row r="99999999"><c r="A1"><v>4</v></c><c><v>5</v></c></row>',
      '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="nonsense"/></mergeCells>',
    );

    expect(rows).toEqual([
      "row 1 of 人口: 1 | 2",
      "row 1048576 of 人口: 1 | 3",
      "row 1048577 of 人口: 4 | 5",
    ]);
  });

  test("names the limit of rows over all sheets", async () => {
    const limits = { ...defaultLimits, maxRows: 9 };

    await expect(
      parseXlsx(readFixture("towns.xlsx"), { path: "towns.xlsx", limits }),
    ).rejects.toMatchObject({
      code: "E_FILE_TOO_LARGE",
      message: expect.stringContaining("at most 9 rows in all sheets together (the limit maxRows)"),
    });
  });

  test("counts what the parts inflate to", async () => {
    const bomb = await changeParts("towns.xlsx", {
      [sheetPart]: `<sheetData>${" ".repeat(5_000_000)}</sheetData>`,
    });

    await expect(read(bomb)).rejects.toMatchObject({
      code: "E_FILE_TOO_LARGE",
      message: expect.stringContaining("(the limit maxArchiveRatio)"),
    });
  });

  test.each([
    ["no list of sheets", { "xl/workbook.xml": undefined }],
    [
      "none that can be read",
      {
        "xl/worksheets/sheet1.xml": undefined,
        "xl/worksheets/sheet2.xml": undefined,
        "xl/worksheets/sheet3.xml": undefined,
      },
    ],
  ])("says that a workbook has %s", async (found, changes) => {
    const bytes = await changeParts("towns.xlsx", changes);

    await expect(
      parseXlsx(bytes, { path: "towns.xlsx", limits: defaultLimits }),
    ).rejects.toMatchObject({
      code: "E_FILE_DAMAGED",
      message: expect.stringContaining(`in towns.xlsx, found ${found}. Open it in the program`),
    });
  });

  test("says that a file is torn or locked", async () => {
    const torn = readFixture("towns.xlsx").subarray(0, 5000);
    const locked = buildZip([{ name: "xl/workbook.xml", content: "x", flags: 1 }]);

    await expect(read(torn)).rejects.toMatchObject({ code: "E_FILE_DAMAGED" });
    await expect(read(locked)).rejects.toMatchObject({ code: "E_FILE_ENCRYPTED" });
  });

  test("fails by its own codes on whatever a sheet holds", async () => {
    const wild = fc.array(
      fc.constantFrom(
        '<row r="2">',
        "<row>",
        "</row>",
        '<c r="B2">',
        '<c t="s" s="99">',
        "</c>",
        "<v>",
        "7</v>",
        "<is><t>湖",
        "</t></is>",
        '<c r="A1"/>',
        '<mergeCell ref="A1:C9"/>',
        "<rPh>",
        "<![CDATA[",
        "<!--",
        "&#x;",
        "<f>",
        "-1</v>",
        "NaN</v>",
      ),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(wild, async (parts) => {
        const bytes = await changeParts("towns.xlsx", {
          [sheetPart]: parts.join(""),
          "xl/sharedStrings.xml": (source) => source.slice(0, source.length / 2) + parts.join(""),
        });
        expect(await outcome(read(bytes))).toMatch(/^(?:read|E_FILE_\w+)$/u);
      }),
      { numRuns: 60 },
    );
  });
});
