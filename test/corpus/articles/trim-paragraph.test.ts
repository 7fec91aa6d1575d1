import { describe, expect, test } from "vitest";
import {
  trimCaption,
  trimParagraph,
  type Trimming,
} from "../../../corpus/articles/trim-paragraph.ts";
import type { Block } from "../../../corpus/formats/parsed-document.ts";

type Trim = (text: string, block: Block) => Trimming;

function trimmed(trim: Trim, text: string, kind: "paragraph" | "caption" | "list-item") {
  const { block, cut, ...rest } = trim(text, { kind, spans: [{ start: 0, end: text.length }] });
  return {
    ...rest,
    kept: block.spans.map(({ start, end }) => text.slice(start, end)).join(""),
    reasons: cut.map(({ reason }) => reason),
  };
}

describe("trimParagraph", () => {
  test("takes what is about the piece off both ends", () => {
    const text = "（上接第1版）本报讯（记者王小明）湖水清了。（完）（下转第4版）";

    expect(trimmed(trimParagraph, text, "paragraph")).toEqual({
      kept: "湖水清了。",
      byline: "本报讯（记者王小明）",
      hasDateline: true,
      missing: ["beginning", "end"],
      reasons: ["page jump", "byline", "page jump", "credits"],
    });
  });

  test.each([
    ["湖水清了。（记者 王小明）", "记者 王小明"],
    ["湖水清了。（作者系青石大学教授）", undefined],
    ["湖水清了。（完）", undefined],
    ["湖水清了。（来源：青石日报）", "来源：青石日报"],
  ])("takes from %s the byline %s", (text, byline) => {
    const { kept, ...rest } = trimmed(trimParagraph, text, "paragraph");

    expect(kept).toBe("湖水清了。");
    expect(rest.byline).toBe(byline);
  });

  test("leaves a chorus and the items of a list whole", () => {
    const chorus = "青山青，绿水绿。青山青，绿水绿。青山青，绿水绿。";

    expect(trimmed(trimParagraph, chorus, "paragraph").kept).toBe(chorus);
    expect(trimmed(trimParagraph, "本报讯（记者王小明）一例", "list-item").kept).toBe(
      "本报讯（记者王小明）一例",
    );
  });
});

describe("trimCaption", () => {
  test("takes the photographer off", () => {
    expect(trimmed(trimCaption, "图为东湖。 王小明 摄", "caption")).toMatchObject({
      kept: "图为东湖。",
      byline: "王小明 摄",
    });
  });

  test("leaves a caption without one whole", () => {
    expect(trimmed(trimCaption, "图为渔民在拍摄湖面。", "caption")).toMatchObject({
      kept: "图为渔民在拍摄湖面。",
      reasons: [],
    });
  });
});
