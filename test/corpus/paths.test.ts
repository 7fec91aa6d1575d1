import { describe, expect, test } from "vitest";
import { isAtOrUnder, toDocumentPath } from "../../corpus/paths.ts";

describe("toDocumentPath", () => {
  test.each([
    ["./news/", "news"],
    ["/news/a.txt", "news/a.txt"],
    [" news//", "news"],
    [".", ""],
    ["./", ""],
    ["/", ""],
    [".hidden/a", ".hidden/a"],
    ["Cafe\u0301/a.txt", "Caf\u00e9/a.txt"],
  ])("reads %j as %j", (written, path) => {
    expect(toDocumentPath(written)).toBe(path);
  });
});

describe("isAtOrUnder", () => {
  test("knows a folder from one whose name begins the same", () => {
    expect(isAtOrUnder("news/2026/a.txt", "news")).toBe(true);
    expect(isAtOrUnder("news", "news")).toBe(true);
    expect(isAtOrUnder("newsroom/a.txt", "news")).toBe(false);
  });
});
