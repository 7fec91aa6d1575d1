import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedValues } from "../../../../prompts/answering/rivals/asked-values.ts";
import { excludeEachOther } from "../../../../prompts/answering/rivals/exclude-each-other.ts";
import { tidyText } from "../../../../prompts/verification/text/plain-text.ts";
import { readText } from "../../../../prompts/verification/text/read-text.ts";
import { analyseQuestion } from "../../../../retrieval/question/analyse-question.ts";

function exclude(question: string, one: string, other: string): boolean {
  const asked = analyseQuestion(question);
  const [a, b] = [one, other].map(
    (text) => askedValues(asked, readText(tidyText(text), undefined))[0],
  );
  if (a === undefined || b === undefined) throw new Error(`Expected values in ${one}, ${other}.`);
  expect(excludeEachOther(b, a)).toBe(excludeEachOther(a, b));
  return excludeEachOther(a, b);
}

describe("excludeEachOther", () => {
  test.each([
    ["全长多少米？", "全长480米", "全长840米"],
    ["投资多少亿元？", "投资12亿元", "投资15亿元"],
    ["面积多少公顷？", "面积320公顷", "面积4.1平方公里"],
    ["哪一年开馆？", "1985年5月18日开馆", "1986年5月开馆"],
    ["小说有多少字？", "全书42万字", "全书58万字"],
  ])("%s %s, not %s", (question, one, other) => {
    expect(exclude(question, one, other)).toBe(true);
  });

  test.each([
    ["投资多少亿元？", "投资12亿元", "投资120000万元"],
    ["藏书多少册？", "藏书约12万册", "藏书12.3万册"],
    ["藏书多少册？", "藏书12万册", "藏书12.3万册"],
    ["藏书多少册？", "藏书超过12万册", "藏书12.8万册"],
    ["面积多少公顷？", "面积410公顷", "面积4.1平方公里"],
    ["哪一年开馆？", "1985年5月18日开馆", "1985年5月开馆"],
    ["有多少户？", "有312户", "每年312户"],
  ])("%s %s and %s can both be right", (question, one, other) => {
    expect(exclude(question, one, other)).toBe(false);
  });

  test("no figure excludes itself, whatever its unit and size", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom("米", "亿元", "万人", "公顷", "吨"),
        (value, unit) => {
          const text = `共有${value}${unit}`;
          expect(exclude(`共有多少${unit}？`, text, text)).toBe(false);
        },
      ),
    );
  });
});
