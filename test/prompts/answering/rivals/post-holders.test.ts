import { describe, expect, test } from "vitest";
import { postHolders } from "../../../../prompts/answering/rivals/post-holders.ts";

function held(question: string, text: string): readonly string[] {
  return postHolders(question, text).map(({ words, start, end }) => {
    expect(text.slice(start, end)).toBe(words);
    return words;
  });
}

describe("postHolders", () => {
  test.each([
    ["青石一中首任校长是谁", "青石一中首任校长是方志远，任期八年。", "方志远"],
    ["青石一中首任校长是谁", "1952年，林秀文出任青石一中首任校长。", "林秀文"],
    ["青石一中的第一任校长是谁", "首任校长为欧阳明，学校只有三间教室。", "欧阳明"],
    ["研究所第三任所长叫什么名字", "安德烈·马丁担任研究所第三任所长。", "安德烈·马丁"],
  ])("for %s, finds in %s %s", (question, text, name) => {
    expect(held(question, text)).toEqual([name]);
  });

  test.each([
    ["青石一中校长是谁", "青石一中校长是方志远。"],
    ["青石一中首任校长是谁", "青石一中第二任校长是方志远。"],
    ["青石一中首任校长是谁", "青石一中首任校长是一位老兵。"],
  ])("for %s, finds nobody in %s", (question, text) => {
    expect(held(question, text)).toEqual([]);
  });
});
