import { describe, expect, test } from "vitest";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";
import { toldOfAnother } from "../../../retrieval/ranking/told-of-another.ts";
import { normalise } from "../../../retrieval/text/normalise.ts";

function other(question: string, text: string, around = ""): string | undefined {
  const told = { text: normalise(text), around: normalise(around) };
  return toldOfAnother(analyseQuestion(question), told)?.other;
}

describe("toldOfAnother", () => {
  test("finds whose figure a clause gives", () => {
    expect(other("中国一季度出口增长率是多少？", "一季度，越南出口增长率为4%。")).toBe("越南");
    expect(other("中国一季度出口增长率是多少？", "在英国，一季度出口增长率为1%。")).toBe("英国");
  });

  test("carries the name on to clauses that have none", () => {
    expect(other("杭州有几个生产基地？", "苏州厂区设在河边，在全国有5个生产基地。")).toBe("苏州");
  });

  test("finds whose office a person holds", () => {
    expect(other("杭州电池的董事长是谁？", "苏州电池董事长李云说，工厂明年投产。")).toBe("苏州");
  });

  test("finds the sibling that the title names", () => {
    expect(other("青河一桥的造价是多少？", "项目总造价19亿元。", "青河二桥合龙")).toBe("二桥");
    expect(other("青河二桥的造价是多少？", "项目总造价19亿元。", "青河二桥合龙")).toBeUndefined();
  });

  test("accepts a name in full for its short form", () => {
    expect(other("香港的人口是多少？", "香港特区人口达740万人。")).toBeUndefined();
  });

  test("takes who tells a figure, and where something happened, for no subject", () => {
    expect(other("中国的粮食产量是多少？", "农业部宣布，粮食产量达6亿吨。")).toBeUndefined();
    expect(other("青山乐团何时成立？", "在上海举行的会上成立了乐团。")).toBeUndefined();
  });

  test("takes a clause that points back for one about the asked thing", () => {
    expect(other("杭州大桥的造价是多少？", "该桥经过苏州，造价9亿元。")).toBeUndefined();
  });

  test("finds the other work or product whose date is told", () => {
    const text = "3月15日，公司发布了Lanternbot，它以Foxglove为基础。";
    expect(other("Foxglove的发布时间", text)).toBe("lanternbot");
    expect(other("Foxglove的发布时间", "Foxglove在Lanternbot之后发布。")).toBeUndefined();
    expect(other("《青河》的首播时间", "《白河》将于5月首播。")).toBe("《白河》");
  });

  test("finds the other person whose visit is told", () => {
    expect(other("李云龙访华时间", "经商定，鲍威尔将于7月访华。")).toBe("鲍威尔");
  });

  test("says nothing where the sentence names the asked thing before", () => {
    expect(other("杭州的人口是多少？", "与苏州不同，杭州人口达1200万人。")).toBeUndefined();
  });
});
