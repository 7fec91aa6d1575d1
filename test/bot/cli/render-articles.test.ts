import { describe, expect, test } from "vitest";
import { renderArticles } from "../../../bot/cli/render-articles.ts";
import type { Document } from "../../../corpus/document.ts";
import { readDocument } from "../../../corpus/read-document.ts";

async function rendered(text: string, path = "lake.txt"): Promise<string> {
  const document = await readDocument(new TextEncoder().encode(text), { path });
  // Ids say nothing to a reader.
  return renderArticles(document).replace(/[0-9a-f]{16}-[0-9a-f]{12}/gu, "ID");
}

const page = [
  "湖水又清了",
  "",
  "——东湖十年治理见闻",
  "",
  "2024-05-01 10:08 阅读 12",
  "",
  "本报记者 王小明 文/图",
  "",
  "今年东湖种树三万棵，修堤两道，来看鱼的人比去年多了一倍。",
  "",
  "水从哪里来",
  "",
  "水从山上来。（下转第4版）",
  "",
  "▲图为东湖。 王小明 摄",
  "",
  "打开APP阅读全文",
].join("\n");

describe("renderArticles", () => {
  test("shows what was understood of a page, and what was left out", async () => {
    expect(await rendered(page)).toMatchInlineSnapshot(`
      "lake.txt  text/plain, 1 article, 1 caption, 3 sentences

        [feature] 湖水又清了
          ——东湖十年治理见闻
          本报记者 王小明 文/图  by 王小明
          2024-05-01, printed: 2024-05-01 10:08 阅读 12
          its end is not on the page
          ID  今年东湖种树三万棵，修堤两道，来看鱼的人比去年多了一倍。  (今年 = 2024; 去年 = 2023)
          § 水从哪里来
          ID  水从山上来。

        [caption]
          王小明 摄  by 王小明
          2024-05-01, printed: 2024-05-01 10:08 阅读 12
          ID  ▲图为东湖。

        left out
          title, 1 ×
            line 1  湖水又清了
          subtitle, 1 ×
            line 3  ——东湖十年治理见闻
          date line, 1 ×
            line 5  2024-05-01 10:08 阅读 12
          byline, 1 ×
            line 7  本报记者 王小明 文/图
          heading, 1 ×
            line 11  水从哪里来
          page jump, 1 ×
            line 13  （下转第4版）
          photo credit, 1 ×
            line 15  王小明 摄
          page furniture, 1 ×
            line 17  打开APP阅读全文"
    `);
  });

  test("names rows, and an interval of days", async () => {
    expect(await rendered("鱼,斤\n草鱼,3\n鲤鱼,4", "fish.csv")).toMatchInlineSnapshot(`
      "fish.csv  text/csv, 1 article, 2 sentences

        [feature]
          ID  鱼：草鱼；斤：3  (row 2)
          ID  鱼：鲤鱼；斤：4  (row 3)

        left out
          names of columns, 1 ×
            line 1  鱼 | 斤"
    `);
    const [shown] = (await readDocument(new TextEncoder().encode("湖水很清。"), { path: "a.txt" }))
      .articles;
    const document: Document = {
      id: "a",
      path: "a.txt",
      mediaType: "text/plain",
      contentHash: "",
      text: "湖水很清。",
      articles: [
        {
          ...shown!,
          publishedOn: { value: "2024-05-01/2024-05-31", kind: "inferred", evidence: "今年五月" },
        },
      ],
      dropped: [],
    };

    expect(renderArticles(document)).toContain(
      "between 2024-05-01 and 2024-05-31, inferred: 今年五月",
    );
  });

  test("shows three of many things left out, each on one short line", async () => {
    const lines = Array.from(
      { length: 5 },
      (_, at) => `${"=".repeat(80 + at)}\n\n第${at}天，湖水很清。`,
    );
    const shown = await rendered(lines.join("\n\n"));

    expect(shown).toContain(`no letter or digit, 5 ×\n      line 1  ${"=".repeat(60)}…`);
    expect(shown).toContain("      … (all with --json)");
  });

  test("shows characters that could move the cursor as such", async () => {
    const shown = await rendered("# 湖\n\n湖水\u001b[2J很清。", "lake.md");

    expect(shown).toContain("湖水\ufffd[2J很清。");
    expect(shown).not.toContain("\u001b");
  });
});
