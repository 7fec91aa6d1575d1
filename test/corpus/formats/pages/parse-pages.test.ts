import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Page, PageLine } from "../../../../corpus/formats/pages/page.ts";
import { parsePages } from "../../../../corpus/formats/pages/parse-pages.ts";
import { droppedReasons, shownBlocks, shownPages } from "./shown-blocks.ts";
import { frames, sentences, setColumns, setText } from "./typeset.ts";

const size = { width: 400, height: 600 };
const column = { left: 40, width: 300 };

/** Rows as given, 16 units apart; leading blanks are its indentation. */
function rows(texts: readonly string[], top = 100, typeSize = 10): readonly PageLine[] {
  return texts.map((raw, index) => {
    const text = raw.trimStart();
    const left = column.left + (raw.length - text.length) * typeSize;
    const width = [...text].reduce((sum, it) => sum + (it > "\u2000" ? 1 : 0.5), 0) * typeSize;
    const y = top + index * 16;
    return { text, left, top: y, right: left + width, bottom: y + typeSize, typeSize };
  });
}

function parse(lines: readonly PageLine[]) {
  return parsePages([{ number: 1, ...size, lines }]);
}

describe("parsePages, paragraphs", () => {
  test("joins Chinese rows without blanks and Latin rows with one", () => {
    expect(shownBlocks(parse(rows(["　湖边的老船修好了，今天", "下水。"])))).toEqual([
      "湖边的老船修好了，今天下水。",
    ]);
    expect(
      shownBlocks(parse(rows(["The old boats of the lake are mended and", "float."]))),
    ).toEqual(["The old boats of the lake are mended and float."]);
  });

  test("keeps the hyphen of a divided word, without a blank behind it", () => {
    const lines = rows(["The carpenter mends the boats in the ship-", "yard every spring."]);

    expect(shownBlocks(parse(lines))).toEqual([
      "The carpenter mends the boats in the ship-yard every spring.",
    ]);
  });

  test("begins a paragraph at an indented row, at a wide gap and after a short row", () => {
    const lines = [
      ...rows([
        "　　老船修好了今天一早从湖边下水",
        "船上坐着十二个人从东岸到西岸去。",
        "　　新船还在船厂里等着上第一遍油",
        "漆。",
      ]),
      ...rows(["渡口每天早上六点开门晚上八点关", "门。"], 190),
      ...rows(["船票十五元。", "老人不收钱老人的孩子也不收钱。"], 240),
    ];

    expect(shownBlocks(parse(lines))).toEqual([
      "老船修好了今天一早从湖边下水船上坐着十二个人从东岸到西岸去。",
      "新船还在船厂里等着上第一遍油漆。",
      "渡口每天早上六点开门晚上八点关门。",
      "船票十五元。",
      "老人不收钱老人的孩子也不收钱。",
    ]);
  });

  test("begins a paragraph at an indented row below a nearly full line of its own", () => {
    const lines = rows([
      "　　老船修好了今天一早从湖边下水",
      "船上坐着十二个人从东岸到西岸去。",
      "　　修船匠和他的三个徒弟",
      "　　新船还在船厂里等着上第一遍油",
      "漆，要等到夏天才能从湖边下水。",
      "　　船票",
      "　　渡口每天早上六点开门晚上八点",
      "关门。",
    ]);

    expect(shownBlocks(parse(lines))).toEqual([
      "老船修好了今天一早从湖边下水船上坐着十二个人从东岸到西岸去。",
      "修船匠和他的三个徒弟",
      "新船还在船厂里等着上第一遍油漆，要等到夏天才能从湖边下水。",
      "船票",
      "渡口每天早上六点开门晚上八点关门。",
    ]);
  });

  test("keeps rows beside a picture together", () => {
    const lines = rows([
      "　　老船修好了今天一早从湖边下水",
      "船上坐着十二个人从东岸到西岸去，",
      "　　　　　　新船还在船厂里等着上",
      "　　　　　　第一遍油漆，要等到夏",
      "　　　　　　天才能从湖边下水，船",
      "厂的人都在等着看它下水的那一天，",
      "村里的老人也在等。",
    ]);

    expect(shownBlocks(parse(lines))).toHaveLength(1);
  });

  test("puts parts of one row together and closes letter-spaced titles", () => {
    const [whole] = rows(["第一届大会在东湖开幕，来的人很多。"]);
    const parts = ["青", "石", "日", "报"].map((text, index) => {
      const left = 100 + index * 50;
      return { text, left, top: 40, right: left + 24, bottom: 64, typeSize: 24 };
    });

    expect(shownBlocks(parse([...parts, whole!]))).toEqual([
      "# 青石日报",
      "第一届大会在东湖开幕，来的人很多。",
    ]);
  });

  test("tells numbered and bulleted rows as items", () => {
    const lines = rows(["• 带上船票，没有船票的人不能上船，", "老人除外。", "• 穿上救生衣。"]);

    expect(shownBlocks(parse(lines))).toEqual([
      "* 带上船票，没有船票的人不能上船，老人除外。",
      "* 穿上救生衣。",
    ]);
  });

  test("ranks headings by type size, and takes a bold line above text for the lowest", () => {
    const lines = [
      ...rows(["湖边旧事"], 30, 30),
      ...rows(["木船"], 80, 18),
      ...rows(["　　老船修好了今天一早从湖边下水", "了。"], 120),
      ...rows(["船上的人"], 160).map((line) => ({ ...line, isBold: true })),
      ...rows(["　　船上坐着十二个人从东岸到西岸", "去。"], 180),
      ...rows(["铁船"], 230, 18),
      ...rows(["　　新船还在船厂里等着上第一遍油", "漆。"], 260),
    ];

    expect(shownBlocks(parse(lines)).filter((shown) => shown.startsWith("#"))).toEqual([
      "# 湖边旧事",
      "## 木船",
      "### 船上的人",
      "## 铁船",
    ]);
  });

  test("takes long text in large type for text", () => {
    const lede = sentences("王小明", 3);
    const lines = [
      ...setText(lede, { ...column, top: 40, typeSize: 14 }).lines,
      ...setText(sentences("周大河", 9), { ...column, top: 200 }).lines,
    ];

    expect(shownBlocks(parse(lines))).toEqual([lede, sentences("周大河", 9)]);
  });

  test("takes small type under a picture for a caption, and a note at the foot not", () => {
    const lines = [
      ...rows(["　　老船修好了今天一早从湖边下水", "了。"], 100),
      ...rows(["修好的老船停在湖边"], 220, 8),
      ...rows(["　　新船还在船厂里等着上第一遍油", "漆。"], 240),
      ...rows(["船票的价钱见第九页的表。"], 275, 8),
    ];

    expect(shownBlocks(parse(lines))).toEqual([
      "老船修好了今天一早从湖边下水了。",
      "[caption] 修好的老船停在湖边",
      "新船还在船厂里等着上第一遍油漆。",
      "船票的价钱见第九页的表。",
    ]);
  });
});

describe("parsePages, several pages", () => {
  const text = ["王小明", "周大河", "李小溪"].map((name) => sentences(name, 13));

  function bookPage(number: number, lines: readonly PageLine[]): Page {
    const header = setText(`东湖区志 第${number}章`, { ...column, top: 20, align: "center" });
    const foot = setText(`- ${number} -`, { ...column, top: 570, align: "center" });
    return { number, ...size, lines: [...header.lines, ...lines, ...foot.lines] };
  }

  function flow(pages: number, height: number): readonly Page[] {
    const columns = frames(2, { ...column, top: 60, height });
    const all = Array.from({ length: pages }, (_, page) =>
      columns.map((frame) => ({ ...frame, top: frame.top + page * 10_000 })),
    ).flat();
    const lines = setColumns(text, all);
    return Array.from({ length: pages }, (_, page) =>
      bookPage(
        page + 1,
        lines
          .filter((line) => Math.floor(line.top / 10_000) === page)
          .map((line) => ({
            ...line,
            top: line.top - page * 10_000,
            bottom: line.bottom - page * 10_000,
          })),
      ),
    );
  }

  test("joins a paragraph over columns and pages and places it where it begins", () => {
    expect(shownPages(parsePages(flow(3, 330)))).toEqual([
      `1: ${text[0]}`,
      `1: ${text[1]}`,
      `2: ${text[2]}`,
    ]);
  });

  test("drops headers that repeat, their numbers aside, and page numbers", () => {
    expect(droppedReasons(parsePages(flow(3, 330)))).toEqual([
      "东湖区志 第1章 (repeated on 3 pages)",
      "- 1 - (page number)",
      "东湖区志 第2章 (repeated on 3 pages)",
      "- 2 - (page number)",
      "东湖区志 第3章 (repeated on 3 pages)",
      "- 3 - (page number)",
    ]);
  });

  test("keeps what repeats within the text", () => {
    const refrain = setText("划呀划。", { ...column, top: 300 }).lines;
    const pages = [1, 2, 3].map((number) => bookPage(number, refrain));

    expect(shownBlocks(parsePages(pages))).toEqual(["划呀划。", "划呀划。", "划呀划。"]);
  });

  test("keeps the day of issue that stands above every page once", () => {
    const date = setText("2026年3月18日", { ...column, top: 20, align: "left" }).lines;
    const pages = [1, 2, 3].map((number) => ({
      number,
      ...size,
      lines: [...date, ...setText(text[number - 1]!, { ...column, top: 60 }).lines],
    }));

    expect(shownPages(parsePages(pages))).toEqual([
      "1: [dateline] 2026年3月18日",
      ...text.map((paragraph, index) => `${index + 1}: ${paragraph}`),
    ]);
  });

  test("drops the time and address that a browser prints on its pages", () => {
    const lines = [
      ...setText("2026/3/18 10:20", { left: 10, width: 200, top: 5, align: "left" }).lines,
      ...setText("湖边旧事", { left: 250, width: 100, top: 5, align: "left" }).lines,
      ...setText(text[0]!, { ...column, top: 60 }).lines,
      ...setText("https://lake.example/boats", { left: 10, width: 300, top: 585, align: "left" })
        .lines,
      ...setText("1/1", { left: 370, width: 30, top: 585, align: "left" }).lines,
    ];

    const parsed = parsePages([{ number: 1, ...size, lines }]);

    expect(shownBlocks(parsed)).toEqual([text[0]]);
    expect(droppedReasons(parsed)).toEqual([
      "2026/3/18 10:20 (time of printing)",
      "湖边旧事 (title above the printed page)",
      "https://lake.example/boats (address of the printed page)",
      "1/1 (page number)",
    ]);
  });
});

describe("parsePages, any pages", () => {
  const coordinate = fc.oneof(
    fc.integer({ min: -50, max: 700 }),
    fc.double({ min: -10, max: 800, noNaN: true }),
  );
  const words = fc.oneof(
    fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }),
    fc.constantFrom(
      "第 3 页",
      "• 船",
      "湖边的老船",
      "ship-",
      "yard",
      "。",
      "2026年3月18日",
      "青 石 日 报",
    ),
  );
  const line = fc
    .tuple(
      words,
      coordinate,
      coordinate,
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 0, max: 60 }),
    )
    .map(([text, left, top, width, typeSize]) => ({
      text,
      left,
      top,
      right: left + width,
      bottom: top + typeSize,
      typeSize,
    }));
  const pages = fc
    .array(fc.array(line, { maxLength: 30 }), { maxLength: 4 })
    .map((list) => list.map((lines, index) => ({ number: index + 1, ...size, lines })));

  /** Letters and digits, sorted: their order is the layout's matter. */
  function letters(text: string): string {
    return [...text]
      .filter((it) => /[\p{L}\p{N}]/u.test(it))
      .sort()
      .join("");
  }

  test("has every letter of every line in a block or among the dropped, and no other", () => {
    fc.assert(
      fc.property(pages, (given) => {
        const parsed = parsePages(given);
        const kept = parsed.blocks.flatMap(({ spans }) =>
          spans.map(({ start, end }) => parsed.text.slice(start, end)),
        );
        const dropped = parsed.dropped.map(({ text }) => text);
        const lines = given.flatMap((page) => page.lines.map(({ text }) => text));

        expect(letters([...kept, ...dropped].join(""))).toBe(letters(lines.join("")));
        expect(letters(parsed.text)).toBe(letters(kept.join("")));
      }),
    );
  });

  test("does not depend on the order in which a page holds its lines", () => {
    fc.assert(
      fc.property(pages, (given) => {
        const turned = given.map((page) => ({ ...page, lines: page.lines.toReversed() }));
        const places = given.flatMap(({ lines }) => lines.map(({ left, top }) => `${left} ${top}`));
        fc.pre(new Set(places).size === places.length);

        expect(letters(parsePages(turned).text)).toBe(letters(parsePages(given).text));
      }),
    );
  });

  test("reads a page of very many lines", () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => ({
      text: `行${index}`,
      left: index % 7,
      top: index,
      right: 40 + (index % 11),
      bottom: index + 2,
      typeSize: 2,
    }));

    expect(parsePages([{ number: 1, width: 60, height: 20_002, lines }]).text).toContain("行19999");
  });
});
