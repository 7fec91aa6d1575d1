import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { respell } from "../../../../retrieval/question/typos/respell.ts";

function written(question: string, passages: string, typed = question): string {
  return respell({ question, typed }, passages, () => 0).characters.join("");
}

describe("respell", () => {
  test.each([
    ["流青禾的生日", "柳青禾是馆长。", "柳青禾的生日"],
    ["运西大桥的长度", "云溪大桥通车。", "云溪大桥的长度"],
    ["茶叶的产亮", "今年产量高。", "茶叶的产量"],
  ])("writes %s as the passages do", (question, passages, expected) => {
    expect(written(question, passages)).toBe(expected);
  });

  test.each([
    ["the passages have it as it is", "流青禾的生日", "柳青禾和流青禾。"],
    ["only one character is alike, and no word comes of it", "流芜的生日", "柳芜种茶。"],
    ["what was typed is a word, and too little is alike", "公司的权利", "公司权力。"],
    ["only particles are alike", "他的书", "它的树。"],
  ])("leaves it where %s", (_why, question, passages) => {
    expect(written(question, passages)).toBe(question);
  });

  test("takes back a correction that the passages contradict", () => {
    expect(written("仓库下葬了文物", "仓库下藏了文物。", "仓库下藏了文物")).toBe("仓库下藏了文物");
  });

  test("keeps all but three characters, whatever the passages say", () => {
    const text = fc.string({
      unit: fc.constantFrom(..."流柳青清禾河的大达桥乔一"),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, (question, passages) => {
        const characters = [...written(question, passages)];
        expect(characters).toHaveLength(question.length);
        expect(characters.filter((own, at) => own !== question[at]).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
