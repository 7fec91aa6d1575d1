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
