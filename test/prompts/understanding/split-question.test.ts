import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitQuestion } from "../../../prompts/understanding/split-question.ts";

function parts(question: string): readonly string[] {
  return splitQuestion(question).map((part) => part.question);
}

describe("splitQuestion", () => {
  test.each([
    [
      "东湖2021年和2022年的水质分别是几类？",
      ["东湖2021年的水质是几类?", "东湖2022年的水质是几类?"],
    ],
    ["2021和2022年全市粮食产量", ["2021年全市粮食产量", "2022年全市粮食产量"]],
    ["《湖上灯》的主演和导演是谁？", ["《湖上灯》的主演是谁?", "《湖上灯》的导演是谁?"]],
    ["音乐节的时间和地点？", ["音乐节的时间?", "音乐节的地点?"]],
    ["上海和北京的新任市长是谁？", ["上海的新任市长是谁?", "北京的新任市长是谁?"]],
    [
      "省运会男子和女子单人滑冠军分别是谁",
      ["省运会男子单人滑冠军是谁", "省运会女子单人滑冠军是谁"],
    ],
    ["乒乓球赛男女单打冠军是谁", ["乒乓球赛男子单打冠军是谁", "乒乓球赛女子单打冠军是谁"]],
    [
      "北京、上海和广州的人口各有多少？",
      ["北京的人口有多少?", "上海的人口有多少?", "广州的人口有多少?"],
    ],
  ])("splits %s", (question, expected) => {
    expect(parts(question)).toEqual(expected);
  });

  test("lets a second question lean on the first", () => {
    expect(splitQuestion("《湖上灯》是什么电影？它的导演是谁？")).toEqual([
      { question: "《湖上灯》是什么电影", own: [] },
      { question: "它的导演是谁", context: "《湖上灯》是什么电影", own: [] },
    ]);
    expect(parts("工厂偷税多少钱，被罚了多少钱")).toEqual(["工厂偷税多少钱", "被罚了多少钱"]);
  });

  test.each([
    "东湖的面积是多少？",
    "东湖和西山之间有多远？",
    "水务局和大学共建了哪个实验室？",
    "东湖和西山有什么区别？",
    "共有多少个国家和地区参加了展会？",
    "《山与海》的作者是谁？",
    "今年东湖的水质怎么样，比去年好",
    "How large is East Lake?",
    "",
  ])("leaves whole: %s", (question) => {
    expect(parts(question)).toEqual([]);
  });

  test("takes any text, and never gives a single part or an empty one", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom("东湖", "和", "与", "2021年", "男女", "、", "谁", "？", "的", "《", "a"),
        ),
        (words) => {
          const found = splitQuestion(words.join(""));
          expect(found.length).not.toBe(1);
          for (const { question } of found) expect(question.trim()).not.toBe("");
        },
      ),
    );
  });
});
