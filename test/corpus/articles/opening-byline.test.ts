import { describe, expect, test } from "vitest";
import { isDatelineAlone, openingBylineLength } from "../../../corpus/articles/opening-byline.ts";

function opening(paragraph: string): string {
  return paragraph.slice(0, openingBylineLength(paragraph));
}

describe("openingBylineLength", () => {
  test.each([
    ["本报讯（记者王小明）", "三月，湖水清了。"],
    ["【本报讯】（记者 王小明）", "三月，湖水清了。"],
    ["本报青石讯（全媒体记者 王小明 通讯员 李大江）", "三月，湖水清了。"],
    ["本报訊（記者王小明）", "三月，湖水清了。"],
    ["青石社东湖5月1日电（记者 王小明）", "湖水清了。"],
    ["青石社东湖5月1日电 ", "湖水清了。"],
    ["青石网讯 ", "三月，湖水清了。"],
    ["晚报讯（记者 凌霄） ", "三月，湖水清了。"],
    ["晨报综合消息 ", "三月，湖水清了。"],
    ["（记者王小明）", "三月，湖水清了。"],
    ["记者王小明报道：", "三月，湖水清了。"],
    ["QINGSHI, May 1 — ", "The lake is clear."],
  ])("measures %s", (byline, text) => {
    expect(opening(byline + text)).toBe(byline);
  });

  test.each([
    "记者从青石县水务局获悉，湖水清了。",
    "记者王小明走到湖边，湖水很清。",
    "记者：湖水为什么清了？",
    "（王小明）湖水清了。",
    "青石通讯员们都来了。",
    "本报通讯员们都来了，湖水清了。",
    "据青石社东湖5月1日电，湖水清了。",
    "湖边的通讯很慢，电话打不通。",
    "5月1日，湖水清了。",
    "通讯（第二卷）讲的是湖。",
    "THE LAKE is clear.",
  ])("leaves text whole: %s", (paragraph) => {
    expect(opening(paragraph)).toBe("");
  });

  test("leaves a byline that is the whole paragraph for those who read lines", () => {
    expect(opening("本报讯（记者王小明）")).toBe("");
  });
});

describe("isDatelineAlone", () => {
  test.each([
    ["本报讯", true],
    ["本报讯（记者 王小明）", true],
    ["青石社东湖5月1日电", true],
    ["本报讯（记者 王小明）湖水清了。", false],
    ["本报记者 王小明", false],
    ["电讯", false],
  ])("says of %s: %s", (line, isAlone) => {
    expect(isDatelineAlone(line)).toBe(isAlone);
  });
});
