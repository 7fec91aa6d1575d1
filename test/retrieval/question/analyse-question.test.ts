import { describe, expect, test } from "vitest";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";

describe("analyseQuestion", () => {
  test.each([
    ["南昌高新区2025年的地区生产总值是多少？", "amount"],
    ["南昌在榜单中排名第几？", "amount"],
    ["南昌实验室什么时候交付？", "date"],
    ["北京航空航天大学江西研究院的院长是谁？", "person"],
    ["致邦钢构件生产基地在哪个县？", "place"],
    ["为什么企业不愿公开技术需求？", "reason"],
    ["企业如何申请补贴？", "manner"],
    ["浙江大学南昌研究院主要研究什么？", "other"],
    ["How many elevators were added?", "amount"],
    ["Who founded the institute?", "person"],
    ["When did the zone open?", "date"],
  ])("reads the type of %s", (question, type) => {
    expect(analyseQuestion(question).type).toBe(type);
  });

  test.each([
    ["占地多少亩？", "亩"],
    ["方大特钢一共拿到多少项专利？", "项"],
    ["南昌高新区2025年的地区生产总值是多少？", "元"],
    ["社区店面积多大？", "平方米/亩/公顷"],
    ["氢气成本的增长率是多少？", "%"],
  ])("reads the unit asked for in %s", (question, unit) => {
    expect(analyseQuestion(question).unit?.unit).toBe(unit);
  });

  test("asks for no unit where a change may be told in any", () => {
    expect(analyseQuestion("氢气成本降了多少？").unit).toBeUndefined();
  });

  test("asks for no unit where no amount is asked for", () => {
    expect(analyseQuestion("谁投资了这家企业？").unit).toBeUndefined();
  });

  test("asks for no unit where a size may be told in any", () => {
    expect(analyseQuestion("当地的竹编业有多大规模？").unit).toBeUndefined();
  });

  test.each([
    ["小区一共装了多少部电梯？", "装了161台电梯"],
    ["车队有多少辆消防车？", "有消防车12台"],
  ])("knows what else the things of %s are counted with", (question, text) => {
    expect(analyseQuestion(question).unit?.answers.test(text)).toBe(true);
  });

  test.each([["排名第几？"], ["工人能照看几台？"], ["中心设在哪所大学？"]])(
    "takes no asking word of %s for what it is about",
    (question) => {
      const words = analyseQuestion(question).concepts.map(({ word }) => word);
      expect(words.filter((word) => /几|哪/u.test(word))).toEqual([]);
    },
  );

  test("takes words that only begin like asking ones for what it is about", () => {
    const words = analyseQuestion("哪吒学几何的机会多吗？").concepts.map(({ word }) => word);
    expect(words).toEqual(expect.arrayContaining(["哪吒", "几何"]));
  });

  test("tells what is asked from what it is asked of", () => {
    const { concepts } = analyseQuestion("红谷滩社区店的占地面积是多少？");
    const attributes = concepts.filter(({ isAttribute }) => isAttribute).map(({ word }) => word);
    expect(attributes).toContain("面积");
    expect(attributes).not.toContain("红谷滩");
  });

  test("reads traditional characters as simplified ones", () => {
    expect(analyseQuestion("南昌經開區有多少家綠色工廠？").tokens).toEqual(
      analyseQuestion("南昌经开区有多少家绿色工厂？").tokens,
    );
  });

  test("adds an earlier question to the subject, not to what is asked", () => {
    const { concepts, type, unit } = analyseQuestion("面积多大？", "首个社区店开在哪里？");
    expect(type).toBe("amount");
    expect(unit?.unit).toBe("平方米/亩/公顷");
    expect(concepts.find(({ word }) => word === "社区")?.isAttribute).toBe(false);
    expect(concepts.find(({ word }) => word === "面积")?.isAttribute).toBe(true);
  });

  test("takes what is asked from the question before where it does not say itself", () => {
    const analysed = analyseQuestion("那2023年呢？", "2025年高新区的占地面积是多少亩？");
    expect(analysed).toMatchObject({ type: "amount", unit: { unit: "亩" }, years: ["2023"] });
    const words = analysed.concepts.map(({ word }) => word);
    expect(words).toContain("2023");
    expect(words).not.toContain("2025");
    expect(analysed.concepts.find(({ word }) => word === "面积")?.isAttribute).toBe(true);
  });

  test("keeps a word even where the question has only stop words", () => {
    expect(analyseQuestion("是什么？").concepts).not.toEqual([]);
  });

  test("survives a question without a single word", () => {
    const analysed = analyseQuestion("？！…");
    expect(analysed.tokens).toEqual([]);
    expect(analysed.concepts).toEqual([]);
  });
});
