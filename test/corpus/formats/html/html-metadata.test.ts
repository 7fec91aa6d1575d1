import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../../corpus/formats/html/parse-html.ts";

function linked(json: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(json)}</script>`;
}

describe("readHtmlMetadata", () => {
  test.each([
    ['<meta property="og:title" content="甲"><title>乙</title><h1>丙</h1>', "甲"],
    ['<meta name="twitter:title" content="甲"><title>乙</title>', "甲"],
    [`${linked({ "@type": "NewsArticle", headline: "甲 &amp; 丁" })}<title>乙</title>`, "甲 & 丁"],
    ["<title>乙</title><h1>丙 </h1>", "丙"],
    ["<title>乙</title><h1>丙</h1><h1>丁</h1>", "乙"],
    ["<p>湖水</p>", undefined],
    ['<meta property="og:title" content="  "><title>乙</title>', "乙"],
  ])("takes the strongest title of %s", (source, title) => {
    expect(parseHtml(source).title).toBe(title);
  });

  test.each([
    ["<title>湖水清了_要闻_青石网</title><h1>湖水清了</h1>", "湖水清了"],
    ["<title>湖水清了_要闻_青石网</title><div>湖水清了</div>", "湖水清了"],
    ["<title>青石网 - 湖水清了</title><h2>湖水清了</h2>", "湖水清了"],
    ['<meta property="og:site_name" content="青石网"><title>湖水清了-青石网</title>', "湖水清了"],
    ["<title>湖水清了-青石网</title>", "湖水清了-青石网"],
    ["<title>水-汽循环</title><p>水，汽。</p>", "水-汽循环"],
    ["<title>甲—乙</title><h1>甲—乙</h1>", "甲—乙"],
    [
      '<meta property="og:site_name" content="青石网"><meta property="og:title" content="青石网"><h1>湖水清了</h1>',
      "湖水清了",
    ],
    [
      '<meta property="og:title" content="湖水清了"><h1>湖水清了，鱼回来了</h1>',
      "湖水清了，鱼回来了",
    ],
  ])(
    "cuts the site's name off the title of %s only where it is known to be one",
    (source, title) => {
      expect(parseHtml(`${source}<p>鱼很多。</p>`).title).toBe(title);
    },
  );

  test.each([
    ['<meta name="author" content="王小明">', "王小明"],
    ['<meta name="author" content="作者：王小明">', "王小明"],
    [
      '<meta property="article:author" content="https://a.example/1"><meta name="dc.creator" content="李红">',
      "李红",
    ],
    ['<meta name="author" content="admin">', undefined],
    ['<meta name="author" content="a@b.example">', undefined],
    [
      '<meta property="og:site_name" content="青石网"><meta name="author" content="青石网">',
      undefined,
    ],
    [
      linked({ "@type": "NewsArticle", author: [{ name: "周敏" }, { name: "吴涛" }] }),
      "周敏、吴涛",
    ],
    [linked({ "@graph": [{ "@type": "BlogPosting", author: "Jane Doe" }] }), "Jane Doe"],
    [linked({ "@type": "WebPage", comment: { "@type": "Comment", author: "Troll" } }), undefined],
  ])("reads who wrote %s", (source, byline) => {
    expect(parseHtml(`${source}<p>湖水</p>`).byline).toBe(byline);
  });

  test.each([
    ['<meta property="article:published_time" content="2024-05-01T10:00:00+08:00">', "2024-05-01"],
    ['<meta name="PubDate" content="2024/5/1">', "2024-05-01"],
    ['<meta name="publishdate" content="20240501">', "2024-05-01"],
    ['<meta name="DC.date.issued" content="2024-05-01">', "2024-05-01"],
    ['<meta name="weibo: article:create_at" content="2024-05-01 10:00:00">', "2024-05-01"],
    [linked({ "@type": "NewsArticle", datePublished: "2024-05-01" }), "2024-05-01"],
    [
      '<script type="application/ld+json">{"datePublished": "2024-05-01", broken</script>',
      "2024-05-01",
    ],
    ['<time datetime="2024-05-01">五月</time>', "2024-05-01"],
    ['<time datetime="2024-05-01"></time><time datetime="2024-05-02"></time>', undefined],
    [
      '<time datetime="2024-05-01"></time><time pubdate datetime="2024-05-02"></time>',
      "2024-05-02",
    ],
    ['<p>更新于 <time datetime="2024-05-01">五月</time></p>', undefined],
    ['<time class="updated" datetime="2024-05-01">五月</time>', undefined],
    ['<meta property="article:modified_time" content="2024-05-01">', undefined],
    ['<meta name="PubDate" content="yesterday">', undefined],
    ['<meta name="PubDate" content="1714550400">', undefined],
  ])("reads when %s was published", (source, value) => {
    const { publishedOn } = parseHtml(`${source}<p>湖水</p>`);

    expect(publishedOn?.value).toBe(value);
    expect(publishedOn?.kind ?? "metadata").toBe("metadata");
  });

  test("takes a day within a sentence for no day of publication", () => {
    const page = `<article><h1>湖</h1><p>发布 <time datetime="2024-05-02">5月2日</time></p>
      <p>湖在<time datetime="1958-01-01">1958年</time>建闸，从此不再泛滥成灾。</p></article>`;

    expect(parseHtml(page).publishedOn?.value).toBe("2024-05-02");
  });

  test("shows the tag as evidence", () => {
    const page = '<meta itemprop="datePublished" content="2024-05-01">';

    expect(parseHtml(page).publishedOn?.evidence).toBe(page);
  });
});
