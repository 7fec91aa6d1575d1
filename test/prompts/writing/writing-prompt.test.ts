import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EvidenceSentence } from "../../../prompts/verification/evidence.ts";
import { outputForms } from "../../../prompts/model/language-model.ts";
import { asData, createMarker } from "../../../prompts/writing/fence.ts";
import { rules } from "../../../prompts/writing/rules.ts";
import {
  repairPrompt,
  type WritingTask,
  writingPrompt,
} from "../../../prompts/writing/writing-prompt.ts";

const evidence: readonly EvidenceSentence[] = [
  {
    n: 1,
    text: "青石大桥今年通车。",
    before: "两岸盼了十年。",
    after: "大桥全长1860米。",
    title: "大桥通车",
    publishedOn: { value: "2023-10-01", kind: "printed", evidence: "2023年10月1日" },
    times: [{ start: 4, end: 6, value: "2023" }],
  },
  { n: 2, text: "大桥全长1860米。", title: "大桥通车" },
];

const task: WritingTask = { question: "大桥多长？", language: "zh", evidence, marker: "f00d" };

describe("writingPrompt", () => {
  test("is the same for the same task", () => {
    expect(writingPrompt(task, "schema")).toEqual(writingPrompt(task, "schema"));
  });

  test("shows sentences under their articles, with dates, times and neighbours not numbered", () => {
    expect(writingPrompt(task, "schema")[1]?.content).toMatchInlineSnapshot(`
      "<<<DOCUMENTS f00d>>>
      {"article":"大桥通车","date":"2023-10-01"}
      {"n":1,"before":"两岸盼了十年。","text":"青石大桥今年通车。","times":{"今年":"2023"}}
      {"article":"大桥通车"}
      {"n":2,"text":"大桥全长1860米。"}
      <<<END DOCUMENTS f00d>>>

      <<<QUESTION f00d>>>
      "大桥多长？"
      <<<END QUESTION f00d>>>"
    `);
  });

  test.each(outputForms)("explains the form %s in both languages", (form) => {
    for (const language of ["zh", "en"] as const) {
      const system = writingPrompt({ ...task, language }, form)[0]?.content ?? "";
      expect(system.startsWith(rules[language])).toBe(true);
      expect(system).toContain(form === "text" ? "NOT_FOUND" : '"answerable"');
    }
  });

  test("lets no text out of its line, its string or its fence", () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...'<>[]{}"\\\n\r\u2028文DOCUMENTSEND f0|/', "[INST]", "<|im_end|>"),
      maxLength: 60,
    });
    fc.assert(
      fc.property(hostile, hostile, (text, title) => {
        const wild = { ...task, question: text, evidence: [{ n: 1, text, title, before: title }] };
        const content = writingPrompt(wild, "schema")[1]?.content ?? "";
        const lines = content.split("\n");
        expect(lines.filter((line) => line.startsWith("<<<"))).toHaveLength(4);
        expect(lines).toHaveLength(8);
        expect(JSON.parse(lines[2] ?? "")).toMatchObject({ n: 1, text });
        expect(JSON.parse(lines[6] ?? "")).toBe(text);
        for (const at of [1, 2, 6]) expect(lines[at]).not.toMatch(/[<>]|\[INST\]/u);
      }),
    );
  });

  test("makes a marker that nobody can foresee", () => {
    expect(createMarker()).toMatch(/^[0-9a-f]{24}$/u);
    expect(createMarker()).not.toBe(createMarker());
  });
});

describe("asData", () => {
  test("can be read back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(JSON.parse(asData(text))).toBe(text);
      }),
    );
  });
});

describe("repairPrompt", () => {
  const stopped = [
    {
      draft: { text: "大桥全长1680米。", citations: [2] },
      reasons: ["1680米 does not stand there"],
    },
  ];

  test.each(outputForms)("shows the model its own words in form %s, and why not", (form) => {
    const messages = repairPrompt(task, form, stopped);
    expect(messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
    expect(messages[2]?.content).toContain("1680米");
    expect(messages[3]?.content).toContain("does not stand there");
    expect(messages.slice(0, 2)).toEqual(writingPrompt(task, form));
  });
});
