import { describe, expect, test } from "vitest";
import { maxMessageUnits } from "../../../bot/telegram/limits.ts";
import { asMessage } from "../../../bot/telegram/outgoing-message.ts";
import { renderOutline } from "../../../bot/telegram/render-outline.ts";
import type { Article } from "../../../corpus/article.ts";
import { entityFaults } from "./entity-faults.ts";
import { makeDocument } from "./make-place.ts";
import { transcribe } from "./transcribe.ts";

const [article] = makeDocument(["甲。", "乙。", "丙。"]).articles;

function makeArticle(overrides: Partial<Article>): Article {
  return { ...article!, ...overrides };
}

describe("renderOutline", () => {
  test("shows the articles, and the sections of the one being read", () => {
    const [first, second, third] = article!.sentences;
    const sentences = [
      { ...first!, section: "筹建" },
      { ...second!, section: "筹建" },
      { ...third!, section: "开馆" },
    ];
    const read = makeArticle({ id: "b", sections: ["筹建", "开馆", "藏品"], sentences });
    const untitled = makeArticle({ id: "c", kind: "caption", sentences: [first!] });
    const { title: _title, ...caption } = untitled;
    const document = makeDocument([], {
      articles: [makeArticle({ id: "a", title: "卷首语" }), read, caption],
    });
    expect(transcribe(asMessage(renderOutline(document, "b", "zh")))).toMatchInlineSnapshot(`
      "**📄 2024/museum.txt**
      3 篇文章 · 7 句

      1. 卷首语 · 3 句
      **▸ 2. 博物馆四十年**
      　2024-03-05（原文所载：2024年3月5日） · 3 句
      　· 筹建（2 句）
      　· 开馆（1 句）
      　· 藏品
      3. 甲。 · 1 句"
    `);
  });

  test("keeps the article being read in sight, and within a message, however many there are", () => {
    const long = "很长的标题".repeat(60);
    const sections = Array.from({ length: 80 }, (_, at) => `${at}${long}`);
    const articles = Array.from({ length: 200 }, (_, at) =>
      makeArticle({ id: String(at), title: `${at}号：${long}`, sections }),
    );
    for (const [id, line] of [
      ["0", "▸ 1. 0号"],
      ["100", "▸ 101. 100号"],
      ["199", "▸ 200. 199号"],
      ["none", "1. 0号"],
    ] as const) {
      const { text, entities } = renderOutline(makeDocument([], { articles }), id, "en");
      expect(entityFaults(text, entities)).toEqual([]);
      expect(text.length).toBeLessThanOrEqual(maxMessageUnits);
      expect(text).toContain(line);
    }
  });
});
