import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSameSentence } from "../../../retrieval/duplicates/same-sentence.ts";
import { comparableSentence } from "./comparable.ts";

const said = "东湖湿地去年冬天飞来候鸟十二万只，比前年多出近一成，管理处为此新建了三座观鸟台。";

function isSame(one: string, other: string): boolean {
  const [a, b] = [comparableSentence(one), comparableSentence(other)];
  expect(isSameSentence(a, b)).toBe(isSameSentence(b, a));
  return isSameSentence(a, b);
}

describe("isSameSentence", () => {
  test.each([
    [
      "in traditional characters",
      "東湖濕地去年冬天飛來候鳥十二萬隻，比前年多出近一成，管理處為此新建了三座觀鳥臺。",
    ],
    ["with other punctuation and spaces", said.replaceAll("，", ", ").replace("。", ".")],
    ["with a character misread", said.replace("管理处", "菅理处")],
    ["with a character lost", said.replace("新建了", "新建")],
    ["with two characters misread", said.replace("湿地", "显地").replace("候鸟", "候乌")],
  ])("knows a copy %s", (_, copy) => expect(isSame(said, copy)).toBe(true));

  test.each([
    ["another figure", said.replace("十二万", "十三万")],
    ["another year", said.replace("去年", "今年")],
    ["a negation", said.replace("新建了", "未新建")],
    ["the opposite", said.replace("多出", "少出")],
    ["another place", said.replace("东湖", "西湖")],
    ["another post", said.replace("管理处", "副管理处")],
    ["another word", said.replace("候鸟", "天鹅")],
    ["a part more", said.replace("。", "，门票不涨。")],
  ])("keeps apart a sentence with %s", (_, other) => expect(isSame(said, other)).toBe(false));

  test.each([
    ["青石县博物馆占地96亩。", "青石县博物馆占地69亩。"],
    ["3月5日开馆。", "5月3日开馆。"],
    ["最低气温-5℃。", "最低气温5℃。"],
    [
      "甲馆上午九时开放，全年免费，逢周一闭馆整修。",
      "乙馆上午九时开放，全年免费，逢周一闭馆整修。",
    ],
    ["馆长王小明介绍了新展厅的布置。", "馆长李大红介绍了新展厅的布置。"],
    ["The museum in Stonefield opened in May.", "The museum in Lakefield opened in May."],
    ["它开馆。", "他开馆。"],
  ])("%s is not %s", (one, other) => expect(isSame(one, other)).toBe(false));

  test("a sentence is itself, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(isSame(text, text)).toBe(true);
      }),
    );
  });

  test("no other number passes for a slip", () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(99_999), (one, other) => {
        const withNumber = (number: number) => said.replace("十二万", `${number}`);
        expect(isSame(withNumber(one), withNumber(other))).toBe(one === other);
      }),
    );
  });
});
