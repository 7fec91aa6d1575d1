import { describe, expect, test } from "vitest";
import { renderAnswerText } from "../../../bot/cli/render-answer-text.ts";
import type { Answer, Citation } from "../../../prompts/answering/answer.ts";

const common = {
  question: "何时开馆",
  generation: 3,
  answerer: "extractive",
  timings: { retrieveMs: 1, answerMs: 1, totalMs: 2 },
};

const citation: Citation = {
  n: 1,
  sentenceId: "a-1",
  text: "博物馆于5月18日开馆。",
  spans: [{ start: 0, end: 12 }],
  documentId: "a",
  path: "报纸/博物馆.md",
  article: "博物馆开馆",
  publishedOn: { value: "2021-05-18/2021-05-19", kind: "inferred", evidence: "昨日" },
};

describe("renderAnswerText", () => {
  test("shows statements, then every source word for word", () => {
    const answer: Answer = {
      ...common,
      kind: "answered",
      statements: [{ text: "5月18日开馆。", citations: [1, 2] }],
      citations: [
        citation,
        {
          ...citation,
          n: 2,
          path: "另一份.txt",
          publishedOn: undefined,
          before: "上句。",
          leansOn: "before",
        },
      ],
      asOf: "2021-05-18",
    };

    expect(renderAnswerText(answer, "何时开馆？")).toMatchInlineSnapshot(`
      "5月18日开馆。 [1][2]
      截至 2021-05-18

      [1] 博物馆开馆 · 2021-05-18 – 2021-05-19 (推断) · 报纸/博物馆.md
      │ 博物馆于5月18日开馆。

      [2] 博物馆开馆 · 另一份.txt
        上句。
      │ 博物馆于5月18日开馆。"
    `);
  });

  test("shows an answer made of the sentences themselves once, as quotes", () => {
    const answer: Answer = {
      ...common,
      kind: "answered",
      statements: [{ text: citation.text, citations: [1] }],
      citations: [citation],
    };

    expect(renderAnswerText(answer, "何时开馆？")).toMatchInlineSnapshot(`
      "│ 博物馆于5月18日开馆。
      [1] 博物馆开馆 · 2021-05-18 – 2021-05-19 (推断) · 报纸/博物馆.md"
    `);
  });

  test("says why nothing was found, in the language of the question", () => {
    const answer: Answer = {
      ...common,
      kind: "notFound",
      reason: "year",
      missing: "2020",
      nearest: [citation],
    };

    expect(renderAnswerText(answer, "Did it open in 2020?")).toMatchInlineSnapshot(`
      "The documents speak of this, but never of 2020.
      The nearest sentences:

      [1] 博物馆开馆 · 2021-05-18 – 2021-05-19 (inferred) · 报纸/博物馆.md
      │ 博物馆于5月18日开馆。"
    `);
    expect(renderAnswerText({ ...answer, nearest: [] }, "2020年开馆了吗？")).toMatchInlineSnapshot(
      `"文档里有相关内容，但没有提到 2020。"`,
    );
  });

  test("asks back with choices", () => {
    const answer: Answer = {
      ...common,
      kind: "unclear",
      ask: "您问的是哪一座？",
      choices: ["老馆", "新馆"],
    };

    expect(renderAnswerText(answer, "何时开馆？")).toBe("您问的是哪一座？\n- 老馆\n- 新馆");
  });
});
