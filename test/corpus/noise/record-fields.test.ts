import { describe, expect, test } from "vitest";
import { recordFields } from "../../../corpus/noise/record-fields.ts";

describe("recordFields", () => {
  test("finds the fields of a card, whatever their blanks, but not its date of publishing", () => {
    const card = ["索 引 号：000/2025-1", "发文机关：青石市政府", "发布日期：2025年5月4日"];

    expect(recordFields([...card, "成文日期：2025年4月28日", "湖水清了。"])).toEqual([0, 1, 3]);
  });

  test("keeps the date of making where no other stands", () => {
    expect(recordFields(["文 号：青政〔2025〕9号", "成文日期：2025年4月28日"])).toEqual([0]);
  });

  test("leaves a field alone that stands by itself", () => {
    expect(recordFields(["标题：东湖的水清了", "湖水清了。", "关键词：湖"])).toEqual([]);
  });
});
