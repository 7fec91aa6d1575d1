import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isChangedCopy } from "../../../retrieval/duplicates/changed-copy.ts";
import { comparableText } from "./comparable.ts";

const piece =
  "老林场在县城西北二十里。今年春天，场长周海带着八个人种下杉树三千棵，成活率达到百分之九十五。" +
  "林场还修了一条石板路，从山脚一直铺到瞭望塔，游客不必再踩泥水上山。周海说，明年还要再种一片银杏树。";

function isChanged(text: string, of = piece): boolean {
  return isChangedCopy(comparableText(text), comparableText(of));
}

describe("isChangedCopy", () => {
  test.each([
    ["itself", piece],
    ["a piece cut at the end", piece.slice(0, 70)],
    ["a piece cut at the beginning", piece.slice(30)],
    ["another frame", `本报讯 （通讯员 何山）${piece}责任编辑：孙月`],
    ["a sentence more", piece.replace("林场还修了", "林场的人住在山腰上。林场还修了")],
    ["slips, two of them close by", piece.replace("瞭望塔", "嘹望搭").replace("银杏", "银吝")],
    ["nothing in common", "县图书馆本周日起延长开放时间，读者可以一直待到晚上十点。"],
    ["nothing", ""],
  ])("takes no offence at %s", (_, text) => {
    expect(isChanged(text)).toBe(false);
    expect(isChanged(piece, text)).toBe(false);
  });

  test.each([
    ["another figure", piece.replace("三千棵", "五千棵")],
    ["another name", piece.replace("周海带着", "陈立民带着")],
    ["another tree", piece.replace("杉树", "松树")],
    ["another post", piece.replace("场长周海", "副场长周海")],
    ["a negation", piece.replace("还要再种", "不要再种")],
    ["another beginning before equal words", piece.replace("县城西北二十里", "县城东南六十里")],
    ["another end before equal words", piece.replace("一片银杏", "一片白桦")],
  ])("sees %s", (_, text) => {
    expect(isChanged(text)).toBe(true);
    expect(isChanged(piece, text)).toBe(true);
  });

  test("finds the changed figure also where the same run comes again", () => {
    const twice = (first: string) =>
      `旧桥用的是${first}号钢材，桥面不宽。新桥换成了八十五号钢材，比三十五号钢材贵得多。`;
    expect(isChanged(twice("十"), twice("三十五"))).toBe(true);
  });

  test("ends for any two texts", () => {
    const text = fc
      .array(fc.constantFrom("一", "二", "木", "林", "森", "a1", "。"), { maxLength: 40 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(isChanged(one, one)).toBe(false);
        expect(typeof isChanged(one, other)).toBe("boolean");
      }),
      { numRuns: 300 },
    );
  });
});
