import { describe, expect, test } from "vitest";
import { missingParts } from "../../../corpus/articles/incompleteness.ts";

function prose(...texts: readonly string[]) {
  return texts.map((text) => ({ text, isProse: true }));
}

const whole = "湖水很清，鱼也比去年多。";

describe("missingParts", () => {
  test("finds nothing missing from a whole piece", () => {
    expect(missingParts(prose(whole, "来看鱼的人很多。"))).toEqual([]);
  });

  test.each([
    "，湖水也一天比一天清。",
    "三是推进堤坝加固，保护湖水。",
    "其二，要把堤坝修好。",
    "良好态势，全市鱼塘收入增长一成。",
    "which the fishermen of the lake had been asking for since spring.",
  ])("sees that a piece begins elsewhere: %s", (text) => {
    expect(missingParts(prose(text, whole))).toEqual(["beginning"]);
  });

  test.each([
    "第二天，湖水清了。",
    "两是一非，谁也说不清。",
    "二是推进堤坝加固。",
    "保持良好态势，全市鱼塘收入增长一成。",
    "iPhone 也能拍下湖面。",
  ])("takes what only looks like it for a beginning: %s", (text) => {
    const before = text.startsWith("二是") ? ["一是多种树。"] : [];
    expect(missingParts(prose(...before, text, whole))).toEqual([]);
  });

  test("sees that the last sentence breaks off", () => {
    expect(missingParts(prose(whole, "水务局今年在岸边种下了许多树，又修了两道新的堤"))).toEqual([
      "end",
    ]);
  });

  test.each([
    "王小明",
    "水务局今年在岸边种下了许多树，又修了两道新的堤……",
    "本文转自青石日报，图片由青石县水务局提供，来源：青石发布",
    "The lake is clear, and there are more fish than there were last year",
  ])("lets a piece end with %s", (text) => {
    expect(missingParts(prose(whole, text))).toEqual([]);
  });

  test("expects no full stop of rows, items and code", () => {
    const row = "年份：2024；水质：三类标准以上且连续三年稳定达标；鱼：三万斤左右";
    const code = "const lake = measure(water).then((clear) => clear.toString(), report)";

    expect(missingParts([...prose(whole), { text: row, isProse: false }])).toEqual([]);
    expect(missingParts([{ text: code, isProse: false }, ...prose(whole)])).toEqual([]);
  });

  test("finds nothing in nothing", () => {
    expect(missingParts([])).toEqual([]);
  });
});
