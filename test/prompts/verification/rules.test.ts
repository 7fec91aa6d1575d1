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
    ["duration", "停水8小时。", "停水时间为22时至次日6时。"],
    ["same value", "影片长1小时36分钟。", "影片长96分钟。"],
    ["other unit", "猪肉每斤11.42元。", "猪肉每公斤22.84元。"],
    ["remainder", "其余12%没有意见。", "七成赞成，18%反对，其余没有意见。"],
    ["part for each", "茶园每亩租金800元。", "8亩茶园收租金6400元。"],
    ["time of day", "仓库6点关门。", "仓库18时关门。"],
  ])("%s", (rule, statement, sentence) => {
    expect(rules(statement, sentence)).toContain(rule);
  });

  test.each([
    ["rounding without a word for it", "仓库存粮1.4万吨。", "仓库存粮14120吨。"],
    ["a hedge turned round", "仓库存粮超过1.4万吨。", "仓库存粮近1.4万吨。"],
    ["per cent for points", "存粮率提高2%。", "存粮率提高2个百分点。"],
    ["another thing's figure", "东仓库存粮18吨。", "东仓库存粮12吨，西仓库存粮18吨。"],
    ["another unit's price", "猪肉每斤22.84元。", "猪肉每公斤22.84元。"],
    ["the whole's figure at a part", "一级文物312件。", "展品312件，其中一级文物7件。"],
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

describe("rules for words that shut each other out", () => {
  test.each([
    ["another medal", "他获得金牌。", "他获得银牌。", "name"],
    ["a deputy raised", "局长郭明远介绍了情况。", "副局长郭明远介绍了情况。", "name"],
    ["another's part", "导演是顾念慈。", "编剧顾念慈和导演冯雨生到场。", "name"],
    ["another cause", "因道路施工，索道停运。", "因设备检修，索道停运。", "overlap"],
    ["another answer", "不良反应是头痛。", "不良反应是恶心。", "overlap"],
    ["a thing slipped into a list", "出土陶器、玉器、铜镜。", "出土陶器、玉器、骨针。", "name"],
    ["a wider claim", "这是国内首座斜拉桥。", "这是全县首座斜拉桥。", "comparison"],
  ])("%s", (_, statement, sentence, kind) => {
    expect(rules(statement, sentence)).toContain(kind);
  });

  test("brackets behind a name are no pattern", () => {
    expect(rules("(记者林雍)仓库失火。", "(记者林雍)仓库失火，无人受伤。")).toEqual([]);
  });

  test("the same match told from the other side is right", () => {
    expect(rules("松江队战胜海东队。", "海东队不敌松江队。")).toEqual([]);
  });
});
