import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOutAnswer } from "../../../bot/telegram/lay-out-answer.ts";
import {
  maxCopyUnits,
  maxEntities,
  maxMessageUnits,
  maxQuoteUnits,
  maxSources,
  maxStatementUnits,
} from "../../../bot/telegram/limits.ts";
import type { OutgoingMessage } from "../../../bot/telegram/outgoing-message.ts";
import { renderAnswer } from "../../../bot/telegram/render-answer.ts";
import { texts } from "../../../bot/text/texts.ts";
import { degradations, refusalReasons } from "../../../prompts/answering/answer.ts";
import { entityFaults, quotesOf } from "./entity-faults.ts";
import {
  makeAnswered,
  makeCitation,
  makeExtractive,
  makeNotFound,
  makeUnclear,
} from "./make-answer.ts";
import { transcribe } from "./transcribe.ts";

const options = {
  answerId: "AbCdEf012345",
  botUsername: "wenju_bot",
  language: "zh",
  isPrivate: false,
} as const;
const english = { ...options, language: "en" } as const;

describe("renderAnswer", () => {
  test("shows a quoted answer once, its source under it", () => {
    const answer = makeExtractive([
      makeCitation(),
      makeCitation({
        n: 2,
        text: "馆内有藏品约12万件。",
        publishedOn: { value: "2023-06-01/2023-06-30", kind: "inferred", evidence: "今年6月" },
      }),
    ]);
    expect(transcribe(renderAnswer(answer, options))).toMatchInlineSnapshot(`
      "▌市博物馆于1985年5月18日开馆。
      ‹[1]›(c_AbCdEf012345_1_0123456789abcdef-000000000001) 博物馆四十年 · 2024-03-05

      ▌馆内有藏品约12万件。
      ‹[2]›(c_AbCdEf012345_2_0123456789abcdef-000000000002) 博物馆四十年 · 2023-06-01 – 2023-06-30（推断）
      [📖 1] [📖 2]
      [👍] [👎]"
    `);
  });

  test("shows statements before their sources", () => {
    const answer = makeAnswered({
      statements: [
        { text: "The museum opened in 1985.", citations: [1] },
        { text: "It holds about 120,000 objects.", citations: [1, 2] },
      ],
      citations: [
        makeCitation(),
        makeCitation({ n: 2, article: undefined, text: "馆内有藏品约12万件。" }),
      ],
      asOf: "2024-03-05",
      conflicts: [{ citations: [1, 2], what: "110,000 or 120,000 objects" }],
    });
    expect(transcribe(renderAnswer(answer, english))).toMatchInlineSnapshot(`
      "The museum opened in 1985. ‹[1]›(c_AbCdEf012345_1_0123456789abcdef-000000000001)
      It holds about 120,000 objects. ‹[1]›(c_AbCdEf012345_1_0123456789abcdef-000000000001)‹[2]›(c_AbCdEf012345_2_0123456789abcdef-000000000002)

      As of 2024-03-05

      The sources disagree:
      110,000 or 120,000 objects [1][2]

      **‹[1]›(c_AbCdEf012345_1_0123456789abcdef-000000000001) 博物馆四十年 · 2024-03-05**
      ▌市博物馆于1985年5月18日开馆。

      **‹[2]›(c_AbCdEf012345_2_0123456789abcdef-000000000002) 2024/museum.txt · 2024-03-05**
      ▌馆内有藏品约12万件。
      [📖 1] [📖 2]
      [👍] [👎]"
    `);
  });

  test("names what could be mistaken for the answer, in both languages", () => {
    const answer = {
      ...makeExtractive([makeCitation(), makeCitation({ n: 2, text: "青湾镇有藏品2万件。" })]),
      differences: [
        {
          kind: "area",
          citations: [1, 2],
          scopes: ["青湾县", "青湾镇"],
          values: ["12万件", "2万件"],
        },
      ] as const,
    };
    expect(renderAnswer(answer, options).text).toMatch(
      /\n\n范围不同：\[1\] 青湾县，\[2\] 青湾镇（2万件）$/u,
    );
    expect(renderAnswer(answer, english).text).toMatch(
      /\n\nDifferent areas: \[1\] 青湾县, \[2\] 青湾镇 \(2万件\)$/u,
    );
  });

  test("says what was left out of a written answer", () => {
    const { text } = renderAnswer(makeAnswered({ leftOut: 2 }), english);
    expect(text).toMatch(/opened in 1985|1985年开馆/u);
    expect(text).toContain(texts.en.leftOut(2));
  });

  test("says what it searched for, and what of several things it did not find", () => {
    const found = makeAnswered({
      corrected: "博物馆何时开馆",
      unanswered: ["谁设计的", "花了多少"],
    });
    const { text } = renderAnswer(found, options);
    expect(text.startsWith("按“博物馆何时开馆”查找\n")).toBe(true);
    expect(text).toContain("没有找到直接回答：谁设计的；花了多少");
  });

  test.each(degradations)("says why the sentences stand in for a written answer: %s", (reason) => {
    for (const language of ["zh", "en"] as const) {
      const note = texts[language].degraded[reason];
      const answered = { ...makeExtractive(), degraded: { reason } };
      const refused = makeNotFound({ nearest: [makeCitation()], degraded: { reason } });
      expect(renderAnswer(answered, { ...options, language }).text.endsWith(note)).toBe(true);
      expect(renderAnswer(refused, { ...options, language }).text.endsWith(note)).toBe(true);
    }
  });

  test("shows the neighbour a sentence leans on, outside its quote", () => {
    const text = "该馆于1985年开馆。";
    const before = "市博物馆筹建于1980年。";
    const leaning = makeCitation({ text, before, leansOn: "before" });
    const message = renderAnswer(makeExtractive([leaning]), options);
    expect(quotesOf(message.text, message.entities)).toEqual([text]);
    expect(message.text.startsWith(`${before}\n${text}\n`)).toBe(true);
  });

  test("tells page or row, and in how many other documents a sentence stands", () => {
    const alsoIn = ["a", "b"].map((id) => ({ sentenceId: id, documentId: id, path: `${id}.txt` }));
    const citations = [
      makeCitation({ place: { kind: "page", page: 3 }, alsoIn }),
      makeCitation({
        n: 2,
        text: "馆内有藏品约12万件。",
        publishedOn: undefined,
        place: { kind: "row", row: 12, sheet: "藏品" },
        alsoIn: alsoIn.slice(1),
      }),
      makeCitation({ n: 3, text: "首任馆长是王明。", alsoIn, copies: 9 }),
    ];
    expect(transcribe(renderAnswer(makeExtractive(citations), options))).toMatchInlineSnapshot(`
      "▌市博物馆于1985年5月18日开馆。
      ‹[1]›(c_AbCdEf012345_1_0123456789abcdef-000000000001) 博物馆四十年 · 2024-03-05 · 第3页
      另见 2 处

      ▌馆内有藏品约12万件。
      ‹[2]›(c_AbCdEf012345_2_0123456789abcdef-000000000002) 博物馆四十年 · “藏品”第12行
      另见 1 处

      ▌…首任馆长是王明。
      ‹[3]›(c_AbCdEf012345_3_0123456789abcdef-000000000003) 博物馆四十年 · 2024-03-05
      另见 9 处
      [📖 1] [📖 2] [📖 3]
      [👍] [👎]"
    `);
    const answer = makeAnswered({ citations: asMany(citations) });
    expect(transcribe(renderAnswer(answer, english))).toMatchInlineSnapshot(`
      "博物馆1985年开馆。 ‹[1]›(c_AbCdEf012345_1_0123456789abcdef-000000000001)

      **‹[1]›(c_AbCdEf012345_1_0123456789abcdef-000000000001) 博物馆四十年 · 2024-03-05 · p. 3**
      ▌市博物馆于1985年5月18日开馆。
      also in 2 more documents

      **‹[2]›(c_AbCdEf012345_2_0123456789abcdef-000000000002) 博物馆四十年 · “藏品” row 12**
      ▌馆内有藏品约12万件。
      also in 1 more document

      **‹[3]›(c_AbCdEf012345_3_0123456789abcdef-000000000003) 博物馆四十年 · 2024-03-05**
      ▌…首任馆长是王明。
      also in 9 more documents
      [📖 1] [📖 2] [📖 3]
      [👍] [👎]"
    `);
  });

  test("folds a long quote, and every quote from the third on", () => {
    const citations = [1, 2, 3].map((n) =>
      makeCitation({ n, text: n === 1 ? "长".repeat(161) : `第${n}句。` }),
    );
    const { entities } = renderAnswer(makeAnswered({ citations: asMany(citations) }), options);
    const folds = entities.filter(({ type }) => type.endsWith("blockquote"));
    expect(folds.map(({ type }) => type)).toEqual([
      "expandable_blockquote",
      "blockquote",
      "expandable_blockquote",
    ]);
  });

  test("tells how many sources had no room, and opens them by a button", () => {
    const citations = Array.from({ length: 7 }, (_, at) =>
      makeCitation({ n: at + 1, text: `第${at + 1}句。` }),
    );
    const message = renderAnswer(makeExtractive(citations), options);
    expect(quotesOf(message.text, message.entities)).toHaveLength(maxSources);
    expect(message.text).toContain("＋2 条，点下方 ＋2 查看");
    expect(labelsOf(message)).toEqual([
      ["📖 1", "📖 2", "📖 3", "📖 4", "📖 5", "＋2"],
      ["👍", "👎"],
    ]);
  });

  test("never cuts a quote: a sentence too long for it is opened by its button", () => {
    const text = "这句话很长，".repeat(400);
    const message = renderAnswer(makeExtractive([makeCitation({ text })]), options);
    expect(transcribe(message)).toMatchInlineSnapshot(`
      "**‹[1]›(c_AbCdEf012345_1_0123456789abcdef-000000000001) 博物馆四十年 · 2024-03-05**
      原文较长，点 📖 1 查看全文。
      [📖 1]
      [👍] [👎]"
    `);
  });

  test("leaves the buttons out where the answer was not kept", () => {
    const citations = Array.from({ length: 7 }, (_, at) => makeCitation({ n: at + 1 }));
    const message = renderAnswer(makeExtractive(citations), { ...options, answerId: undefined });
    expect(message.buttons).toBe(undefined);
    expect(message.text).toContain("＋2 条未列出");
    expect(transcribe(message)).toContain("‹[1]›(s_0123456789abcdef-000000000001)");
  });

  test.each(refusalReasons)("says plainly why nothing was found: %s", (reason) => {
    const missing = { year: "2031年", unit: "公里", role: "副馆长" }[reason as string];
    const answer = makeNotFound({ reason, ...(missing === undefined ? {} : { missing }) });
    expect(renderAnswer(answer, options)).toMatchObject({
      text: texts.zh.refusal[reason](missing),
      entities: [],
    });
    expect(renderAnswer(answer, english).text).toBe(texts.en.refusal[reason](missing));
  });

  test("shows the nearest sentences where none answers directly", () => {
    const answer = makeNotFound({ reason: "weak", nearest: [makeCitation()] });
    expect(transcribe(renderAnswer(answer, options))).toMatchInlineSnapshot(`
      "没有直接答案，最相关的原文是：

      **‹[1]›(c_AbCdEf012345_1_0123456789abcdef-000000000001) 博物馆四十年 · 2024-03-05**
      ▌市博物馆于1985年5月18日开馆。
      [📖 1]
      [👍] [👎]"
    `);
  });

  test("asks back with choices", () => {
    const answer = makeUnclear("您问的是哪个馆？", ["市博物馆", "县博物馆"]);
    expect(renderAnswer(answer, options).text).toBe("您问的是哪个馆？\n· 市博物馆\n· 县博物馆");
  });

  test("shows the votes: ticked in private, counted where several may vote", () => {
    const feedback = {
      standing: [
        { userId: 1, vote: "up", reason: undefined },
        { userId: 2, vote: "up", reason: undefined },
      ] as const,
      asksReason: true,
    };
    expect(labelsOf(renderAnswer(makeExtractive(), { ...options, feedback }))).toEqual([
      ["📖 1"],
      ["👍 2", "👎"],
      ["答案不对", "出处不对"],
      ["已经过时", "答非所问"],
    ]);
    const standing = feedback.standing.slice(1);
    const how = { ...options, isPrivate: true, feedback: { standing, asksReason: false } };
    expect(labelsOf(renderAnswer(makeExtractive(), how))[1]).toEqual(["👍 ✓", "👎", "📋 复制"]);
  });

  test("copies what it says with its sources, without them, or not at all, by what fits", () => {
    const copied = (text: string) => {
      const answer = makeExtractive([makeCitation({ text })]);
      const { buttons } = renderAnswer(answer, { ...options, isPrivate: true });
      const button = buttons?.inline_keyboard.flat().find((one) => "copy_text" in one);
      return button && "copy_text" in button ? button.copy_text.text : undefined;
    };
    expect(copied("1985年开馆。")).toBe("1985年开馆。\n—— 博物馆四十年 · 2024-03-05");
    expect(copied("馆".repeat(maxCopyUnits))).toBe("馆".repeat(maxCopyUnits));
    expect(copied("馆".repeat(maxCopyUnits + 1))).toBe(undefined);
  });

  test("says that it was stopped", () => {
    const { text } = renderAnswer(makeAnswered({ stopped: true }), english);
    expect(text).toContain(texts.en.stopped);
  });

  const wildText = fc
    .array(
      fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.constantFrom("👩‍👩‍👧", "🇨🇳", "שלום", "مرحبا", "e\u0301", "<b>&_*`[1](x)", "。", "\n", "𠮷"),
        fc.string({ unit: "grapheme", minLength: 400, maxLength: 900 }),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => parts.join("").trim() || "句。");

  const wildPlace = fc.oneof(
    fc.record({ kind: fc.constant("page" as const), page: fc.integer({ min: 1 }) }),
    fc.record({ kind: fc.constant("row" as const), row: fc.integer({ min: 1 }), sheet: wildText }),
  );
  /** Around the limits of a message, of a quote, and of all statements. */
  const borderText = fc
    .constantFrom(160, 500, 1_300, 1_500, 3_800, 4_096)
    .chain((units) => fc.integer({ min: -1, max: 1 }).map((by) => "界".repeat(units + by)));
  const wildCitations = fc
    .array(
      fc.record({
        text: fc.oneof({ arbitrary: wildText, weight: 4 }, { arbitrary: borderText, weight: 1 }),
        article: fc.option(wildText, { nil: undefined }),
        place: fc.option(wildPlace, { nil: undefined }),
        copies: fc.option(fc.integer({ min: 6 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((many) => many.map((one, at) => makeCitation({ ...one, n: at + 1 })));

  const wildAnswers = fc.oneof(
    wildCitations.map((citations) => makeExtractive(citations)),
    fc
      .record({
        citations: wildCitations,
        statements: fc.array(fc.oneof(wildText, borderText), { minLength: 1, maxLength: 6 }),
        what: wildText,
      })
      .map(({ citations, statements, what }) =>
        makeAnswered({
          citations: asMany(citations),
          statements: asMany(
            statements.map((text) => ({ text, citations: asMany(citations.map(({ n }) => n)) })),
          ),
          conflicts: [{ citations: [1], what }],
          differences: [
            { kind: "date", citations: [1, 2], scopes: [what, null], values: [what, what] },
          ],
          leftOut: 3,
          unanswered: [what, ...statements],
          corrected: what,
          degraded: { reason: "unchecked" },
        }),
      ),
    fc
      .record({ nearest: wildCitations, missing: wildText })
      .map(({ nearest, missing }) => makeNotFound({ reason: "unit", missing, nearest })),
  );

  test("sends valid entities, whole quotes and never too much", () => {
    fc.assert(
      fc.property(wildAnswers, fc.constantFrom(options, english), (answer, how) => {
        const pages = layOutAnswer(answer, how);
        for (const { text, entities } of pages.map(({ content }) => content)) {
          expect(entityFaults(text, entities)).toEqual([]);
          expect(text.length).toBeLessThanOrEqual(maxMessageUnits);
          expect(entities.length).toBeLessThanOrEqual(maxEntities);
        }
        const citations = answer.kind === "answered" ? answer.citations : answer.nearest;
        const sentences = new Set(citations.map((citation) => citation.text));
        const quotes = pages.flatMap(({ content }) => quotesOf(content.text, content.entities));
        expect(quotes.filter((quote) => !sentences.has(quote))).toEqual([]);
        // The first source always has its place: quoted, or named with its button.
        expect(pages[0].content.text).toContain("[1]");
      }),
      { numRuns: 100 },
    );
  });

  test("shows every source in its place, or counts it and shows it on a later page", () => {
    fc.assert(
      fc.property(wildAnswers, (answer) => {
        const pages = layOutAnswer(answer, options);
        const citations = answer.kind === "answered" ? answer.citations : answer.nearest;
        expect(pages.flatMap(({ sources }) => sources)).toEqual(citations.map(({ n }) => n));
        for (const { content, sources, rest } of pages) {
          const quotes = quotesOf(content.text, content.entities);
          const quotable = citations.filter(
            ({ n, text }) => sources.includes(n) && text.length <= maxQuoteUnits,
          );
          expect(quotes).toEqual(quotable.map(({ text }) => text));
          expect(content.text.includes(`＋${rest} 条`)).toBe(rest > 0);
        }
        expect(pages.at(-1)?.rest).toBe(0);
        const said = pages.map(({ content }) => content.text).join("\n");
        const statements = answer.kind === "answered" ? answer.statements : [];
        const whole = statements.filter(({ text }) => text.length < maxStatementUnits - 100);
        expect(whole.filter(({ text }) => !said.includes(text))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

function labelsOf({ buttons }: OutgoingMessage): readonly (readonly string[])[] {
  return (buttons?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text));
}

function asMany<T>(list: readonly T[]): [T, ...T[]] {
  return [list[0]!, ...list.slice(1)];
}
