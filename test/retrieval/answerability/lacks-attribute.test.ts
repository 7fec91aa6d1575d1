import { describe, expect, test } from "vitest";
import { lacksAttribute } from "../../../retrieval/answerability/lacks-attribute.ts";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";
import { rankSentences } from "../../../retrieval/ranking/rank-sentences.ts";
import { termWeights } from "../../../retrieval/ranking/term-weights.ts";
import { rankWeights } from "../../../retrieval/weights.ts";
import { makePassage } from "../../builders.ts";

const terms = termWeights(10, new Map());

function lacking(question: string, sentences: readonly string[], others = false) {
  const analysed = analyseQuestion(question);
  const ranked = rankSentences(analysed, [makePassage([...sentences])], terms, rankWeights);
  return lacksAttribute(analysed, ranked, others);
}

describe("lacksAttribute", () => {
  test("misses what happened in the year that stands there", () => {
    expect(lacking("青河船厂是哪一年成立的？", ["青河船厂2024年造船40艘。"])).toBe("成立");
    expect(lacking("青河船厂是哪一年成立的？", ["青河船厂创办于1958年。"])).toBeUndefined();
  });

  test("asks for a year beside what happened", () => {
    const text = ["青河船厂昨天成立了工会。", "青河船厂造船40艘。"];
    expect(lacking("青河船厂是哪一年成立的？", text)).toBe("成立");
  });

  test("misses a date where a day is asked for, and takes none from the page's own", () => {
    expect(lacking("青河大桥何时抢修？", ["青河大桥开始抢修，交通受阻。"])).toBe("时间");
    expect(lacking("青河大桥何时抢修？", ["Apr 11, 2023 ... 青河大桥抢修。"])).toBe("时间");
    expect(lacking("青河大桥何时抢修？", ["青河大桥3月5日抢修。"])).toBeUndefined();
    expect(lacking("青河大桥要抢修多长时间？", ["青河大桥开始抢修。"])).toBeUndefined();
  });

  test("misses what is counted, and takes another word or the measure for it", () => {
    expect(lacking("青河船厂有多少名学徒？", ["青河船厂有工人860名。"])).toBe("学徒");
    expect(lacking("青河船厂有多少名员工？", ["青河船厂有工人860名。"])).toBeUndefined();
    expect(lacking("他持有多少股份？", ["他持有公司的500股。"])).toBeUndefined();
  });

  test("reads a light word by its sort", () => {
    expect(lacking("青河船厂的研发投入是多少？", ["青河船厂投入广告费用30万元。"])).toBe("研发");
    expect(lacking("青河船厂的研发投入是多少？", ["青河船厂研发费用30万元。"])).toBeUndefined();
  });

  test("finds what the title or a neighbour says, unless that may speak of another", () => {
    const text = ["造价也谈到了。", "青河大桥共花去19亿元。"];
    expect(lacking("青河大桥的造价是多少？", text)).toBeUndefined();
    expect(lacking("青河大桥的造价是多少？", ["青河大桥共收到9亿元。", "公路造价高。"], true)).toBe(
      "造价",
    );
  });

  test("leaves a verb that may be said in any words", () => {
    expect(lacking("一个工人能照看几台炉子？", ["一个工人能管5台炉子。"])).toBeUndefined();
  });
});
