import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxMessageUnits } from "../../../bot/telegram/limits.ts";
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

describe("renderGoneSource", () => {
  test("says so in the reader's language", () => {
    expect(renderGoneSource("en").text).toBe("This sentence is no longer in the documents.");
  });
});
