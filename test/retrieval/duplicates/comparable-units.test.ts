import { describe, expect, test } from "vitest";
import { comparableUnits } from "../../../retrieval/duplicates/comparable-units.ts";
import { normalise } from "../../../retrieval/text/normalise.ts";

const unitsOf = (text: string) => comparableUnits(normalise(text));

describe("comparableUnits", () => {
  test.each([
    ["「東湖」開館，免費！", "“东湖”开馆,免费。"],
    ["占地 １２０ 亩，約３．５％。", "占地120亩(约3.5%)"],
    ["共1,200名学生", "共 1200 名学生"],
    ["The  Lake — opened", "the lake, opened."],
  ])("%s reads as %s", (one, other) => expect(unitsOf(one)).toEqual(unitsOf(other)));

  test.each([
    ["气温-5℃", "气温5℃"],
    ["增长3.5%", "增长35%"],
    ["增长3%", "增长3‰"],
    ["东湖开馆了。", "东湖开馆了？"],
    ["3:2获胜", "32获胜"],
  ])("%s does not read as %s", (one, other) => expect(unitsOf(one)).not.toEqual(unitsOf(other)));

  test("keeps a range apart from a sign", () => {
    expect(unitsOf("2019-2020年")).toEqual(["2019", "2020", "年"]);
  });
});
