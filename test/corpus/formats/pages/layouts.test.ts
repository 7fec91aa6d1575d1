import { describe, expect, test } from "vitest";
import type { PageLine } from "../../../../corpus/formats/pages/page.ts";
import { parsePages } from "../../../../corpus/formats/pages/parse-pages.ts";
import { droppedReasons, shownBlocks } from "./shown-blocks.ts";
import { type Frame, frames, sentences, setColumns, setText } from "./typeset.ts";

function parse(lines: readonly PageLine[], size = { width: 700, height: 1000 }) {
  // A file may hold its lines in any order.
  return parsePages([{ number: 1, ...size, lines: lines.toReversed() }]);
}

function title(text: string, frame: Frame): readonly PageLine[] {
  return setText(text, { align: "center", ...frame }).lines;
}

/** Paragraphs, each of a person of its own. */
function story(names: readonly string[], length: number): readonly string[] {
  return names.map((name) => sentences(name, length));
}

const page = { left: 20, width: 660 };

describe("parsePages, layouts", () => {
  test.each([2, 3, 4, 5, 6])("reads %d columns under a title one after another", (count) => {
    const text = story(["王小明", "周大河", "李小溪", "何青山", "罗大山", "陈小雨", "林小溪"], 9);
    const lines = [
      ...title("老厂房里机器响", { ...page, top: 20, typeSize: 40 }),
      ...setColumns(text, frames(count, { ...page, top: 90, height: 500 })),
    ];

    expect(shownBlocks(parse(lines))).toEqual(["# 老厂房里机器响", ...text]);
  });

  test("keeps two articles side by side apart, each under its title", () => {
    const left = story(["王小明", "周大河"], 14);
    const right = story(["何青山"], 9);
    const lines = [
      ...title("三座旧桥换新颜", { left: 20, width: 420, top: 20, typeSize: 30 }),
      ...setColumns(left, frames(3, { left: 20, width: 420, top: 80, height: 300 })),
      ...title("夜市有了投诉箱", { left: 455, width: 225, top: 20, typeSize: 22 }),
      ...setColumns(right, frames(2, { left: 455, width: 225, top: 60, height: 200 })),
    ];

    expect(shownBlocks(parse(lines))).toEqual([
      "# 三座旧桥换新颜",
      ...left,
      "## 夜市有了投诉箱",
      ...right,
    ]);
  });

  test("reads on beside a box before the box", () => {
    const [first, second, third] = frames(3, { ...page, top: 90, height: 230 });
    const around = story(["王小明", "周大河", "李小溪", "陈小雨", "林小溪"], 7);
    const inside = story(["何青山", "罗大山"], 14);
    const box = { left: 20, width: 435 };
    const lines = [
      ...title("老厂房里机器响", { ...page, top: 20, typeSize: 40 }),
      ...setColumns(around, [first!, second!, { ...third!, height: 700 }]),
      ...title("北山茶园开园迎客", { ...box, top: 350, typeSize: 26 }),
      ...setColumns(inside, frames(2, { ...box, top: 400, height: 300 })),
    ];

    expect(shownBlocks(parse(lines))).toEqual([
      "# 老厂房里机器响",
      ...around,
      "## 北山茶园开园迎客",
      ...inside,
    ]);
  });

  test("cuts across the columns at a short heading that touches one of them", () => {
    const above = story(["王小明", "周大河", "李小溪"], 6);
    const below = story(["何青山", "罗大山", "陈小雨"], 6);
    const lines = [
      ...title("路", { ...page, top: 20, typeSize: 40 }),
      ...setColumns(above, frames(3, { ...page, top: 90, height: 120 })),
      ...title("修到家门口", { ...page, top: 222, typeSize: 14 }),
      ...setColumns(below, frames(3, { ...page, top: 250, height: 120 })),
    ];

    expect(shownBlocks(parse(lines))).toEqual(["# 路", ...above, "## 修到家门口", ...below]);
  });

  test("flows past a picture over two of three columns and sets its caption behind", () => {
    const [first, second, third] = frames(3, { ...page, top: 90, height: 500 });
    const above = (column: Frame): Frame => ({ ...column, height: 155 });
    const below = (column: Frame): Frame => ({ ...column, top: 400, height: 190 });
    const text = story(["王小明", "周大河", "李小溪", "何青山", "罗大山"], 12);
    const lines = [
      ...title("湖边的修船匠", { ...page, top: 20, typeSize: 40 }),
      ...setColumns(text, [first!, above(second!), below(second!), above(third!), below(third!)]),
      ...title("修船匠在刨木板。张小舟 摄", { ...second!, width: 440, top: 380, typeSize: 8 }),
    ];

    expect(shownBlocks(parse(lines))).toEqual([
      "# 湖边的修船匠",
      ...text,
      "[caption] 修船匠在刨木板。张小舟 摄",
    ]);
  });

  test("joins what a picture within a column parts", () => {
    const [only] = frames(1, { left: 20, width: 300, top: 60, height: 100 });
    const text = story(["王小明"], 12);
    const lines = [
      ...setColumns(text, [only!, { ...only!, top: 300 }]),
      ...title("工人在装机器。张小舟 摄", { left: 20, width: 300, top: 275, typeSize: 8 }),
    ];

    expect(shownBlocks(parse(lines))).toEqual([...text, "[caption] 工人在装机器。张小舟 摄"]);
  });

  test("reads briefs in a side column after the article, and the day of issue first", () => {
    const text = story(["王小明", "周大河", "李小溪"], 8);
    const side = { left: 700, width: 280 };
    const briefs = ["东湖大桥合龙", "图书馆延时开放", "春季植树开始"];
    let top = 60;
    const briefLines: PageLine[] = [];
    for (const brief of briefs) {
      const heading = setText(brief, { ...side, top, typeSize: 16, align: "center" });
      const body = setText(`本报讯，${brief}。`, { ...side, top: heading.bottom });
      briefLines.push(...heading.lines, ...body.lines);
      top = body.bottom + 14;
    }
    const lines = [
      ...setText("责编：林小溪", { left: 20, width: 100, top: 16, align: "left" }).lines,
      ...setText("要闻", { left: 480, width: 60, top: 12, typeSize: 18, align: "left" }).lines,
      ...setText("2026年3月18日 星期三", { left: 830, width: 150, top: 16, align: "left" }).lines,
      ...title("三座旧桥换新颜", { ...page, top: 60, typeSize: 36 }),
      ...setText("——青石湖边的一次改造", { ...page, top: 115, typeSize: 18, align: "center" })
        .lines,
      ...setText("本报记者 王小明", { ...page, top: 142, align: "center" }).lines,
      ...setColumns(text, frames(4, { ...page, top: 165, height: 200 })),
      ...briefLines,
    ];

    const parsed = parse(lines, { width: 1000, height: 1400 });

    expect(shownBlocks(parsed)).toEqual([
      "[dateline] 2026年3月18日 星期三",
      "# 三座旧桥换新颜",
      "## ——青石湖边的一次改造",
      "[byline] 本报记者 王小明",
      ...text,
      ...briefs.flatMap((brief) => [`### ${brief}`, `本报讯，${brief}。`]),
    ]);
    expect(droppedReasons(parsed)).toEqual(["要闻 (page header)", "责编：林小溪 (page header)"]);
  });
});
