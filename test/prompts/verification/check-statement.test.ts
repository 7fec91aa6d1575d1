import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkStatement, judge } from "../../../prompts/verification/check-statement.ts";
import type { EvidenceSentence } from "../../../prompts/verification/evidence.ts";

const harvest: EvidenceSentence = {
  n: 1,
  text: "2024年，青石县粮食总产量达8.6万吨，比上年增长3.2%。",
  title: "青石县粮食生产再获丰收",
  publishedOn: { value: "2025-01-12", kind: "printed", evidence: "2025-01-12" },
};
const bridge: EvidenceSentence = { n: 2, text: "柳河大桥尚未完工，预计2026年6月通车。" };
const evidence = new Map([harvest, bridge].map((sentence) => [sentence.n, sentence]));

function check(text: string, ...citations: number[]) {
  return checkStatement({ text, citations }, evidence);
}

function kinds(text: string, ...citations: number[]) {
  const verdict = check(text, ...citations);
  return verdict.kind === "supported" ? [] : verdict.problems.map(({ kind }) => kind);
}

describe("checkStatement", () => {
  test("believes a statement that repeats its sentence, and says so", () => {
    expect(check(harvest.text, 1)).toEqual({ kind: "supported", rules: ["word for word"] });
  });

  test("believes two cited sentences one after the other", () => {
    expect(check(`${bridge.text}${harvest.text}`, 1, 2).kind).toBe("supported");
  });

  test("does not read marks of citation as figures", () => {
    expect(check("青石县2024年粮食总产量为8.6万吨。[1]", 1).kind).toBe("supported");
  });

  test("names the rules by which other words say the same", () => {
    const verdict = check("青石县去年产粮86000吨。", 1);
    expect(verdict).toEqual({ kind: "supported", rules: ["same value", "relative date"] });
  });

  test.each([
    ["a number that was not given", "青石县粮食总产量达8.6万吨。", [7], "citation"],
    ["nothing", "青石县粮食总产量达8.6万吨。", [], "citation"],
    ["the wrong sentence", "青石县粮食总产量达8.6万吨。", [2], "figure"],
  ] as const)("stops a statement that cites %s", (_, text, citations, kind) => {
    expect(kinds(text, ...citations)).toContain(kind);
  });

  test.each([
    ["figure", "2024年，青石县粮食总产量达6.8万吨。", 1],
    ["figure", "2024年，青石县粮食总产量达8.6万公斤。", 1],
    ["date", "2022年，青石县粮食总产量达8.6万吨。", 1],
    ["name", "2024年，东湖市粮食总产量达8.6万吨。", 1],
    ["quote", "青石县粮食“连年大丰收，户户有余粮”。", 1],
    ["comparison", "青石县粮食总产量比上年下降3.2%。", 1],
    ["negation", "柳河大桥已经完工。", 2],
    ["modality", "柳河大桥2026年6月通车了。", 2],
    ["overlap", "游泳馆周末免费教授儿童蛙泳动作。", 2],
  ])("finds a wrong %s", (kind, text, citation) => {
    expect(kinds(text, citation)).toContain(kind);
  });

  test("tells the writer what the source says instead", () => {
    const verdict = check("2024年，青石县粮食总产量达6.8万吨。", 1);
    const message = verdict.kind === "unsupported" ? verdict.problems[0]?.message : "";
    expect(message).toContain("8.6万吨");
  });

  test("asks for a figure, date or name where the languages differ", () => {
    expect(kinds("The bridge is not finished.", 2)).toEqual(["overlap"]);
    expect(check("The bridge is expected to open in June 2026.", 2).kind).toBe("supported");
  });
});

const place = fc.constantFrom("青石县", "柳河镇", "东湖市", "云岭村");
const thing = fc.constantFrom("小学", "水井", "仓库", "茶园", "路灯");
const unit = fc.constantFrom("个", "亩", "公里", "%", "万元", "户");
const figure = fc.integer({ min: 2, max: 99_999 });
const clause = fc
  .tuple(place, thing, figure, unit)
  .map(([where, what, count, of]) => `${where}的${what}达${count}${of}`);
const sentence = fc
  .array(clause, { minLength: 1, maxLength: 3 })
  .map((clauses) => `${clauses.join("，")}。`);

describe("judge", () => {
  test("finds nothing wrong with a sentence held against itself", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(judge({ text, citations: [1] }, [{ n: 1, text }])).toMatchObject({
          kind: "supported",
        });
      }),
      { numRuns: 60 },
    );
  });

  test("finds one changed digit of the only figure", () => {
    fc.assert(
      fc.property(clause, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, where, by) => {
        const digits = [...text.matchAll(/\d/gu)];
        const { index, 0: digit } = digits[where % digits.length]!;
        const other = String((Number(digit) + by) % 10);
        const changed = text.slice(0, index) + other + text.slice(index + 1);
        // 0125 and 125 are one figure only where a leading digit became 0.
        fc.pre(other !== "0" || index !== digits[0]!.index);
        expect(judge({ text: changed, citations: [1] }, [{ n: 1, text }]).kind).toBe("unsupported");
      }),
      { numRuns: 60 },
    );
  });
});
