import { describe, expect, test } from "vitest";
import { renderOriginal } from "../../../bot/cli/render-original.ts";

/** Where the words stand, in order. */
function spansOf(text: string, ...parts: readonly string[]) {
  return parts.map((part) => {
    const start = text.indexOf(part);
    return { start, end: start + part.length };
  });
}

describe("renderOriginal", () => {
  test("shows the sentence in its line with two lines on each side", () => {
    const text = "一\n二\n三\n湖水很清。鱼很多。\n五\n六\n七";

    expect(renderOriginal(text, spansOf(text, "鱼很多。"))).toBe(
      ["2 │ 二", "3 │ 三", "4 │ 湖水很清。⟦鱼很多。⟧", "5 │ 五", "6 │ 六"].join("\n"),
    );
  });

  test("shows both halves of a sentence that a caption cut", () => {
    const text = "湖水很\n图为东湖。\n清。鱼很多。";

    expect(renderOriginal(text, spansOf(text, "湖水很", "清。"))).toBe(
      ["1 │ ⟦湖水很⟧", "2 │ 图为东湖。", "3 │ ⟦清。⟧鱼很多。"].join("\n"),
    );
  });

  test("leaves out what lies between halves that are far apart", () => {
    const lines = Array.from({ length: 30 }, (_, at) => `第${at + 1}行`);
    const text = lines.join("\n");

    expect(renderOriginal(text, spansOf(text, "第2行", "第29行"))).toBe(
      [" 1 │ 第1行", " 2 │ ⟦第2行⟧", " 3 │ 第3行", " 4 │ 第4行", "   …"].join("\n") +
        "\n27 │ 第27行\n28 │ 第28行\n29 │ ⟦第29行⟧\n30 │ 第30行",
    );
  });

  test("shows every line of a part that goes over several, however long they are", () => {
    const middle = "湖".repeat(300);
    const text = `鱼。湖水\n${middle}\n很清。树。`;

    expect(renderOriginal(text, [{ start: 2, end: text.length - 2 }])).toBe(
      `1 │ 鱼。⟦湖水\n2 │ ${middle}\n3 │ 很清。⟧树。`,
    );
  });

  test("cuts a long line to what stands beside the sentence", () => {
    const text = `${"前".repeat(100)}湖水很清。${"后".repeat(100)}\n${"远".repeat(200)}`;

    expect(renderOriginal(text, spansOf(text, "湖水很清。"))).toBe(
      `1 │ …${"前".repeat(60)}⟦湖水很清。⟧${"后".repeat(60)}…\n2 │ ${"远".repeat(120)}…`,
    );
  });

  test("is not misled by such brackets in the file, nor moves the cursor for it", () => {
    const text = "⟦旧记⟧\n\n\n\n湖水\u001b[2J很清。\n尾";

    expect(renderOriginal(text, spansOf(text, "湖水\u001b[2J很清。"))).toBe(
      "3 │\n4 │\n5 │ ⟦湖水\ufffd[2J很清。⟧\n6 │ 尾",
    );
  });
});
