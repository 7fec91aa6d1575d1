import { describe, expect, test } from "vitest";
import { countFolders } from "../../../bot/count-folders.ts";
import { readScope, splitNames } from "../../../bot/text/read-scope.ts";

const folders = countFolders(["高新区/a.txt", "高新区/园区/b.txt", "News/c.md", "d.txt"]);

describe("countFolders", () => {
  test("counts each document in every folder above it", () => {
    expect(folders).toEqual([
      { path: "News", documents: 1 },
      { path: "高新区", documents: 2 },
      { path: "高新区/园区", documents: 1 },
    ]);
  });

  test("finds no folder where documents stand in none", () => {
    expect(countFolders(["a.txt", "b.txt"])).toEqual([]);
  });
});

describe("readScope", () => {
  test.each([
    [["高新区/"], ["高新区"]],
    [
      ["./高新区/园区", "news"],
      ["高新区/园区", "News"],
    ],
    [["/News/", "News"], ["News"]],
  ])("reads %j", (names, scope) => {
    expect(readScope(names, folders)).toEqual({ kind: "scope", scope });
  });

  test.each([["d.txt"], ["高新"], ["../News"], [""]])("knows no folder %j", (name) => {
    expect(readScope([name], folders)).toEqual({ kind: "unknown", name });
  });
});

describe("splitNames", () => {
  test.each([
    ["高新区/ 财经/", ["高新区/", "财经/"]],
    ["a，b、c,d", ["a", "b", "c", "d"]],
    ['"two words/" x', ["two words/", "x"]],
    ["“两 词” ", ["两 词"]],
    ["", []],
  ])("splits %j", (line, names) => {
    expect(splitNames(line)).toEqual(names);
  });
});
