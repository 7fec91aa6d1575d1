import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../../../../corpus/document.ts";
import { parseCsv } from "../../../../corpus/formats/table/parse-csv.ts";
import { defaultLimits } from "../../../../corpus/limits.ts";
import { readDocument } from "../../../../corpus/read-document.ts";
import { placedSentences, readFixture } from "../read-fixture.ts";

function read(text: string, path = "towns.csv"): Promise<Document> {
  return readDocument(new TextEncoder().encode(text), { path });
}

async function rows(text: string, path?: string): Promise<readonly string[]> {
  return placedSentences(await read(text, path));
}

describe("parseCsv", () => {
  test("reads each row with the names of its columns, and where it stands", async () => {
    const text = "镇名,人口,面积（平方公里）\n青石镇,12000,35.5\n\n东湖镇,,40\n";

    expect(await rows(text)).toEqual([
      "row 2: 镇名：青石镇；人口：12000；面积（平方公里）：35.5",
      "row 4: 镇名：东湖镇；面积（平方公里）：40",
    ]);
  });

  test("uses Latin marks in a Latin table", async () => {
    expect(await rows("Town;Population\nLakeside;12000\n")).toEqual([
      "row 2: Town: Lakeside; Population: 12000",
    ]);
  });

  test("joins values where no row names the columns", async () => {
    expect(await rows("青石镇,12000,35.5\n东湖镇,11000,40\n")).toEqual([
      "row 1: 青石镇 | 12000 | 35.5",
      "row 2: 东湖镇 | 11000 | 40",
    ]);
  });

  test("reads a file of LibreOffice in GB18030: title, unit, names in two rows, a remark", async () => {
    const document = await readDocument(readFixture("towns.csv"), { path: "towns.csv" });

    expect(document.mediaType).toBe("text/csv");
    expect(document.articles[0]?.title).toBe("青石县各镇人口与面积");
    expect(placedSentences(document)).toEqual([
      "row 2: 单位：人",
      "row 5: 片区：湖东；镇名：青石镇；2023年人口：12000；2023年增长率：12.5%；登记日期：05/01/2024；面积（平方公里）：35.5",
      "row 6: 镇名：白鹤镇；2023年人口：9000；2023年增长率：-7%；登记日期：06/01/2024；面积（平方公里）：0.3",
      "row 8: 片区：湖西；镇名：东湖镇；2023年人口：1234567；登记日期：#DIV/0!；面积（平方公里）：0.0000001",
      "row 9: 注：人口按年末计算，面积不含湖面。",
    ]);
    expect(document.dropped.map(({ reason }) => reason)).toContain("names of columns");
  });

  test.each([
    ["tabs", "镇名\t人口\n青石镇\t1,2\n东湖镇\t3\n", "towns.csv"],
    ["semicolons", "镇名;人口\n青石镇;1,2\n东湖镇;3\n", "towns.csv"],
    ["commas", '镇名,人口\n青石镇,"1,2"\n东湖镇,3\n', "towns.tsv"],
    ["what Excel is told", "sep=|\n镇名|人口\n青石镇|1,2\n", "towns.csv"],
  ])("finds values parted by %s", async (_, text, path) => {
    expect((await rows(text, path))[0]).toBe("row 2: 镇名：青石镇；人口：1,2");
  });

  test("counts a quoted cell of several lines as one row", async () => {
    const text = '镇名,"人口\n（人）"\n"青石镇\n（县城）",12000\n东湖镇,9000\n';

    expect(await rows(text)).toEqual([
      "row 2: 镇名：青石镇 （县城）；人口（人）：12000",
      "row 3: 镇名：东湖镇；人口（人）：9000",
    ]);
  });

  test("reads quotes as they stand where they make no sense", async () => {
    expect(await rows('镇名,人口\n"青石镇,12000\n')).toEqual(['row 2: 镇名："青石镇；人口：12000']);
  });

  test("takes years for names and a first row of values for values", async () => {
    expect((await rows("地区,2021,2022年\n青石镇,1,2\n"))[0]).toBe(
      "row 2: 地区：青石镇；2021：1；2022年：2",
    );
    expect((await rows("地区,2023年1月,2023-02\n青石镇,1,2\n"))[0]).toBe(
      "row 2: 地区：青石镇；2023年1月：1；2023-02：2",
    );
    expect((await rows("青石镇,东湖县\n白鹤镇,东湖县\n"))[0]).toBe("row 1: 青石镇 | 东湖县");
  });

  test("drops names that a page break repeats", async () => {
    const document = await read("镇名,人口\n青石镇,1\n镇名,人口\n东湖镇,2\n");

    expect(placedSentences(document)).toEqual([
      "row 2: 镇名：青石镇；人口：1",
      "row 4: 镇名：东湖镇；人口：2",
    ]);
  });

  test("lets a long cell be text of its own, and a wide row name its subject again", async () => {
    const story = Array.from({ length: 9 }, (_, at) => `镇上第${at}条街通向东湖的湖岸边。`);
    const names = Array.from({ length: 60 }, (_, at) => `指标${at}`);
    const values = names.map((_, at) => 1000 + at);
    const text = `镇名,简介,${names.join()}\n青石镇,"${story.join("")}\n\n第二段。",${values.join()}\n`;
    const found = await rows(text);
    const wide = found.filter((row) => row.includes("指标"));

    expect(found).toContain(`row 2: 简介：${story[0]}`);
    expect(found).toContain(`row 2: ${story[8]}`);
    expect(found).toContain("row 2: 第二段。");
    expect(wide.length).toBeGreaterThan(1);
    for (const row of wide) {
      expect(row).toMatch(/^row 2: 镇名：青石镇；指标/u);
      expect(row.length).toBeLessThan(420);
    }
    expect(wide.join().match(/指标\d+：/gu)).toHaveLength(60);
  });

  test("reads a single column as text", async () => {
    expect(await rows("湖水很清。鱼很多。\n树很高。\n")).toEqual([
      "row 1: 湖水很清。",
      "row 1: 鱼很多。",
      "row 2: 树很高。",
    ]);
  });

  test("names the limit of rows", () => {
    const limits = { ...defaultLimits, maxRows: 2 };

    expect(() => parseCsv("甲,乙\n1,2\n3,4\n", { path: "towns.csv", limits })).toThrow(
      expect.objectContaining({
        code: "E_FILE_TOO_LARGE",
        message: expect.stringMatching(
          /at most 2 rows .*\(the limit maxRows\), found more in towns/u,
        ),
      }),
    );
  });

  test("keeps the words of every cell", () => {
    const cell = fc.oneof(
      fc.constantFrom("镇名", "人口", "12000", "12.5%", "2023年", "", "湖水很清。鱼很多。", "a\nb"),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    );
    const table = fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 8 });
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, fc.constantFrom(",", ";", "\t"), (cells, delimiter) => {
        const text = cells.map((row) => row.map(quote).join(delimiter)).join("\n");
        const parsed = parseCsv(text, { path: "a.csv", limits: defaultLimits });
        const dropped = parsed.dropped.map((part) => part.text).join("\n");
        const shown = `${parsed.text}\n${dropped}`.replace(/\s+/gu, "");
        for (const word of cells.flat().flatMap((one) => one.match(/[\p{L}\p{N}]+/gu) ?? [])) {
          expect(shown).toContain(word);
        }
        for (const block of parsed.blocks) expect(block.place?.kind).toBe("row");
      }),
      { numRuns: 500 },
    );
  });
});
