import { describe, expect, test } from "vitest";
import { lacksSubject } from "../../../retrieval/answerability/lacks-subject.ts";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";
import { rankSentences } from "../../../retrieval/ranking/rank-sentences.ts";
import { termWeights } from "../../../retrieval/ranking/term-weights.ts";
import { makePassage } from "../../builders.ts";

/** What the sentence lacks, standing alone or in an article of a title. */
function lacking(question: string, sentence: string, title?: string): string | undefined {
  const analysed = analyseQuestion(question);
  const passage = makePassage([sentence], title === undefined ? {} : { title });
  return lacksSubject(analysed, rankSentences(analysed, [passage], termWeights(10, new Map()), {}));
}

describe("lacksSubject", () => {
  test("names the place that the text does not speak of", () => {
    expect(lacking("上海有多少座图书馆？", "全市有图书馆三十座。")).toBe("上海");
  });

  test("takes a place as named with or without its rank, and by the title", () => {
    expect(lacking("上海市有多少座图书馆？", "上海有图书馆三十座。")).toBeUndefined();
    expect(lacking("上海有多少座图书馆？", "全市有图书馆三十座。", "上海书香")).toBeUndefined();
  });

  test("names the place of which another one's amount is told", () => {
    expect(lacking("浙江省的粮食产量是多少？", "在浙江，金华市粮食产量达60万吨。")).toBeUndefined();
    expect(lacking("浙江省的粮食产量是多少？", "金华市粮食产量达60万吨。", "浙江秋收")).toBe(
      "浙江",
    );
  });

  test("takes words of the asking for no subject", () => {
    expect(lacking("图书馆最新进展如何？", "图书馆今年四月交付。")).toBeUndefined();
  });

  test("lets a text leave out what everybody takes for granted", () => {
    expect(lacking("我国有多少座图书馆？", "公共图书馆共三千座。")).toBeUndefined();
    expect(lacking("图书馆在哪个城市？", "图书馆在湖边。")).toBeUndefined();
  });
});
