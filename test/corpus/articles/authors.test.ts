import { describe, expect, test } from "vitest";
import { authorsOf, authorsOfMetadata, beginsWithName } from "../../../corpus/articles/authors.ts";

describe("authorsOf", () => {
  test.each([
    ["本报记者 王小明 李大江 文/图", ["王小明", "李大江"]],
    ["本报东湖讯（全媒体记者 王小明 通讯员 李大江）", ["王小明", "李大江"]],
    ["王小明/文 李大江/图", ["王小明"]],
    ["王小明 摄", ["王小明"]],
    ["By Jane Doe and Mark Chen", ["Jane Doe", "Mark Chen"]],
    ["责任编辑：王小明", []],
    ["来源：青石日报", []],
    ["", []],
  ])("reads %s", (byline, authors) => {
    expect(authorsOf(byline)).toEqual(authors);
  });
});

describe("authorsOfMetadata", () => {
  test.each([
    ["Jane Doe", ["Jane Doe"]],
    ["By Jane Doe and Mark Chen", ["Jane Doe", "Mark Chen"]],
    ["Jane van der Berg, Mark Chen", ["Jane van der Berg", "Mark Chen"]],
    ["周敏、吴涛", ["周敏", "吴涛"]],
    ["周敏, Jane Doe", ["周敏", "Jane Doe"]],
    ["记者 王小明", ["王小明"]],
  ])("needs no role to read %s", (line, authors) => {
    expect(authorsOfMetadata(line)).toEqual(authors);
  });

  test.each([
    "青石日报",
    "Lakeside Daily News",
    "The Lake Desk",
    "admin",
    "青石县水务局",
    "",
    "Jane",
  ])("finds no person in %s", (line) => {
    expect(authorsOfMetadata(line)).toEqual([]);
  });
});

describe("beginsWithName", () => {
  test("tells a person from a house", () => {
    expect(beginsWithName("王小明（作者为青石大学教授）")).toBe(true);
    expect(beginsWithName("本报评论员 王小明")).toBe(false);
  });
});
