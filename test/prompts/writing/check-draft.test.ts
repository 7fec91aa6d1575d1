import { describe, expect, test } from "vitest";
import { createDraftCheck } from "../../../prompts/writing/check-draft.ts";
import { foreignWords } from "../../../prompts/writing/foreign-words.ts";
import { rules } from "../../../prompts/writing/rules.ts";

const evidence = [
  {
    n: 1,
    text: "青石县博物馆2021年5月18日开馆，馆藏文物3200件。",
    after: "讲解员周兰说，该馆每逢周一闭馆。",
    title: "青石县博物馆开馆",
  },
  { n: 2, text: "青石一中新校园占地96亩，详情见 https://qingshi.example.com/new 。" },
];
const check = createDraftCheck(evidence, rules.zh);
const kindsOf = (text: string, citations: readonly number[] = [1]) =>
  check({ text, citations }, 1).problems.map(({ kind }) => kind);

describe("createDraftCheck", () => {
  test("passes what the cited sentence says, and keeps which attempt it was", () => {
    const draft = { text: "青石县博物馆馆藏文物3200件。", citations: [1] };
    expect(check(draft, 2)).toMatchObject({ ...draft, attempt: 2, supported: true, problems: [] });
  });

  test("stops what the verification stops, with its reasons", () => {
    expect(kindsOf("青石县博物馆馆藏文物5200件。")).toContain("figure");
    expect(kindsOf("青石县博物馆馆藏文物3200件。", [7])).toEqual(["citation"]);
  });

  test("reads nothing that is far too long", () => {
    expect(kindsOf("馆藏文物".repeat(500))).toEqual(["length"]);
  });

  test.each(["https://evil.example.net/x", "www.evil.example.net", "@evil_bot", "a@evil.example"])(
    "lets no address in that the sentence does not hold: %s",
    (address) => {
      expect(kindsOf(`青石县博物馆馆藏文物3200件，见 ${address} 。`)).toContain("address");
    },
  );

  test("lets an address stand that the sentence holds", () => {
    const text = "青石一中新校园占地96亩，详情见 https://qingshi.example.com/new 。";
    expect(kindsOf(text, [2])).toEqual([]);
  });

  test("lets no instruction out, whole or in part, with other marks or none", () => {
    const line = rules.zh.split("\n").find((rule) => rule.startsWith("1.")) ?? "";
    expect(kindsOf(line)).toContain("leak");
    expect(kindsOf(line.slice(6, 40).split("").join(" "))).toContain("leak");
  });
});

describe("foreignWords", () => {
  const around = evidence
    .map(({ text, title = "", after = "" }) => text + title + after)
    .join("\n");

  test.each([
    ["新华社报道，青石县博物馆2021年开馆。", "新华社"],
    ["据省文物局统计，馆藏文物3200件。", "省文物局"],
    ["青石县博物馆馆长是钱小刚。", "钱小刚"],
    ["博物馆由赵大海出资建成。", "赵大海"],
    ["青石二中新校园占地96亩。", "青石二中"],
  ])("finds in “%s” what stands nowhere: %s", (statement, foreign) => {
    expect(foreignWords(statement, around)).toEqual([foreign]);
  });

  test.each([
    "据讲解员周兰介绍，该馆每逢周一闭馆。",
    "据报道，青石县博物馆2021年开馆。",
    "青石一中新校园占地96亩。",
    "闭馆日是每逢周一。",
    "青石县博物馆是2021年开馆的。",
  ])("finds nothing in “%s”", (statement) => {
    expect(foreignWords(statement, around)).toEqual([]);
  });
});
