import { describe, expect, test } from "vitest";
import { judge } from "../../../prompts/verification/check-statement.ts";

function rules(statement: string, ...sentences: string[]) {
  const evidence = sentences.map((text, at) => ({ n: at + 1, text }));
  const verdict = judge({ text: statement, citations: [1] }, evidence);
  return verdict.kind === "supported" ? verdict.rules : verdict.problems.map(({ kind }) => kind);
}

describe("rules for figures", () => {
  test.each([
    ["same value", "仓库存粮14000吨。", "仓库存粮1.4万吨。"],
    ["rounding", "仓库存粮约1.4万吨。", "仓库存粮14120吨。"],
    ["sum", "两座仓库共存粮30吨。", "东仓库存粮12吨，西仓库存粮18吨。"],
    ["difference", "西仓库比东仓库多存粮6吨。", "东仓库存粮12吨，西仓库存粮18吨。"],
    ["ratio", "西仓库存粮是东仓库的1.5倍。", "东仓库存粮12吨，西仓库存粮18吨。"],
    ["percentage change", "存粮增长50%。", "存粮由12吨增加到18吨。"],
    ["share", "早稻占存粮的四分之一。", "存粮40吨，早稻10吨。"],
    ["count of listed things", "有三座仓库存粮。", "东仓库、西仓库和北仓库都存粮。"],
    ["same growth", "存粮翻了一番。", "存粮增长100%。"],
    ["time of day", "仓库6点关门。", "仓库18时关门。"],
  ])("%s", (rule, statement, sentence) => {
    expect(rules(statement, sentence)).toContain(rule);
  });

  test.each([
    ["rounding without a word for it", "仓库存粮1.4万吨。", "仓库存粮14120吨。"],
    ["a hedge turned round", "仓库存粮超过1.4万吨。", "仓库存粮近1.4万吨。"],
    ["per cent for points", "存粮率提高2%。", "存粮率提高2个百分点。"],
    ["another thing's figure", "东仓库存粮18吨。", "东仓库存粮12吨，西仓库存粮18吨。"],
    ["the value before the change", "门票现价80元。", "门票由80元降至50元。"],
  ])("no rule for %s", (_, statement, sentence) => {
    expect(rules(statement, sentence)).toContain("figure");
  });
});

describe("rules for names", () => {
  test("a city is not its district", () => {
    expect(rules("南昌市有46个项目。", "南昌高新区有46个项目。")).toContain("name");
  });

  test("a short form is the same place", () => {
    expect(rules("南昌有46个项目。", "南昌市有46个项目。")).toEqual([]);
  });

  test("pinyin is the same name, another place is not", () => {
    const sentence = "苏州的工厂去年有46个项目。";
    expect(rules("The Suzhou factory had 46 projects.", sentence)).toContain("translated name");
    expect(rules("The Hangzhou factory had 46 projects.", sentence)).toContain("name");
  });
});
