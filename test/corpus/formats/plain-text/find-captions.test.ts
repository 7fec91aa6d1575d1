import { describe, expect, test } from "vitest";
import { findCaptions } from "../../../../corpus/formats/plain-text/find-captions.ts";
import { toStretches } from "../../../../corpus/formats/plain-text/stretch.ts";
import { textLines } from "../../../../corpus/text/text-lines.ts";

const body = "今年东湖种树三万棵，修堤两道，来看鱼的人比去年多了一倍，湖水也清了。";

function captions(text: string): readonly string[] {
  const stretches = toStretches(textLines(text));
  return [...findCaptions(stretches)].map((index) => stretches[index]?.text ?? "");
}

describe("findCaptions", () => {
  test.each(["图为东湖的渔民在收网。", "上图：东湖", "资料图：十年前的东湖", "△东湖的早晨"])(
    "knows %s by its first words",
    (line) => {
      expect(captions(`${body}\n\n${line}\n\n${body}`)).toEqual([line]);
    },
  );

  test("knows a bullet that points at a picture", () => {
    expect(captions(`${body}\n\n▲渔民在湖上收网。\n\n${body}`)).toEqual(["渔民在湖上收网。"]);
  });

  test("knows the bare name of a scene between paragraphs", () => {
    expect(captions(`${body}\n\n东湖水务局监测中心实验室\n\n${body}`)).toEqual([
      "东湖水务局监测中心实验室",
    ]);
  });

  test("knows the line behind the gap that a picture left", () => {
    expect(captions(`${body}\n\n${body}\n\n\n\n渔民在湖上收网\n\n\n\n${body}\n\n${body}`)).toEqual([
      "渔民在湖上收网",
    ]);
  });

  test.each([
    "走进东湖实验室",
    "图书馆里的湖",
    "上图书馆去。",
    "图一时痛快，湖水就浑了。",
    "让湖水流进果园",
    "湖水为什么清了",
  ])("leaves %s, a heading or a sentence, in the text", (line) => {
    expect(captions(`${body}\n\n${line}\n\n${body}`)).toEqual([]);
  });

  test("knows the line right above its photographer, and not the one above a lost picture", () => {
    expect(captions(`${body}\n\n渔民在湖上收网\n本报记者 王小明摄\n\n${body}`)).toContain(
      "渔民在湖上收网",
    );
    expect(captions(`${body}\n\n渔民在湖上收网\n[图片]`)).not.toContain("渔民在湖上收网");
  });

  test("does not take blank lines above all text for a gap", () => {
    const gap = `${body}\n\n\n\n渔民在湖上收网\n\n\n\n${body}\n\n${body}`;

    expect(captions(`\n\n\n\n${gap}`)).toEqual(captions(gap));
  });

  test("leaves the items of a list in the text", () => {
    expect(captions(`${body}\n\n▲东湖开渔。\n▲西湖修堤。\n▲南湖种树。`)).toEqual([]);
  });
});
