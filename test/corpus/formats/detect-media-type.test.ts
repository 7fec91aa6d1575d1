import { describe, expect, test } from "vitest";
import { detectMediaType } from "../../../corpus/formats/detect-media-type.ts";

describe("detectMediaType", () => {
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
    expect(detectMediaType(text, path)).toBe(expected);
  });

  test("does not stumble over many comments", () => {
    expect(detectMediaType("<!-- a -->".repeat(2000), "lake")).toBe("text/plain");
  });
});
