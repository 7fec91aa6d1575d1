import { describe, expect, test } from "vitest";
import { isEndMark, isEndMarkAfterBullet } from "../../../corpus/articles/end-mark.ts";

describe("isEndMark", () => {
  test.each([
    "—END—",
    "- END -",
    "E N D",
    "— The End —",
    "（完）",
    "（全文完）",
    "· 正文结束 ·",
    "未完待续……",
  ])("knows %s", (line) => {
    expect(isEndMark(line)).toBe(true);
  });

  test.each(["完成", "The end of the lake", "END 键在右边", "完工了。"])(
    "leaves %s in the text",
    (line) => {
      expect(isEndMark(line)).toBe(false);
    },
  );
});

describe("isEndMarkAfterBullet", () => {
  test("wants the rule on the other side too", () => {
    expect(isEndMarkAfterBullet("END -")).toBe(true);
    expect(isEndMarkAfterBullet("完")).toBe(false);
  });
});
