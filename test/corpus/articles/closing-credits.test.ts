import { describe, expect, test } from "vitest";
import { closingCreditsLength, isClosingCredit } from "../../../corpus/articles/closing-credits.ts";

function closing(paragraph: string): string {
  return paragraph.slice(paragraph.length - closingCreditsLength(paragraph));
}

describe("closingCreditsLength", () => {
  test.each([
    "（记者 王小明）",
    "（完）",
    "（记者 王小明）（完）",
    "（作者单位：青石大学）",
    "（本文图片由青石县水务局提供）",
    "（来源：青石日报）",
    "责任编辑：王小明",
    "返回搜狐，查看更多",
    "阅读原文",
    "  凌霄",
  ])("measures %s behind the last sentence", (credit) => {
    expect(closing(`湖水清了，鱼也多了。${credit}`)).toBe(credit);
  });

  test.each([
    "湖水清了（比去年清）",
    "湖水清了，鱼也多了。",
    "他问记者：“湖水清了吗？”",
    "湖水清了。记者看到，鱼也多了。",
    "这条湖堤是王小明主持修的。",
    "湖水清了，来看鱼的人（多为老人）很多。",
    "湖水清了。（鱼也多了。）",
    "（完）",
  ])("leaves text whole: %s", (paragraph) => {
    expect(closing(paragraph)).toBe("");
  });

  test("does not take white space for a credit", () => {
    expect(closingCreditsLength("湖水清了。  ")).toBe(0);
  });
});

describe("isClosingCredit", () => {
  test("wants a whole line in brackets", () => {
    expect(isClosingCredit("（作者单位：青石大学）")).toBe(true);
    expect(isClosingCredit("湖水清了。（作者单位：青石大学）")).toBe(false);
    expect(isClosingCredit("（湖水很清）")).toBe(false);
  });

  test("knows a note on the author of several sentences", () => {
    const note = "（作者单位：青石大学。本文系青石市规划课题阶段性成果）";

    expect(isClosingCredit(note)).toBe(true);
    expect(isClosingCredit("（湖水很清。作者单位：青石大学）")).toBe(false);
  });

  test.each([
    "■ 本版图片 记者 王小明 摄",
    "以上图片均由青石县水务局提供",
    "综合 | 青石发布",
    "图源：青石县",
  ])("knows %s for a line about pictures or sources", (line) => {
    expect(isClosingCredit(line)).toBe(true);
  });

  test.each(["本版图片展出三百幅，观众很多。", "综合：湖水清了。"])(
    "leaves %s in the text",
    (line) => {
      expect(isClosingCredit(line)).toBe(false);
    },
  );
});
