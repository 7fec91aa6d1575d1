import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Span } from "../../../corpus/sentence.ts";
import { splitSentences } from "../../../corpus/sentences/split-sentences.ts";

function whole(text: string): readonly Span[] {
  return [{ start: 0, end: text.length }];
}

function split(text: string): readonly string[] {
  return splitSentences(text, whole(text)).map((sentence) => sentence.text);
}

const withoutSpace = (text: string): string => text.replace(/\s+/gu, "");
const onlyWords = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** Words, marks, quotes, line breaks and symbols in wild order. */
const wildText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...Array.from("。！？；!?;.．…—，、：:“”‘’\"'「」『』（）()《》[]"),
        "……",
        "——",
        "\n",
        "\n\n",
      ),
      fc.constantFrom(
        " ",
        "\t",
        "\u3000",
        "\r\n",
        "3.14",
        "1.4万",
        "U.S.",
        "Mr.",
        "No. 5",
        "😀",
        "👩‍👩‍👧",
      ),
      fc.constantFrom(
        "湖水",
        "他说",
        "是",
        "the lake",
        "A",
        "x",
        "Łódź",
        "𠮷野家",
        "ひらがな",
        "한국",
      ),
      fc.string({ unit: "grapheme", maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

describe("splitSentences", () => {
  test.each([
    ["湖水很清。鱼很多！要去吗？去；走吧", ["湖水很清。", "鱼很多！", "要去吗？", "去；", "走吧"]],
    ["湖水很清;鱼很多!", ["湖水很清;", "鱼很多!"]],
    ["他想了想……还是去了——一个人。", ["他想了想……还是去了——一个人。"]],
    ["真的吗？！真的。。。好", ["真的吗？！", "真的。。。", "好"]],
    ["他说：“湖水很清。”我点头。", ["他说：“湖水很清。”", "我点头。"]],
    ["「去吗？」他问。", ["「去吗？」", "他问。"]],
    ["“去吗？”，他问。", ["“去吗？”，他问。"]],
    ['他说:"湖水很清。"我点头。', ['他说:"湖水很清。"', "我点头。"]],
    ["我读过《去哪儿？》一书。", ["我读过《去哪儿？》一书。"]],
    ["（湖水很清。）鱼很多。", ["（湖水很清。）", "鱼很多。"]],
    ["水温3.14度，重1.4万斤。", ["水温3.14度，重1.4万斤。"]],
    ["湖水很清.鱼很多.", ["湖水很清.", "鱼很多."]],
    ["一.湖水很清。二.鱼很多。", ["一.湖水很清。", "二.鱼很多。"]],
    ["阿里．巴巴来了。", ["阿里．巴巴来了。"]],
    ["见 page?id=1;b=2 一页。", ["见 page?id=1;b=2 一页。"]],
  ])("ends Chinese sentences in %s", (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  test.each([
    ["The lake is clear. Fish live there.", ["The lake is clear.", "Fish live there."]],
    ["It is 3.14 km wide. It is deep.", ["It is 3.14 km wide.", "It is deep."]],
    ["Mr. Lake met Dr. J. R. Pond. They left.", ["Mr. Lake met Dr. J. R. Pond.", "They left."]],
    [
      "The U.S. Navy came, e.g. by boat. It left.",
      ["The U.S. Navy came, e.g. by boat.", "It left."],
    ],
    ["See No. 5, vol. 3. He said no. We left.", ["See No. 5, vol. 3.", "He said no.", "We left."]],
    [
      "It was built in 1998. The pond came later.",
      ["It was built in 1998.", "The pond came later."],
    ],
    ['He said "It is clear." She nodded.', ['He said "It is clear."', "She nodded."]],
    ["Wait... he came. Really?! Yes!", ["Wait... he came.", "Really?!", "Yes!"]],
    ["One thing; another thing. done", ["One thing; another thing. done"]],
    ["1. The lake is clear.", ["1. The lake is clear."]],
    ["It is 3.5 m. Dr. Wu left.", ["It is 3.5 m.", "Dr. Wu left."]],
  ])("ends English sentences in %s", (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  test("joins what has no word to its neighbour", () => {
    expect(split("……！湖水很清。……！鱼")).toEqual(["……！湖水很清。……！", "鱼"]);
  });

  test("gives nothing where there is no word", () => {
    expect(split("……！？ ——\n😀")).toEqual([]);
  });

  test("shows a wrapped sentence as one line", () => {
    expect(split("湖水\n  很清。")).toEqual(["湖水很清。"]);
    expect(split("The lake\n  is clear.")).toEqual(["The lake is clear."]);
    expect(split("An inter-\nnational lake.")).toEqual(["An inter-national lake."]);
  });

  test("crosses from one span to the next", () => {
    const text = "湖水很清。国|图片说明。|家公园在东边。鱼很多。";
    const spans = [
      { start: 0, end: 6 },
      { start: 13, end: 24 },
    ];

    expect(splitSentences(text, spans)).toEqual([
      { text: "湖水很清。", spans: [{ start: 0, end: 5 }] },
      {
        text: "国家公园在东边。",
        spans: [
          { start: 5, end: 6 },
          { start: 13, end: 20 },
        ],
      },
      { text: "鱼很多。", spans: [{ start: 20, end: 24 }] },
    ]);
  });

  test("cuts a very long run at commas, never within a character", () => {
    const clauses = split(`${"湖水很清，".repeat(1000)}鱼很多`);
    const unbroken = split("𠮷".repeat(2001));

    expect(clauses.every((piece) => piece.length <= 1000)).toBe(true);
    expect(clauses.slice(0, -1).every((piece) => piece.endsWith("，"))).toBe(true);
    expect(unbroken.every((piece) => /^(?:𠮷)+$/u.test(piece))).toBe(true);
    expect(unbroken.join("")).toBe("𠮷".repeat(2001));
  });

  test.each([
    ["sentences", "湖水很清，鱼很多。“去吗？”他问. "],
    ["words without marks", "湖水很清鱼很多"],
    ["English", "The lake is clear, e.g. in May. No. 5 is not. "],
    ["marks only", "。”！"],
    ["open quotes", '"'],
    ["blanks", ". "],
  ])("finishes a long line of %s", (_, unit) => {
    const text = `湖${unit.repeat(Math.ceil(500_000 / unit.length))}`;

    expect(splitSentences(text, whole(text)).length).toBeGreaterThan(0);
  });

  test("finishes a line of five million characters", () => {
    const sentence = "湖水很清，鱼很多。";
    const text = sentence.repeat(5_000_000 / sentence.length);

    expect(splitSentences(text, whole(text))).toHaveLength(Math.floor(5_000_000 / 9));
  });

  test("keeps the law over wild text", () => {
    fc.assert(
      fc.property(wildText, fc.array(fc.nat(200), { maxLength: 6 }), (text, cuts) => {
        const spans = spansOf(text, cuts);
        const pieces = splitSentences(text, spans);
        const block = spans.map((span) => text.slice(span.start, span.end)).join("");
        let end = 0;
        for (const piece of pieces) {
          const joined = piece.spans.map((span) => text.slice(span.start, span.end)).join("");
          expect(withoutSpace(piece.text)).toBe(withoutSpace(joined));
          expect(piece.text).toBe(piece.text.trim());
          expect(onlyWords(piece.text)).not.toBe("");
          for (const span of piece.spans) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(span.end).toBeGreaterThan(span.start);
            expect(spans.some((one) => one.start <= span.start && span.end <= one.end)).toBe(true);
            end = span.end;
          }
        }
        expect(onlyWords(pieces.map((piece) => piece.text).join(""))).toBe(onlyWords(block));
      }),
      { numRuns: 2000 },
    );
  });

  test("lets no row of marks make a sentence endless", () => {
    const marks = "。".repeat(5000);
    const lengths = split(`${marks}湖水很清${marks}鱼很多。`).map((text) => text.length);

    expect(lengths.length).toBeGreaterThan(1);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1000);
  });
});

/** Ascending spans between the cuts, every second stretch left out. */
function spansOf(text: string, cuts: readonly number[]): readonly Span[] {
  const borders = [0, ...cuts, text.length]
    .map((cut) => Math.min(cut, text.length))
    // Parsers never cut a character in two.
    .filter((cut) => !/[\udc00-\udfff]/u.test(text.charAt(cut)) || cut === 0)
    .toSorted((one, other) => one - other);
  return borders.flatMap((start, index) => {
    const end = borders[index + 1];
    return index % 2 === 0 && end !== undefined && end > start ? [{ start, end }] : [];
  });
}
