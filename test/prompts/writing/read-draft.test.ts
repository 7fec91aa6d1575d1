import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DraftStatement } from "../../../prompts/verification/evidence.ts";
import { createDraftReader } from "../../../prompts/writing/read-draft.ts";

function read(...pieces: readonly string[]) {
  const reader = createDraftReader();
  const drafts: DraftStatement[] = pieces.flatMap((piece) => reader.push(piece));
  const end = reader.end();
  return { ...end, drafts: [...drafts, ...end.drafts], isLooping: reader.isLooping };
}

const museum = { text: "博物馆2021年开馆。", citations: [2] };
const bridge = { text: "大桥全长1860米。", citations: [1, 3] };
const reply = JSON.stringify({ answerable: true, statements: [museum, bridge] });

describe("createDraftReader, JSON", () => {
  test("gives each statement as soon as it is whole", () => {
    const reader = createDraftReader();
    const half = reply.indexOf("},") + 1;
    expect(reader.push(reply.slice(0, half - 1))).toEqual([]);
    expect(reader.push(reply.slice(half - 1, half))).toEqual([museum]);
    expect(reader.push(reply.slice(half))).toEqual([bridge]);
    expect(reader.end()).toEqual({ drafts: [], answerable: true, isWhole: true });
  });

  test("gives the same however the reply is cut into pieces", () => {
    const tricky = JSON.stringify({
      answerable: true,
      statements: [{ text: '他说“{好}” \\ "[2]"。', citations: [1] }, bridge],
    });
    const cuts = fc.array(fc.nat(tricky.length), { maxLength: 12 });
    fc.assert(
      fc.property(cuts, (places) => {
        const edges = [0, ...places.toSorted((one, other) => one - other), tricky.length];
        const pieces = edges.slice(1).map((end, at) => tricky.slice(edges[at], end));
        expect(read(...pieces)).toEqual(read(tricky));
      }),
    );
    expect(read(tricky).drafts).toHaveLength(2);
  });

  test.each([
    ["fenced", `\`\`\`json\n${reply}\n\`\`\``],
    ["with words around it", `好的，以下是答案：\n${reply}\n希望有帮助！`],
    ["a bare list", JSON.stringify([museum, bridge])],
    ["numbers as words", reply.replace("[2]", '["[2]"]').replace("[1,3]", '["1", 3]')],
    ["with other fields", reply.replaceAll('"text"', '"confidence":0.9,"text"')],
  ])("reads it %s", (_, text) => {
    expect(read(text).drafts).toEqual([museum, bridge]);
  });

  test("takes marks out of the text and among the citations", () => {
    const marked = { text: "博物馆2021年开馆[2]。【3】", citations: [2] };
    const { drafts } = read(JSON.stringify({ statements: [marked] }));
    expect(drafts).toEqual([{ text: "博物馆2021年开馆。", citations: [2, 3] }]);
  });

  test("takes out characters that hide or turn text around", () => {
    const hidden = { text: "博物\u200B馆\u202E开馆\u0007。\n", citations: [2] };
    expect(read(JSON.stringify([hidden])).drafts[0]?.text).toBe("博物馆开馆。");
  });

  test("takes the model's word that there is no answer, and nothing beside it", () => {
    const denial = JSON.stringify({ answerable: false, statements: [museum] });
    expect(read(denial)).toMatchObject({ drafts: [], answerable: false, isWhole: true });
  });

  test("is not fooled by a denial inside a statement", () => {
    const quoting = { text: '写着 "answerable": false 的牌子', citations: [1] };
    expect(read(JSON.stringify([quoting]))).toMatchObject({ answerable: true });
  });

  test("tells where a reply broke off", () => {
    expect(read(reply.slice(0, -5))).toMatchObject({ drafts: [museum], isWhole: false });
  });

  test("says nothing twice, and notices a loop", () => {
    const one = JSON.stringify(museum);
    expect(read(`[${one},${one}]`)).toMatchObject({ drafts: [museum], isLooping: false });
    expect(read(`[${one},${one},${one},${one}`)).toMatchObject({ isLooping: true });
  });

  test.each(["{}", "[]", '{"answer":"3200件"}', '{"statements":["3200件"]}', "{".repeat(50)])(
    "finds no statement in %s",
    (text) => {
      expect(read(text)).toMatchObject({ drafts: [], answerable: true });
    },
  );

  test("never throws, whatever it is told", () => {
    const wild = fc.string({ unit: fc.constantFrom(...'{}[]"\\:,12文\n。') });
    fc.assert(
      fc.property(fc.array(wild), (pieces) => {
        for (const draft of read(...pieces).drafts) expect(draft.text).not.toBe("");
      }),
    );
  });
});

describe("createDraftReader, lines", () => {
  test("reads statements with their marks, line by line", () => {
    const reader = createDraftReader();
    expect(reader.push("- 博物馆2021年开馆。[2]\n大桥全长")).toEqual([museum]);
    expect(reader.push("1860米[1, 3]。")).toEqual([]);
    expect(reader.end().drafts).toEqual([bridge]);
  });

  test("reads several statements of one line", () => {
    expect(read("博物馆2021年开馆[2]。大桥全长1860米。[1][3]").drafts).toEqual([museum, bridge]);
  });

  test("keeps a statement without marks, for it has to be stopped", () => {
    expect(read("答案如下：\n博物馆有三座分馆。").drafts).toEqual([
      { text: "博物馆有三座分馆。", citations: [] },
    ]);
  });

  test.each(["NOT_FOUND", " NOT_FOUND\n"])("takes %j for a denial", (text) => {
    expect(read(text)).toMatchObject({ drafts: [], answerable: false });
  });
});
