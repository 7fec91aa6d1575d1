import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReaderView } from "../../../bot/telegram/reader-button.ts";
import type { FoundSource } from "../../../bot/telegram/find-source.ts";
import { maxMessageUnits, maxPartUnits, pageSentences } from "../../../bot/telegram/limits.ts";
import { asMessage } from "../../../bot/telegram/outgoing-message.ts";
import { renderSource } from "../../../bot/telegram/render-source.ts";
import type { Citation } from "../../../prompts/answering/answer.ts";
import { entityFaults, quotesOf } from "./entity-faults.ts";
import { makeCitation } from "./make-answer.ts";
import { makePlace } from "./make-place.ts";
import { transcribe } from "./transcribe.ts";

const options = { botUsername: "wenju_bot", language: "zh" } as const;
const cited = { kind: "cited" } as const;
type PageView = Exclude<ReaderView, { kind: "outline" }>;

function standing(
  sentences: readonly string[],
  at: number,
  overrides: Partial<Extract<FoundSource, { kind: "stands" }>> = {},
): FoundSource {
  const place = makePlace(sentences, at);
  return { kind: "stands", place, citation: undefined, changed: undefined, ...overrides };
}

function show(found: FoundSource, view: PageView = cited): string {
  return transcribe(asMessage(renderSource(found, view, options).content));
}

/** What an answer was given from, and when its source changed after that. */
const changed = {
  generation: 7,
  asOf: new Date("2026-11-22T08:30:00Z"),
  changedAt: new Date("2026-11-24T09:00:00Z"),
};

describe("renderSource", () => {
  test("shows the sentence between its neighbours, where it stands and how its date is known", () => {
    const found = standing(["甲。", "乙。", "丙。", "丁。", "One.", "Two.", "己。", "庚。"], 3);
    expect(show(found)).toMatchInlineSnapshot(`
      "**📖 博物馆四十年**
      2024/museum.txt · 2024-03-05（原文所载：2024年3月5日） · 第1–7句，共8句

      甲。乙。丙。

      ▌丁。

      One. Two. 己。"
    `);
  });

  test("tells the page, and names each section where it begins", () => {
    const place = makePlace(["甲。", "乙。", "丙。"], 1);
    const [first, second, third] = place.article.sentences;
    const sentences = [
      { ...first!, section: "筹建" },
      { ...second!, section: "筹建", place: { kind: "page", page: 3 } as const },
      { ...third!, section: "开馆" },
    ];
    const article = { ...place.article, sentences };
    const found = standing([], 0, { place: { ...place, article, sentence: sentences[1]! } });
    expect(show(found)).toMatchInlineSnapshot(`
      "**📖 博物馆四十年**
      2024/museum.txt · 2024-03-05（原文所载：2024年3月5日） · 第3页 · 第1–3句，共3句

      **筹建**

      甲。

      ▌乙。

      **开馆**

      丙。"
    `);
  });

  test("leaves the farthest neighbours to the next pages where there is no room", () => {
    const long = (word: string) => word.repeat(1_000);
    const found = standing(["甲", "乙", "丙", "丁", "戊", "己", "庚"].map(long), 3);
    const { content, previous, next } = renderSource(found, cited, options);
    expect(content.text).toContain(long("丙"));
    expect(content.text).toContain(long("戊"));
    expect(content.text).not.toContain("乙");
    expect(previous).toMatchObject({ kind: "upTo", localId: "000000000001" });
    expect(next).toMatchObject({ kind: "from", localId: "000000000005" });
  });

  test("says that its article has changed since, and shows where it stands now", () => {
    const found = standing(["新写的前一句。", "乙。"], 1, { changed });
    expect(show(found)).toContain(
      "来源已更新；这句话仍在，以下是它现在的位置。\n" +
        "来源于 2026-11-24 有改动。回答依据第 7 版文档（2026-11-22）。",
    );
  });

  test("shows the stored quote of a sentence that is gone", () => {
    const citation = makeCitation({ before: "前一句。", after: "后一句。" });
    const from = { ...changed, changedAt: undefined };
    expect(show({ kind: "gone", citation, changed: from })).toMatchInlineSnapshot(`
      "**📖 博物馆四十年**
      2024/museum.txt · 2024-03-05（原文所载：2024年3月5日）

      回答依据第 7 版文档（2026-11-22）。
      来源已更新，现在的文档里没有这句话了。回答时的原文是：

      前一句。

      ▌市博物馆于1985年5月18日开馆。

      后一句。"
    `);
  });

  test("says where only an id is known that the corpus does not hold", () => {
    expect(show({ kind: "unknown" })).toBe("这句原文已不在现在的文档里。");
  });

  test("lists below the source where else it stands, each a link", () => {
    const other = (at: number) => ({
      sentenceId: `fedcba9876543210-00000000000${at}`,
      documentId: "fedcba9876543210",
      path: `${at}.txt`,
    });
    const publishedOn = { value: "2024-04-01", kind: "metadata", evidence: "" } as const;
    const alsoIn = [
      { ...other(1), article: "旧闻重读", publishedOn },
      { ...other(2), place: { kind: "page", page: 12 } as const },
    ];
    const citation = makeCitation({ alsoIn, copies: 8 });
    expect(show(standing(["甲。", "乙。"], 1, { citation }))).toMatchInlineSnapshot(`
      "**📖 博物馆四十年**
      2024/museum.txt · 2024-03-05（原文所载：2024年3月5日） · 第1–2句，共2句

      甲。

      ▌乙。

      这句话另见：
      · ‹旧闻重读 · 2024-04-01（文件信息）›(s_fedcba9876543210-000000000001)
      · ‹2.txt · 第12页›(s_fedcba9876543210-000000000002)
      ……另有 6 处"
    `);
  });
});

const wildSentence = fc.oneof(
  { arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), weight: 4 },
  { arbitrary: fc.string({ unit: "grapheme", minLength: 500, maxLength: 1_000 }), weight: 1 },
  fc.constantFrom("👩‍👩‍👧", "שלום", "e\u0301", "<b>&_*`", "𠮷"),
  fc.integer({ min: -1, max: 1 }).map((by) => "界".repeat(maxPartUnits + by)),
  fc.constant("长句，".repeat(2_000)),
);
const wildArticle = fc
  .array(wildSentence, { minLength: 1, maxLength: 25 })
  .chain((sentences) => fc.tuple(fc.constant(sentences), fc.nat({ max: sentences.length - 1 })));

/** All pages in one direction, the given one first. */
function pagesFrom(found: FoundSource, view: PageView, way: "previous" | "next") {
  const pages = [renderSource(found, view, options)];
  for (let to = pages[0]![way]; to !== undefined; to = pages.at(-1)![way]) {
    if (to.kind === "outline") throw new TypeError("Expected a page.");
    pages.push(renderSource(found, to, options));
  }
  return pages;
}

describe("the pages of an article", () => {
  test("are valid messages, and quote nothing but the sentence", () => {
    fc.assert(
      fc.property(wildArticle, fc.boolean(), ([sentences, at], isGone) => {
        const citation: Citation = makeCitation({
          text: sentences[at]!,
          before: sentences[at - 1],
          after: sentences[at + 1],
        });
        const found = isGone
          ? ({ kind: "gone", citation, changed } as const)
          : standing(sentences, at, { citation, changed });
        const pages = [
          ...pagesFrom(found, cited, "previous").toReversed(),
          ...pagesFrom(found, cited, "next").slice(1),
        ];
        for (const { text, entities } of pages.map(({ content }) => content)) {
          expect(entityFaults(text, entities)).toEqual([]);
          expect(text.length).toBeLessThanOrEqual(maxMessageUnits);
        }
        const quoted = pages.flatMap(({ content }) => quotesOf(content.text, content.entities));
        expect(quoted.join("")).toBe(sentences[at]);
      }),
      { numRuns: 60 },
    );
  });

  test("follow each other without a gap, from the sentence to both ends", () => {
    const sentences = Array.from({ length: 40 }, (_, at) => `第${at}句。`);
    const found = standing(sentences, 17);
    const before = pagesFrom(found, cited, "previous");
    const after = pagesFrom(found, cited, "next").slice(1);
    const body = [...before.toReversed(), ...after]
      .map(({ content }) => content.text.split("\n\n").slice(1).join(""))
      .join("");
    expect(body).toBe(sentences.join(""));
    expect(after[0]?.content.text.match(/第\d+句。/gu)).toHaveLength(pageSentences);
    // Back from there is the page of the sentence again.
    expect(after[0]?.previous).toMatchObject({ kind: "upTo", localId: "000000000020" });
  });

  test("fall back to the sentence where the one a button names is no longer there", () => {
    const view = { kind: "from", localId: "gone", part: 0 } as const;
    expect(renderSource(standing(["甲。", "乙。"], 1), view, options).showsCited).toBe(true);
  });
});
