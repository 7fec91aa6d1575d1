import { describe, expect, test } from "vitest";
import { detectTextType } from "../../../corpus/formats/detect-text-type.ts";

describe("detectTextType", () => {
  test.each([
    ["湖水很清。", "lake.txt", "text/plain"],
    ["# 湖\n\n湖水**很清**。", "lake.txt", "text/plain"],
    ["湖水很清。", "lake.md", "text/markdown"],
    ["湖水很清。", "lake.MARKDOWN", "text/markdown"],
    ["# 湖\n\n见[湖志](a.md)。", "record-1", "text/markdown"],
    ["# 湖\n\n湖水很清。", "record-1", "text/plain"],
    ["<p>湖水</p>", "lake.html", "text/html"],
    ["湖水很清。", "lake.html", "text/plain"],
    ["<!DOCTYPE html><p>湖水", "lake.txt", "text/html"],
    ["\n<!-- a --><!-- b -->\n<html>", "lake.md", "text/html"],
    ["<p>湖水</p>是一个段落。", "lake.txt", "text/plain"],
  ])("takes %j in %s for %s", (text, path, expected) => {
    expect(detectTextType(text, path)).toBe(expected);
  });

  test("does not stumble over many comments", () => {
    expect(detectTextType("<!-- a -->".repeat(2000), "lake")).toBe("text/plain");
  });
});
