import { describe, expect, test } from "vitest";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";
import { rankSentences } from "../../../retrieval/ranking/rank-sentences.ts";
import { termWeights } from "../../../retrieval/ranking/term-weights.ts";
import { rankWeights } from "../../../retrieval/weights.ts";
import { makePassage } from "../../builders.ts";

function ranked(question: string, texts: readonly string[]) {
  const analysed = analyseQuestion(question);
  return rankSentences(
    analysed,
    [makePassage([...texts])],
    termWeights(10, new Map()),
    rankWeights,
  );
}

describe("setBehindOthers", () => {
  test("puts the asked country's figure before those of others with the same words", () => {
    const [best, next] = ranked("中国2023年一季度出口增长率是多少？", [
      "2023年一季度，越南出口增长率为3.3%。",
      "海关的统计显示，中国2023年一季度出口同比增长4.5%。",
    ]);
    expect(best!.sentence.text).toContain("中国");
    expect(next!.mistaken).toEqual({ kind: "subject", asked: "中国", other: "越南" });
  });

  test("puts the figure of the asked year before one that only mentions the year", () => {
    const [best, next] = ranked("2022年灯会的门票收入是多少元？", [
      "2023年灯会门票收入达900万元，超过2022年灯会门票收入。",
      "2022年灯会卖出门票600万元。",
    ]);
    expect(best!.sentence.text).toContain("600万元");
    expect(next!.mistaken).toMatchObject({ kind: "year", asked: "2022", other: "2023" });
  });

  test("puts the sentence that names the person first, however often others name the company", () => {
    const [best] = ranked("许文岳在青河船厂有限公司担任什么职务？", [
      "青河船厂有限公司二期厂房昨日封顶。",
      "青河船厂有限公司是当地最大的公司。",
      "副总经理许文岳说，明年投产。",
    ]);
    expect(best!.sentence.text).toContain("许文岳");
  });

  test("marks none where no sentence speaks of another", () => {
    const sentences = ranked("青河大桥全长多少米？", ["青河大桥全长800米。", "大桥去年通车。"]);
    expect(sentences.filter(({ mistaken }) => mistaken !== undefined)).toEqual([]);
  });
});
