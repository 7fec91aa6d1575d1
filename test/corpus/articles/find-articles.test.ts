import { describe, expect, test } from "vitest";
import type { Article } from "../../../corpus/article.ts";
import { readDocument } from "../../../corpus/read-document.ts";

async function article(
  text: string,
  path = "lake.txt",
  title?: string,
): Promise<Article | undefined> {
  const bytes = new TextEncoder().encode(text);
  const options = { path, ...(title === undefined ? {} : { title }) };
  return (await readDocument(bytes, options)).articles[0];
}

const news = [
  "清湖又见清水来",
  "",
  "——东湖十年治理见闻",
  "",
  "2024-05-01 10:08 阅读 12",
  "东湖晚报",
  "",
  "本报记者 王小明 李大江 文/图",
  "",
  "湖水很清。",
  "",
  "水从哪里来",
  "",
  "水从山上来。",
].join("\n");

describe("findArticles", () => {
  test("tells title, subtitle, byline, date and sections from sentences", async () => {
    expect(await article(news)).toMatchObject({
      kind: "feature",
      title: "清湖又见清水来",
      subtitle: "——东湖十年治理见闻",
      byline: "本报记者 王小明 李大江 文/图",
      authors: ["王小明", "李大江"],
      publishedOn: { value: "2024-05-01", kind: "printed", evidence: "2024-05-01 10:08 阅读 12" },
      sections: ["水从哪里来"],
      sentences: [{ text: "湖水很清。" }, { text: "水从山上来。", section: "水从哪里来" }],
    });
    expect((await article(news))?.sentences[0]?.section).toBeUndefined();
  });

  test("prefers the title given from outside", async () => {
    expect(await article("# 湖\n\n湖水很清。", "lake.md", "东湖志")).toMatchObject({
      title: "东湖志",
      sections: ["湖"],
    });
    expect((await article("# 东湖志\n\n湖水很清。", "lake.md", "东湖志"))?.sections).toEqual([]);
  });

  test("knows the heading that repeats the title with other blanks", async () => {
    const file = "---\ntitle: 东湖 十年志\nauthor: Jane Doe\n---\n\n# 东湖十年志\n\n湖水很清。";

    expect(await article(file, "lake.md")).toMatchObject({
      title: "东湖 十年志",
      authors: ["Jane Doe"],
      sections: [],
    });
  });

  test("reads the date and the authors that a web page names in its own way", async () => {
    const page = (author: string, line: string): string =>
      `<title>东湖种树</title><meta name="author" content="${author}"><h1>东湖种树</h1><p>${line}</p>
      <p>东湖今年种树三万棵，修堤两道，来看鱼的人比去年多了一倍。</p>
      <p>水务局说，明年还要再种两万棵树，让湖水更清。</p>`;
    const line = "2024-05-01 08:30 来源：青石新闻网 栏目：要闻 收听本文 本文约800字";
    const read = await article(page("周敏、吴涛", line), "lake.html");

    expect(read).toMatchObject({
      authors: ["周敏", "吴涛"],
      publishedOn: { value: "2024-05-01", kind: "printed", evidence: line },
    });
    expect(read?.sentences[0]?.text).toMatch(/^东湖今年/u);
    expect((await article(page("By Jane Doe and Mark Chen", line), "lake.html"))?.authors).toEqual([
      "Jane Doe",
      "Mark Chen",
    ]);
  });

  test("does not miss the end of a piece that closes with a list, a table or code", async () => {
    const last = "水务局明年还要在岸边再种两万棵树让湖水更清";
    const ends = [`- 种树\n- ${last}`, `| 年 | 事 |\n|---|---|\n| 2024 | ${last} |`];
    for (const end of [...ends, `\`\`\`\n${last}\n\`\`\``]) {
      expect((await article(`湖水很清。\n\n${end}`, "lake.md"))?.missing).toBeUndefined();
    }
    expect((await article(`湖水很清。\n\n${last}`, "lake.md"))?.missing).toEqual(["end"]);
  });

  test("takes a rule on both sides of the last word for no item", async () => {
    for (const path of ["lake.txt", "lake.md"]) {
      const piece = await article("湖水清了\n\n湖水很清，鱼也比去年多。\n\n- END -\n", path);
      expect(piece?.sentences.map(({ text }) => text)).not.toContain("END -");
    }
  });

  test("has no title rather than a file's name", async () => {
    expect((await article("湖水很清。鱼很多。"))?.title).toBeUndefined();
  });

  test("takes the outermost of the first headings for the title", async () => {
    expect((await article("湖边小记\n\n湖水很清。\n\n# 东湖志\n\n鱼很多。"))?.title).toBe("东湖志");
  });

  test.each([
    ["本报东湖讯（全媒体记者王小明）湖水很清。", "本报东湖讯（全媒体记者王小明）", ["王小明"]],
    [
      "某社东湖5月1日电 (记者 王小明 通讯员 李江)湖水很清。",
      "某社东湖5月1日电 (记者 王小明 通讯员 李江)",
      ["王小明", "李江"],
    ],
    ["东湖网讯 东湖报记者王小明报道:湖水很清。", "东湖网讯 东湖报记者王小明报道:", ["王小明"]],
  ])("takes the byline off %s", async (text, byline, authors) => {
    expect(await article(text)).toMatchObject({
      byline,
      authors,
      sentences: [{ text: "湖水很清。" }],
    });
  });

  test("keeps sentences that only speak of reporters", async () => {
    const text = "记者从东湖区获悉，湖水很清。据王小明告诉记者，鱼很多。";

    expect((await article(text))?.sentences.map((one) => one.text)).toEqual([
      "记者从东湖区获悉，湖水很清。",
      "据王小明告诉记者，鱼很多。",
    ]);
  });

  test("makes captions pieces of their own, without the photographer", async () => {
    const bytes = new TextEncoder().encode(
      "湖水很清。\n\n东湖岸边，孩子在放风筝。本报记者 王小明摄\n\n鱼很多。",
    );
    const { articles, dropped } = await readDocument(bytes, { path: "lake.txt" });

    expect(articles.map(({ kind, sentences }) => [kind, sentences.map((one) => one.text)])).toEqual(
      [
        ["feature", ["湖水很清。", "鱼很多。"]],
        ["caption", ["东湖岸边，孩子在放风筝。"]],
      ],
    );
    expect(dropped.map(({ reason }) => reason)).toContain("photo credit");
  });

  test("loses nothing of a document of headings only", async () => {
    expect(
      (await article("# 湖\n\n## 水\n\n## 鱼", "lake.md"))?.sentences.map((one) => one.text),
    ).toEqual(["湖", "水", "鱼"]);
  });

  test.each([
    ["2024年5月1日", "2024-05-01"],
    ["二〇二四年五月十一日", "2024-05-11"],
    ["发布时间：2024/5/1 08:00 来源：东湖晚报", "2024-05-01"],
    ["2024年5月1日 东湖晚报", "2024-05-01"],
    ["May 1, 2024", "2024-05-01"],
    ["1 May 2024", "2024-05-01"],
  ])("reads the printed date of %s", async (line, value) => {
    const found = await article(`湖水很清。\n\n${line}`);

    expect(found?.publishedOn).toEqual({ value, kind: "printed", evidence: line });
    expect(found?.sentences).toHaveLength(1);
  });

  test.each([
    "2024年5月1日，湖水很清。",
    "2024年5月1日 湖水很清，鱼很多。",
    "会议定于2024-05-01举行",
    "2024-13-45",
    "2024年5月",
  ])("takes no date from %s", async (line) => {
    expect((await article(`湖边\n\n${line}\n\n鱼很多。`))?.publishedOn).toBeUndefined();
  });
});
