import { describe, expect, test } from "vitest";
import { parsePages } from "../../../../corpus/formats/pages/parse-pages.ts";
import { shownBlocks } from "./shown-blocks.ts";
import { frames, sentences, setColumns, setText } from "./typeset.ts";

/** Cells centred in columns 100 wide. */
function setTable(rows: readonly (readonly string[])[], top: number) {
  return rows.flatMap((cells, row) =>
    cells.flatMap((text, column) => {
      const frame = { left: 20 + column * 100, width: 100, top: top + row * 20 };
      return setText(text, { ...frame, align: "center" }).lines;
    }),
  );
}

function parse(lines: Parameters<typeof parsePages>[0][number]["lines"]) {
  return parsePages([{ number: 1, width: 440, height: 600, lines }]);
}

describe("parsePages, tables", () => {
  test("reads a table row by row between paragraphs", () => {
    const before = sentences("王小明", 6);
    const after = sentences("何青山", 6);
    const table = setTable(
      [
        ["镇", "茶园（亩）", "产量（吨）", "比上年"],
        ["北山镇", "三千六百", "一百二十", "增加"],
        ["东湖镇", "九百", "四十", "减少"],
      ],
      220,
    );
    const lines = [
      ...setText(before, { left: 20, width: 400, top: 60 }).lines,
      ...table,
      ...setText(after, { left: 20, width: 400, top: 310 }).lines,
    ];

    expect(shownBlocks(parse(lines))).toEqual([
      before,
      "| 镇 | 茶园（亩） | 产量（吨） | 比上年",
      "| 北山镇 | 三千六百 | 一百二十 | 增加",
      "| 东湖镇 | 九百 | 四十 | 减少",
      after,
    ]);
  });

  test("reads a list of names and figures row by row", () => {
    const rows = [
      ["船票", "十五元"],
      ["茶水", "两元"],
      ["救生衣", "不收钱"],
    ].map(([name, price]) => [name!, "", "", price!]);

    expect(shownBlocks(parse(setTable(rows, 200)))).toEqual([
      "| 船票 | 十五元",
      "| 茶水 | 两元",
      "| 救生衣 | 不收钱",
    ]);
  });

  test("takes narrow columns of text on one grid for text", () => {
    const text = ["王小明", "周大河", "李小溪"].map((name) => sentences(name, 5));
    const lines = setColumns(text, frames(4, { left: 20, width: 400, top: 60, height: 400 }));

    expect(shownBlocks(parse(lines))).toEqual(text);
  });

  test("drops rows that only lead to a page", () => {
    const contents = ["第一章 木船........3", "第二章 铁船 · · · · · 12"].flatMap(
      (text, row) =>
        setText(text, { left: 20, width: 400, top: 200 + row * 16, align: "left" }).lines,
    );

    const parsed = parse(contents);

    expect(parsed.blocks).toEqual([]);
    expect(parsed.dropped.map(({ reason }) => reason)).toEqual([
      "table of contents",
      "table of contents",
    ]);
  });
});
