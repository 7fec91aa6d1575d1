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
      asOf: "2021-05-18/2021-05-19",
    };

    expect(renderAnswerText(answer, "何时开馆？")).toMatchInlineSnapshot(`
      "5月18日开馆。 [1][2]
      截至 2021-05-18 – 2021-05-19

      [1] 博物馆开馆 · 2021-05-18 – 2021-05-19 (推断) · 报纸/博物馆.md
      │ 博物馆于5月18日开馆。

      [2] 博物馆开馆 · 另一份.txt
        上句。
      │ 博物馆于5月18日开馆。"
    `);
  });

  test.each([
    [
      "何时开馆？",
      "时间不同：[1] 2023年末，[2] 2020年（48万人）\n口径不同：[1] 未注明，[2] 预计（50万人）",
    ],
    [
      "how many?",
      "Different dates: [1] 2023年末, [2] 2020年 (48万人)\nMeasured differently: [1] not stated, [2] 预计 (50万人)",
    ],
  ])("names what could be mistaken for the answer: %s", (question, line) => {
    const answer: Answer = {
      ...common,
      kind: "answered",
      statements: [{ text: citation.text, citations: [1] }],
      citations: [citation, { ...citation, n: 2, text: "2020年为48万人。" }],
      differences: [
        {
          kind: "date",
          citations: [1, 2],
          scopes: ["2023年末", "2020年"],
          values: ["46万人", "48万人"],
        },
        {
          kind: "definition",
          citations: [1, 2],
          scopes: [null, "预计"],
          values: ["46万人", "50万人"],
        },
      ],
    };
    const isChinese = question.startsWith("何");
    const text = renderAnswerText(
      isChinese ? answer : { ...answer, question: "how many" },
      question,
    );
    expect(text).toContain(`${line}\n\n`);
  });

  test("says what it searched for, and what of several things it did not find", () => {
    const answer: Answer = {
      ...common,
      kind: "answered",
      statements: [{ text: citation.text, citations: [1] }],
      citations: [citation],
      corrected: "博物馆何时开馆",
      unanswered: ["谁设计的"],
    };
    const lines = renderAnswerText(answer, "博物管何时开馆，谁设计的").split("\n");
    expect(lines[0]).toBe("按“博物馆何时开馆”查找");
    expect(lines.at(-1)).toBe("没有找到直接回答：谁设计的");
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

  test("says why the sentences stand in for a written answer", () => {
    const degraded = { reason: "model-timeout" } as const;
    const answer: Answer = {
      ...common,
      kind: "answered",
      statements: [{ text: citation.text, citations: [1] }],
      citations: [citation],
      degraded,
    };
    const refusal: Answer = {
      ...common,
      kind: "notFound",
      reason: "weak",
      nearest: [citation],
      degraded,
    };

    for (const shown of [answer, refusal]) {
      expect(renderAnswerText(shown, "何时开馆？").split("\n").at(-1)).toBe(
        "写答案的模型没有及时写完，这里直接摘录原文。",
      );
    }
  });

  test("tells page and row, and where else a sentence stands", () => {
    const printed = (value: string) => ({ value, kind: "printed", evidence: value }) as const;
    const other = (path: string) => ({ sentenceId: path, documentId: path, path });
    const answer: Answer = {
      ...common,
      kind: "answered",
      statements: [{ text: "5月18日开馆。", citations: [1, 2] }],
      citations: [
        {
          ...citation,
          publishedOn: printed("2021-05-18"),
          place: { kind: "page", page: 3 },
          alsoIn: [
            { ...other("转载.txt"), publishedOn: printed("2021-05-20") },
            { ...other("合订本.pdf"), place: { kind: "page", page: 12 } },
          ],
        },
        {
          ...citation,
          n: 2,
          path: "大事.xlsx",
          article: undefined,
          publishedOn: undefined,
          place: { kind: "row", row: 7, sheet: "五月" },
          alsoIn: ["一.txt", "二.txt", "三.txt", "四.txt", "五.txt"].map(other),
          copies: 12,
        },
      ],
    };

    expect(renderAnswerText(answer, "何时开馆？")).toMatchInlineSnapshot(`
      "5月18日开馆。 [1][2]

      [1] 博物馆开馆 · 2021-05-18 (原文所载) · 报纸/博物馆.md · 第3页
      │ 博物馆于5月18日开馆。
          另见：转载.txt (2021-05-20)、合订本.pdf 第12页

      [2] 大事.xlsx · “五月”第7行
      │ 博物馆于5月18日开馆。
          另见：一.txt、二.txt、三.txt、四.txt、五.txt 等 12 处"
    `);
    expect(renderAnswerText(answer, "When did it open?")).toMatchInlineSnapshot(`
      "5月18日开馆。 [1][2]

      [1] 博物馆开馆 · 2021-05-18 (printed) · 报纸/博物馆.md · p. 3
      │ 博物馆于5月18日开馆。
          also in: 转载.txt (2021-05-20), 合订本.pdf p. 12

      [2] 大事.xlsx · “五月” row 7
      │ 博物馆于5月18日开馆。
          also in: 一.txt, 二.txt, 三.txt, 四.txt, 五.txt and 7 more"
    `);
  });

  test("tells below the nearest sentences where else they stand", () => {
    const alsoIn = [{ sentenceId: "b-1", documentId: "b", path: "b.txt" }];
    const answer: Answer = {
      ...common,
      kind: "notFound",
      reason: "weak",
      nearest: [{ ...citation, alsoIn }],
    };
    expect(renderAnswerText(answer, "何时开馆？")).toMatch(/\n {4}另见：b\.txt$/u);
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
