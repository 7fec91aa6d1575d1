import { describe, expect, test } from "vitest";
import { cutLoops } from "../../../corpus/noise/looped-spans.ts";

function kept(text: string): string {
  const loops = cutLoops(text, [{ start: 0, end: text.length }]);
  return loops.kept.map(({ start, end }) => text.slice(start, end)).join("");
}

describe("cutLoops", () => {
  test("keeps a stretch that a scan read over and over once, and what stands around it", () => {
    const looped = "今年东湖种树三万棵，".repeat(5);

    expect(kept(`湖水清了。${looped}修堤两道。`)).toBe("湖水清了。今年东湖种树三万棵，修堤两道。");
  });

  test("gives every character to what is kept or what is cut", () => {
    const text = "湖水清了鱼也多了人来了。".repeat(4);
    const { kept: whole, cut } = cutLoops(text, [{ start: 0, end: text.length }]);
    const length = [...whole, ...cut].reduce((sum, { start, end }) => sum + end - start, 0);

    expect(length).toBe(text.length);
  });

  test.each([
    "湖水清了，湖水清了，", // Twice may be meant.
    "哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈",
    "--------------------------------------------------",
    "100000000000000000000000000000000000000000000000000",
    "青山青，绿水绿。青山青，绿水绿。青山青，绿水绿。", // A chorus.
    "加油！加油！加油！",
  ])("leaves %s whole", (text) => {
    expect(kept(text)).toBe(text);
  });

  test("does not look for loops across two stretches", () => {
    const text = "今年东湖种树三万棵，".repeat(2);
    const spans = [
      { start: 0, end: 10 },
      { start: 10, end: 20 },
    ];

    expect(cutLoops(text, spans)).toEqual({ kept: spans, cut: [] });
  });
});
