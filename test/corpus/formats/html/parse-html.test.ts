import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../../corpus/formats/html/parse-html.ts";
import { parsePageFile, shownBlocks, shownDropped } from "./read-page.ts";

function blocks(source: string): readonly string[] {
  return shownBlocks(parseHtml(source));
}

function dropped(source: string): readonly string[] {
  return shownDropped(parseHtml(source));
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
    expect(dropped(page)).toEqual([
      "<header>: 站名",
      "<nav>: 菜单",
      "hidden: 暗一",
      "hidden: 暗二",
      "hidden: 暗三",
      "<form>: 搜索",
      "<aside>: 广告",
      "<noscript>: 无",
      '<script>: x("脚本")',
      "<footer>: 版权",
    ]);
  });

  test("makes a line of each row, but not of a table that lays out the page", () => {
    expect(
      blocks("<table><caption>渔获</caption><tr><th>鱼<th>斤<tr><td>草鱼<td>3</table>"),
    ).toEqual(["caption: 渔获", "table-row: 鱼：草鱼；斤：3"]);
    expect(blocks("<table><tr><td><p>湖水很清。</p><td><p>鱼很多。</p></table>")).toEqual([
      "paragraph: 湖水很清。",
      "paragraph: 鱼很多。",
    ]);
  });

  test("names the columns of merged cells, in every part of a table", () => {
    const table = `<table><thead><tr><th rowspan="2">湖<th colspan="2">鱼</tr><tr><th>草鱼<th>鲤鱼</tr></thead>
      <tbody><tr><td>东湖<td>3<td>4</tr><tr><td rowspan="2">西湖<td>5<td></tr><tr><td>6<td>7</tr></table>`;

    expect(blocks(table)).toEqual([
      "table-row: 湖：东湖；鱼草鱼：3；鱼鲤鱼：4",
      "table-row: 湖：西湖；鱼草鱼：5",
      "table-row: 湖：西湖；鱼草鱼：6；鱼鲤鱼：7",
    ]);
  });

  test("names no columns after a row that is not shown to name them", () => {
    const rows = (cells: readonly string[]): string =>
      cells.map((cell) => `<tr>${cell}</tr>`).join("");
    const pairs = ["<th>面积<td>大", "<th>水深<td>浅", "<th>鱼<td>多"];
    const values = ["<td>草鱼<td>多", "<td>鲤鱼<td>少"];

    expect(blocks(`<table>${rows(pairs)}</table>`)).toContain("table-row: 面积 | 大");
    expect(blocks(`<table>${rows(values)}</table>`)).toContain("table-row: 草鱼 | 多");
    expect(
      blocks(`<table>${rows(["<th>鱼<th>斤<th hidden>暗", "<td>草鱼<td>3<td>暗"])}</table>`),
    ).toContain("table-row: 鱼 | 斤");
  });

  test("tells two tables apart and drops no row of either", () => {
    const table = (fish: string): string =>
      `<table><tr><th>鱼<th>斤</tr><tr><td>${fish}<td>3</tr></table>`;

    expect(blocks(table("草鱼") + table("鲤鱼"))).toEqual([
      "table-row: 鱼：草鱼；斤：3",
      "table-row: 鱼：鲤鱼；斤：3",
    ]);
  });

  test("keeps the title of a header and drops its menu", () => {
    const page =
      "<title>湖志</title><header><h1>湖志</h1><nav>菜单</nav></header><p>湖水很清。</p>";

    expect(blocks(page)).toEqual(["heading: 湖志", "paragraph: 湖水很清。"]);
    expect(dropped(page)).toContain("<nav>: 菜单");
  });

  test("reads two breaks as a paragraph's end and one break by its sentence", () => {
    expect(blocks("<p>湖水很清。<br>鱼很多，<br>也很肥。<br><br>　　树很高</p>")).toEqual([
      "paragraph: 湖水很清。",
      "paragraph: 鱼很多，也很肥。",
      "paragraph: 树很高",
    ]);
  });

  test("does not take indentation, blanks that keep words together or soft hyphens for text", () => {
    expect(
      blocks("<p>　　&nbsp;湖水&nbsp;很清。</p><p>la&shy;ke&#8203;side&#65279; fish.</p>"),
    ).toEqual(["paragraph: 湖水 很清。", "paragraph: lakeside fish."]);
  });

  test("sets notes on pronunciation, marks of notes and deletions aside", () => {
    const page = `<p><ruby>湫<rp>(</rp><rt>jiǎo</rt><rp>)</rp></ruby>水深十米<sup>①</sup>，宽十<del>三</del>里，
      面积三十km<sup>2</sup><sup><a href="#fn1">1</a></sup>。<sup>[2]</sup></p>`;

    expect(blocks(page)).toEqual(["paragraph: 湫水深十米，宽十里，面积三十km2。"]);
    expect(dropped(page)).toEqual([
      "<rp>: (",
      "<rt>: jiǎo",
      "<rp>: )",
      "footnote mark: ①",
      "<del>: 三",
      "footnote mark: 1",
      "footnote mark: [2]",
    ]);
  });

  test("keeps the lines of code and joins those of prose", () => {
    expect(blocks("<pre><code>a();\n\nb();</code></pre>")).toEqual(["code: a();\n\nb();"]);
    const prose = `<pre>　　东湖的水今年比去年清了许多，湖边的居民都这样说，
管理处的人也这样说，只有钓鱼的人说鱼少了，因为水太清
了，鱼都看得见钩子，不肯来咬。
　　树很高，草很绿。</pre>`;

    expect(blocks(prose)).toEqual([
      "paragraph: 东湖的水今年比去年清了许多，湖边的居民都这样说，管理处的人也这样说，只有钓鱼的人说鱼少了，因为水太清了，鱼都看得见钩子，不肯来咬。",
      "paragraph: 树很高，草很绿。",
    ]);
  });

  test("reads terms and their meanings", () => {
    expect(blocks("<dl><dt>东湖<dd>青石最大的湖。<dd>鱼多。</dl>")).toEqual([
      "list-item: 东湖",
      "list-item: 青石最大的湖。",
      "list-item: 鱼多。",
    ]);
  });

  test("shows nothing of pictures but their captions", () => {
    const page = `<figure><img alt="湖" data-src="a.jpg"><figcaption><p>湖岸</p></figcaption></figure>
      <p align="center"><img alt="鱼"></p><p style="text-align:center">渔民收网</p>
      <p><img></p><p>树很高。张伟 摄</p><p>草很绿。</p>`;

    expect(blocks(page)).toEqual([
      "caption: 湖岸",
      "caption: 渔民收网",
      "caption: 树很高。张伟 摄",
      "paragraph: 草很绿。",
    ]);
  });

  test("makes a line of a row whose cells hold a paragraph each", () => {
    expect(
      blocks("<table><tr><td><p>鱼</p><td><p>斤</p><tr><td><p>草<br>鱼</p><td><p>3</p></table>"),
    ).toEqual(["table-row: 鱼 | 斤", "table-row: 草 鱼 | 3"]);
  });

  test("keeps a title in one line", () => {
    expect(blocks("<h1>湖水<br><small>清了</small></h1><p>鱼很多。</p>")).toEqual([
      "heading: 湖水 清了",
      "paragraph: 鱼很多。",
    ]);
  });

  test("takes a heading that was never closed for no heading", () => {
    const paragraphs = Array.from({ length: 20 }, (_, at) => `第${at}天，湖水很清，鱼也比昨天多。`);

    expect(blocks(`<h2>${paragraphs.map((one) => `<p>${one}</p>`).join("")}`)).toEqual(
      paragraphs.map((one) => `paragraph: ${one}`),
    );
  });

  test("reports what lies in templates, and what is shown only without scripts, as text", () => {
    expect(
      dropped("<p>湖水很清。</p><template><p>暗一</p></template><noscript><b>暗二</b></noscript>"),
    ).toEqual(["<template>: 暗一", "<noscript>: 暗二"]);
  });

  test("shows what scripts or an open dialog would show", () => {
    const shown = shownBlocks(parsePageFile("hidden-until-script.html"));

    expect(shown).toContain("paragraph: 凌晨四点，湖边的灯亮了一盏。");
    expect(shownBlocks(parsePageFile("dialog.html"))).toEqual([
      "heading: 湖区公告",
      "paragraph: 自六月一日起，东湖实行分区管理，北湖禁止一切机动船只进入，违者处以五百元罚款。",
      "paragraph: 南湖每日六时至二十时开放，游客须从三号码头登船，并听从工作人员指挥。",
      "paragraph: 特此公告。",
    ]);
  });
});
