import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BlockKind } from "../../../corpus/formats/parsed-document.ts";
import { splitBlock } from "../../../corpus/sentences/split-block.ts";

function split(text: string, kind: Exclude<BlockKind, "heading">) {
  return splitBlock(text, { kind, spans: [{ start: 0, end: text.length }] });
}

function texts(text: string, kind: Exclude<BlockKind, "heading">): readonly string[] {
  return split(text, kind).map((piece) => piece.text);
}

describe("splitBlock", () => {
  test("cuts running text at its sentences, a row and a line of code nowhere", () => {
    expect(texts("湖水很清。鱼很多。", "paragraph")).toEqual(["湖水很清。", "鱼很多。"]);
    expect(texts("湖：很清。鱼很多。；深：4米", "table-row")).toEqual([
      "湖：很清。鱼很多。；深：4米",
    ]);
    expect(texts("clear();  fish!\n\n// 湖。鱼。", "code")).toEqual([
      "clear(); fish!",
      "// 湖。鱼。",
    ]);
  });

  test.each(["code", "table-row"] as const)("cuts a monstrous line of %s where it can", (kind) => {
    const line = Array.from({ length: 900 }, (_, at) => `lake${at}=${at};`).join("");
    const pieces = split(line, kind);

    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map(({ text }) => text.length))).toBeLessThanOrEqual(1000);
    expect(pieces.every(({ text }) => text.endsWith(";"))).toBe(true);
    expect(pieces.map(({ text }) => text).join("")).toBe(line);
  });

  test("shows in each piece what stands at its spans", () => {
    const wild = fc.string({ unit: fc.constantFrom(..."湖水a1 ;，|\n\t𠮷。"), maxLength: 4000 });
    fc.assert(
      fc.property(wild, fc.constantFrom("code" as const, "table-row" as const), (text, kind) => {
        for (const { text: shown, spans } of split(text, kind)) {
          const raw = spans.map(({ start, end }) => text.slice(start, end)).join("");
          expect(shown.replace(/\s/gu, "")).toBe(raw.replace(/\s/gu, ""));
          expect(shown.length).toBeLessThanOrEqual(1000);
          expect(shown).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });
});
