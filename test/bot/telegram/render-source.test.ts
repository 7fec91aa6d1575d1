import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxMessageUnits } from "../../../bot/telegram/limits.ts";
import { renderOtherPlaces } from "../../../bot/telegram/render-other-places.ts";
import {
  renderGoneSource,
  renderSource,
  renderStoredSource,
} from "../../../bot/telegram/render-source.ts";
import { entityFaults, quotesOf } from "./entity-faults.ts";
import { makeCitation } from "./make-answer.ts";
import { makePlace } from "./make-place.ts";
import { transcribe } from "./transcribe.ts";

describe("renderSource", () => {
  test("shows the sentence between its neighbours", () => {
    const place = makePlace(["甲。", "乙。", "丙。", "丁。", "One.", "Two.", "己。"], 3);
    expect(renderSource(place, "zh").map(transcribe)).toMatchInlineSnapshot(`
      [
        "**📖 博物馆四十年**
      2024/museum.txt · 2024-03-05

      甲。乙。丙。

      ▌丁。

      One. Two. 己。",
      ]
    `);
  });

  test("tells the page", () => {
    const place = makePlace(["甲。"], 0);
    const sentence = { ...place.sentence, place: { kind: "page", page: 3 } as const };
    const [message] = renderSource({ ...place, sentence }, "zh");
    expect(message?.text).toContain("2024-03-05 · 第3页");
  });

  test("leaves out the farthest neighbours where there is no room", () => {
    const long = (word: string) => word.repeat(1_000);
    const place = makePlace(["甲", "乙", "丙", "丁", "戊", "己", "庚"].map(long), 3);
    const [message] = renderSource(place, "zh");
    expect(message?.text).toContain(long("丙"));
    expect(message?.text).toContain(long("戊"));
    expect(message?.text).not.toContain("乙");
  });

  test("shows a sentence longer than a message in several, nothing lost", () => {
    const sentence = "长句，".repeat(2_000);
    const messages = renderSource(makePlace(["前。", sentence, "后。"], 1), "zh");
    expect(messages.flatMap(({ text, entities }) => quotesOf(text, entities)).join("")).toBe(
      sentence,
    );
    expect(messages.filter(({ text }) => text.length > maxMessageUnits)).toEqual([]);
  });

  test("is valid whatever the sentences hold", () => {
    const wild = fc.string({ unit: "grapheme", minLength: 1, maxLength: 2_000 });
    fc.assert(
      fc.property(fc.array(wild, { minLength: 4, maxLength: 4 }), (sentences) => {
        const messages = renderSource(makePlace(sentences, 2), "en");
        for (const { text, entities } of messages) {
          expect(entityFaults(text, entities)).toEqual([]);
          expect(text.length).toBeLessThanOrEqual(maxMessageUnits);
          expect(quotesOf(text, entities)).toEqual([sentences[2]]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("renderStoredSource", () => {
  test("shows the stored quote and says that the source has changed", () => {
    const citation = makeCitation({ before: "前一句。", after: "后一句。" });
    expect(renderStoredSource(citation, "zh").map(transcribe)).toMatchInlineSnapshot(`
      [
        "**📖 博物馆四十年**
      2024/museum.txt · 2024-03-05

      来源已更新，现在的文档里没有这句话了。回答时的原文是：

      前一句。

      ▌市博物馆于1985年5月18日开馆。

      后一句。",
      ]
    `);
  });
});

describe("renderOtherPlaces", () => {
  const other = (at: number) => ({
    sentenceId: `fedcba9876543210-00000000000${at}`,
    documentId: "fedcba9876543210",
    path: `${at}.txt`,
  });
  const options = { botUsername: "wenju_bot", language: "zh" } as const;
  const alsoIn = [
    {
      ...other(1),
      article: "旧闻重读",
      publishedOn: { value: "2024-04-01", kind: "metadata", evidence: "" } as const,
    },
    { ...other(2), place: { kind: "page", page: 12 } as const },
  ];

  test("lists below the source where else it stands, each a link", () => {
    const others = renderOtherPlaces(makeCitation({ alsoIn, copies: 8 }), options);
    const messages = renderSource(makePlace(["甲。", "乙。"], 1), "zh", others);
    expect(messages.map(transcribe)).toMatchInlineSnapshot(`
      [
        "**📖 博物馆四十年**
      2024/museum.txt · 2024-03-05

      甲。

      ▌乙。

      这句话另见：
      · ‹旧闻重读 · 2024-04-01（文件信息）›(s_fedcba9876543210-000000000001)
      · ‹2.txt · 第12页›(s_fedcba9876543210-000000000002)
      ……另有 6 处",
      ]
    `);
  });

  test("is nothing where it stands nowhere else", () => {
    expect(renderOtherPlaces(makeCitation(), options)).toBeUndefined();
  });

  test("keeps every message within the limit, the sentence whole", () => {
    const sentence = "长句，".repeat(2_000);
    const many = Array.from({ length: 5 }, (_, at) => ({
      ...other(at),
      article: "很长的题目".repeat(40),
    }));
    const others = renderOtherPlaces(makeCitation({ alsoIn: many }), options);
    const messages = renderSource(makePlace([sentence], 0), "zh", others);
    expect(messages.flatMap(({ text, entities }) => quotesOf(text, entities)).join("")).toBe(
      sentence,
    );
    expect(messages.filter(({ text }) => text.length > maxMessageUnits)).toEqual([]);
    expect(messages.flatMap(({ text, entities }) => entityFaults(text, entities))).toEqual([]);
    expect(messages.at(-1)?.text).toContain("这句话另见：");
  });
});

describe("renderGoneSource", () => {
  test("says so in the reader's language", () => {
    expect(renderGoneSource("en").text).toBe("This sentence is no longer in the documents.");
  });
});
