import { describe, expect, test } from "vitest";
import { judgeAnswerability } from "../../../retrieval/answerability/judge-answerability.ts";
import { analyseQuestion, tokensOfInterest } from "../../../retrieval/question/analyse-question.ts";
import { rankSentences } from "../../../retrieval/ranking/rank-sentences.ts";
import { termWeights } from "../../../retrieval/ranking/term-weights.ts";
import { answerabilityWeights, rankWeights } from "../../../retrieval/weights.ts";
import { makePassage } from "../../builders.ts";

const harvest = makePassage([
  "柳溪镇食用菌基地有四十个大棚。",
  "基地采收高峰期日产量最多可达6000多斤，销往邻近各县。",
  "基地的负责人正在试种新的品种。",
]);

/** @param elsewhere words of the question that other passages of the corpus hold */
function judge(question: string, elsewhere: readonly string[] = [], passage = harvest) {
  const analysed = analyseQuestion(question);
  const held = tokensOfInterest(analysed).filter(
    (token) => passage.chunk.embeddedText.includes(token) || elsewhere.includes(token),
  );
  const terms = termWeights(60, new Map(held.map((token) => [token, 1])));
  const sentences = rankSentences(analysed, [passage], terms, rankWeights);
  return judgeAnswerability(analysed, sentences, answerabilityWeights);
}

const paraphrase = "柳溪镇那个种蘑菇的基地，旺季最多能采摘多少斤？";

describe("asksInOtherWords", () => {
  test("answers a question whose other words the corpus uses nowhere", () => {
    const { kind, score } = judge(paraphrase);
    expect(kind).toBe("answerable");
    expect(score).toBeLessThan(-0.7);
  });

  test("does not where the corpus uses those words of something else", () => {
    expect(judge(paraphrase, ["蘑菇", "旺季", "采摘"]).kind).not.toBe("answerable");
  });

  test("does not where the passage lacks a name", () => {
    expect(judge("张舒雅那个种蘑菇的基地，旺季最多能采摘多少斤？").kind).not.toBe("answerable");
  });

  test("does not where no sentence holds what kind of thing is asked for", () => {
    expect(judge("柳溪镇那个种蘑菇的基地，旺季要用多少亩？").kind).not.toBe("answerable");
  });

  test("does not where what is counted stands nowhere in the passage", () => {
    const asked = "柳溪镇那个种食用菌的基地，旺季雇了多少名环卫工人？";
    const people = makePassage(["柳溪镇食用菌基地有四十个大棚。", "基地旺季雇了120名短工。"]);
    expect(judge(asked, [], people).kind).not.toBe("answerable");
    expect(judge(asked.replace("环卫工人", "短工"), [], people).kind).toBe("answerable");
  });

  test("does not where the passage holds nothing but the place", () => {
    const place = makePassage(["南昌的生产线有1500条。"]);
    expect(judge("南昌的地铁有几条线？", [], place).kind).not.toBe("answerable");
  });

  test("does not where hardly anything of the question is met", () => {
    expect(judge("火锅底料里放了多少斤辣椒？").kind).not.toBe("answerable");
  });
});
