import { describe, expect, test } from "vitest";
import { judgeAnswerability } from "../../../retrieval/answerability/judge-answerability.ts";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";
import { rankSentences } from "../../../retrieval/ranking/rank-sentences.ts";
import { termWeights } from "../../../retrieval/ranking/term-weights.ts";
import { answerabilityWeights, rankWeights } from "../../../retrieval/weights.ts";
import { makePassage } from "../../builders.ts";

const terms = termWeights(1000, new Map());
const zone = makePassage([
  "2023年，青山高新区的地区生产总值为1002.1亿元。",
  "青山高新区的院士工作站设在湖边的研究院里。",
]);

function judge(question: string, passages = [zone]) {
  const analysed = analyseQuestion(question);
  const sentences = rankSentences(analysed, passages, terms, rankWeights);
  return judgeAnswerability(analysed, sentences, answerabilityWeights);
}

describe("judgeAnswerability", () => {
  test("answers what a sentence says", () => {
    expect(judge("青山高新区2023年的地区生产总值是多少？").kind).toBe("answerable");
  });

  test("refuses another year and names it", () => {
    expect(judge("青山高新区2019年的地区生产总值是多少？")).toMatchObject({
      kind: "year",
      missing: "2019",
    });
  });

  test("does not refuse a year that 今年 may mean", () => {
    const printed = makePassage(["今年青山高新区的产值超过2018年，达到1002.1亿元。"]);
    expect(judge("青山高新区2019年的产值是多少？", [printed]).kind).not.toBe("year");
  });

  test("refuses where no number has the unit asked for, and names the unit", () => {
    expect(judge("青山高新区的院士工作站占地多少亩？")).toMatchObject({
      kind: "unit",
      missing: "亩",
    });
  });

  test("refuses a question for the holder of an office that only a deputy is named of", () => {
    const deputy = makePassage(["青山高新区管委会副主任王明介绍了园区的规划。"]);
    expect(judge("青山高新区管委会主任是谁？", [deputy])).toMatchObject({
      kind: "role",
      missing: "主任",
    });
    expect(judge("青山高新区管委会副主任是谁？", [deputy]).kind).not.toBe("role");
  });

  test("refuses a question who where the role stands nowhere", () => {
    expect(judge("青山高新区的院长叫什么名字？")).toMatchObject({
      kind: "role",
      missing: "院长",
    });
  });

  test("refuses a value that only another thing of the name has, and names the asked one", () => {
    const bridges = makePassage(["青河一桥始建于1974年，日均车流量6.8万辆。"]);
    expect(judge("青河二桥日均车流量是多少？", [bridges])).toMatchObject({
      kind: "subject",
      missing: "二桥",
    });
    expect(judge("青河一桥日均车流量是多少？", [bridges]).kind).toBe("answerable");
  });

  test("hedges where a value stands there and nothing of what is asked", () => {
    const yard = makePassage(["青河船厂2024年造船40艘，青河船厂的船销往海外。"]);
    expect(judge("青河船厂是哪一年成立的？", [yard]).kind).toBe("weak");
  });

  test("answers whose post is asked by the title before the name, and refuses a stranger's", () => {
    const yard = makePassage(["船厂副总经理许文岳说，二期明年投产。"]);
    expect(judge("许文岳担任什么职务？", [yard]).kind).toBe("answerable");
    expect(judge("罗建平在船厂担任什么职务？", [yard])).toMatchObject({
      kind: "subject",
      missing: "罗建平",
    });
  });

  test("finds nothing where there is nothing", () => {
    expect(judge("樱花几月开？", []).kind).toBe("topic");
  });

  test("scores an off-topic question below the right one", () => {
    const right = judge("青山高新区2023年的地区生产总值是多少？").score;
    expect(judge("火星上有没有水？").score).toBeLessThan(right);
  });
});
