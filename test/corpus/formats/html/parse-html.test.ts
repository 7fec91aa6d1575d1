import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../../corpus/formats/html/parse-html.ts";

function blocks(source: string): readonly string[] {
  const { text, blocks: found } = parseHtml(source);
  return found.map(
    ({ kind, spans }) =>
      `${kind}: ${spans.map((span) => text.slice(span.start, span.end)).join("")}`,
  );
}

describe("parseHtml", () => {
  test("shows what a reader sees, block by block", () => {
    const page = `<article><header><h1>东湖&amp;志</h1></header><p>湖水
      <b>很</b>清。<br>鱼很多。</p>裸<div>树<p>很高。</p>尾</div><ul><li>甲<li><p>乙</p></ul>
      <figure><img alt="x"><figcaption>湖岸</figcaption></figure><pre>a\n b</pre></article>`;

    expect(blocks(page)).toEqual([
      "heading: 东湖&志",
      "paragraph: 湖水很清。",
      "paragraph: 鱼很多。",
      "paragraph: 裸",
      "paragraph: 树",
      "paragraph: 很高。",
      "paragraph: 尾",
      "list-item: 甲",
      "list-item: 乙",
      "caption: 湖岸",
      "code: a\n b",
    ]);
  });

  test("drops what is no part of the text and says why", () => {
    const page = `<header>站名</header><nav>菜单</nav><p>湖水很清。</p><p hidden>暗一</p>
      <p style="display: none">暗二</p><span aria-hidden="true">暗三</span><form>搜索</form>
      <aside>广告</aside><noscript>无</noscript><script>x("脚本")</script><footer>版权</footer>`;

    expect(blocks(page)).toEqual(["paragraph: 湖水很清。"]);
    expect(parseHtml(page).dropped.map(({ reason, text }) => `${reason} ${text}`)).toEqual([
      "<header> 站名",
      "<nav> 菜单",
      "hidden 暗一",
      "hidden 暗二",
      "hidden 暗三",
      "<form> 搜索",
      "<aside> 广告",
      "<noscript> 无",
      '<script> x("脚本")',
      "<footer> 版权",
    ]);
  });

  test("makes a line of each row, but not of a table that lays out the page", () => {
    expect(
      blocks("<table><caption>渔获</caption><tr><th>鱼<th>斤<tr><td>草鱼<td>3</table>"),
    ).toEqual(["caption: 渔获", "table-row: 鱼 | 斤", "table-row: 草鱼 | 3"]);
    expect(blocks("<table><tr><td><p>湖水很清。</p><td><p>鱼很多。</p></table>")).toEqual([
      "paragraph: 湖水很清。",
      "paragraph: 鱼很多。",
    ]);
  });

  test.each([
    ['<meta property="og:title" content="甲"><title>乙</title><h1>丙</h1>', "甲"],
    ["<title>乙</title><h1>丙 </h1>", "丙"],
    ["<title>乙</title><h1>丙</h1><h1>丁</h1>", "乙"],
    ["<p>湖水</p>", undefined],
  ])("reads the title of %s", (source, title) => {
    expect(parseHtml(source).title).toBe(title);
  });

  test.each([
    ['<meta property="article:published_time" content="2024-05-01T10:00:00+08:00">', "2024-05-01"],
    ['<meta name="PubDate" content="2024/5/1">', "2024-05-01"],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-01"}</script>',
      "2024-05-01",
    ],
    ['<time datetime="2024-05-01">五月</time>', "2024-05-01"],
    ['<time datetime="2024-05-01"></time><time datetime="2024-05-02"></time>', undefined],
    [
      '<time datetime="2024-05-01"></time><time pubdate datetime="2024-05-02"></time>',
      "2024-05-02",
    ],
    ['<meta name="PubDate" content="yesterday">', undefined],
  ])("reads the date of %s", (source, value) => {
    const { publishedOn } = parseHtml(`${source}<p>湖水</p>`);

    expect(publishedOn?.value).toBe(value);
    expect(publishedOn?.kind ?? "metadata").toBe("metadata");
  });

  test("shows the tag as evidence", () => {
    expect(
      parseHtml('<meta itemprop="datePublished" content="2024-05-01">').publishedOn?.evidence,
    ).toBe('<meta itemprop="datePublished" content="2024-05-01">');
  });
});
