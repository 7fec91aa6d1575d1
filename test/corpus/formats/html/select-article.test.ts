import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../../corpus/formats/html/parse-html.ts";
import { parsePageFile, shownBlocks, shownDropped } from "./read-page.ts";

const paragraph = "东湖的水今年很清，许多市民带着孩子来看鱼，管理处说鱼比去年多了三成。";

describe("selectArticle", () => {
  test("finds the article of a news page, whole and nothing else", () => {
    const page = parsePageFile("news.html");

    expect(page).toMatchObject({
      title: "东湖水质连续三年达标",
      publishedOn: { value: "2024-05-07", kind: "metadata" },
    });
    expect(page.byline).toBeUndefined();
    expect(shownBlocks(page)).toEqual([
      "heading: 东湖水质连续三年达标",
      "paragraph: ——从“臭水塘”到“城市会客厅”的十年",
      "dateline: 2024-05-07 08:31 来源：青石日报 作者：王小明 字号：",
      "paragraph: 本报讯（记者王小明 通讯员李红）5月6日，青石市生态环境局发布公报，东湖水质连续三年达到三类标准。",
      "caption: 市民在东湖边散步。张伟 摄",
      "paragraph: 据介绍，十年前这里还是一片臭水塘，周边居民夏天不敢开窗。2014年起，市里先后投入3.6亿元，截污、清淤、种草，鱼又回来了。",
      "heading: 一个湖长的账本",
      "paragraph: “我每天绕湖走一圈，捡走的垃圾从最初的三大袋变成了半袋。”湖长赵大勇说。",
      "table-row: 年份：2014；总磷（毫克/升）：0.21",
      "table-row: 年份：2024；总磷（毫克/升）：0.04",
      "paragraph: 下一步，青石市将在湖西建一座湿地公园。",
      "paragraph: （完）",
      "paragraph: 责任编辑：陈思",
    ]);
    const dropped = shownDropped(page);
    expect(dropped).toContain("button: 评论(12)");
    expect(dropped).toContain("links: 分享到微信微博QQ空间");
    expect(dropped).toContain("outside the article: 广告 点击领取优惠券");
    expect(dropped).toContain(
      "links: 1 2 下一页\n相关阅读\n青石启动水源地保护05-01\n东湖绿道二期开工04-28\n今年湖里的鱼多了三成04-20",
    );
    expect(dropped).toContain(
      "outside the article: 三点六亿花得值！就是晚上灯太亮，对鸟不好，有关部门能不能考虑一下？",
    );
    expect(dropped).toContain("outside the article: 青石新闻网版权所有 未经授权不得转载");
  });

  test("finds the article of an English blog with notes, code and a related post", () => {
    const page = parsePageFile("blog.html");

    expect(page).toMatchObject({
      title: "What the lake taught me about logging",
      byline: "Jane Doe",
      publishedOn: { value: "2024-06-02" },
    });
    expect(shownBlocks(page)).toEqual([
      "heading: What the lake taught me about logging",
      "dateline: Jane Doe June 2, 2024 · 5 min read",
      "paragraph: Last summer I counted herons at the lake, and I wrote every sighting into a log. It taught me more about software than any book.",
      "heading: Write it down at once",
      "paragraph: Memory is a poor index. By the time I walked home, two herons had become three.",
      "paragraph: A log is a letter to a tired stranger.",
      'code: log.info({ herons: 2 });\nlog.info("done");',
      "list-item: Say what happened.",
      "list-item: Say where: 10 m2 of reed.",
      "caption: A heron at dawn. Photo: Jane Doe",
      "heading: Read it back",
      "paragraph: On May 20 I read the whole log in one sitting. Most entries were noise.",
      "paragraph: So now I log less, and I log it better.",
      "list-item: A paper one.",
    ]);
    expect(shownDropped(page)).toContain("outside the article: Reed beds");
  });

  test("finds the article in what Chromium saved of a page made by scripts", () => {
    const page = parsePageFile("lantern-chromium.html");

    expect(page).toMatchObject({
      title: "东湖灯会今晚开幕",
      byline: "周敏、吴涛",
      publishedOn: { value: "2024-09-15" },
    });
    expect(shownBlocks(page)).toEqual([
      "heading: 东湖灯会今晚开幕",
      "dateline: 2024-09-15 18:20 来源：青石晚报 记者 周敏 吴涛",
      "paragraph: 9月15日晚七时，第十二届东湖灯会将在湖心岛开幕，展出灯组一百二十组。",
      "caption: 工人在调试“鱼跃龙门”灯组。吴涛 摄",
      "paragraph: 今年的灯会首次使用太阳能供电，每天可节约用电两千度。",
      "paragraph: 灯会持续到10月7日，六十岁以上老人凭证免费入园。",
      "paragraph: 打开APP阅读全文",
    ]);
  });

  test("reads a page in GBK that is laid out with tables and breaks", () => {
    const page = parsePageFile("county-gbk.html");

    expect(shownBlocks(page)).toEqual([
      "heading: 青石县志·水利篇",
      "dateline: 2003年5月1日 青石热线 作者：王小明",
      "paragraph: 青石县地处东湖之滨，自古多水患。清代县令李某曾率众筑堤，堤长十里，今仍可见遗迹。",
      "paragraph: 一九五四年大水，堤溃三处，淹田四万亩，县里组织民工三万人抢险，历时二十天方告合龙。",
      "paragraph: 此后连年加固，至一九九八年，大堤已可抵御百年一遇的洪水。",
      "paragraph: （摘自《青石县志》）",
    ]);
    expect(shownDropped(page)).toEqual([
      "<head>: 青石县志_青石热线",
      "links: 首页 | 论坛 | 聊天 | 下载\n青石大桥通车\n老街改造完成\n湖区禁渔通告",
      "outside the article: 青石热线 版权所有 联系站长",
    ]);
  });

  test("keeps all articles of an e-paper's page, in order and with their headings", () => {
    const page = parsePageFile("e-paper.html");

    expect(page.title).toBeUndefined();
    expect(page.publishedOn?.value).toBe("2024-05-01");
    expect(shownBlocks(page)).toEqual([
      "heading: 青石大桥今日通车",
      "heading: ——两岸车程缩短四十分钟",
      "paragraph: 本报讯（记者李红）4月30日上午，青石大桥举行通车仪式。大桥全长2.3公里，双向六车道，总投资12亿元。",
      "paragraph: 桥上设有人行步道。市民可步行过江。",
      "heading: 老街夜市恢复营业",
      "paragraph: 本报记者 张伟",
      "paragraph: 停业三个月的老街夜市昨晚恢复营业，首晚客流超过八千人次。",
      "paragraph: “烟火气回来了。”摊主刘芳说。",
      "heading: 短讯",
      "paragraph: 五一期间全市公园免费开放，市民凭身份证可以领取游园手册一份。",
    ]);
  });

  test("keeps all articles where nothing marks them but bold titles", () => {
    const shown = shownBlocks(parsePageFile("e-paper-tables.html"));

    expect(shown.filter((line) => line.startsWith("heading"))).toEqual([
      "heading: 桥通了，路近了",
      "heading: 夜市回来了",
      "heading: 公园免费",
    ]);
    expect(shown).toContain("paragraph: “菜还带着露水呢。”菜农老周说。");
    expect(shown).toContain("paragraph: 夜市营业到凌晨一点。");
  });

  test("keeps an index of links whole", () => {
    expect(shownBlocks(parsePageFile("index-page.html"))).toEqual([
      "heading: 通知公告",
      "list-item: 关于五一期间闭馆的通知2024-04-25",
      "list-item: 春季读书月活动安排2024-04-01",
      "list-item: 新书上架：《东湖的鱼》2024-03-20",
    ]);
  });

  test("keeps a short notice and drops the menu above it", () => {
    const page = parseHtml(
      `<div><a href=1>首页</a><a href=2>通知</a><a href=3>服务</a></div><h1>停水通知</h1>
       <p>5月3日8时至18时湖滨路停水。</p><p>青石水务</p>`,
    );

    expect(shownBlocks(page)).toEqual([
      "heading: 停水通知",
      "paragraph: 5月3日8时至18时湖滨路停水。",
      "paragraph: 青石水务",
    ]);
    expect(shownDropped(page)).toEqual(["links: 首页通知服务"]);
  });

  test("keeps a notice that its server put into a form, with table and signature", () => {
    expect(shownBlocks(parsePageFile("notice-gov.html"))).toEqual([
      "heading: 关于做好防汛工作的通知",
      "dateline: 发布日期：2024-06-03 来源：市应急局 浏览次数：1024 【字体： 】",
      "table-row: 索引号 | QS-2024-0012 | 发文机关 | 青石市防汛指挥部",
      "paragraph: 各县（区）人民政府，市直各单位：",
      "paragraph: 当前我市已进入主汛期。为切实做好防汛工作，现通知如下：",
      "paragraph: 一、落实责任。各级防汛责任人必须在岗在位，电话24小时畅通。",
      "paragraph: 二、加强巡查。水库、堤防每日巡查不少于三次。",
      "paragraph: 青石市防汛指挥部",
      "paragraph: 2024年6月3日",
      "paragraph: （此件公开发布）",
    ]);
  });

  test("keeps all sections of a manual", () => {
    expect(shownBlocks(parsePageFile("rules.html"))).toEqual([
      "heading: Boat rental rules",
      "paragraph: Boats are rented by the hour. A deposit of 50 yuan is due at the counter.",
      "heading: Safety",
      "paragraph: Everyone wears a life vest. Children under twelve go with an adult.",
      "list-item: Vest",
      "list-item: Given out at the pier.",
      "list-item: Whistle",
      "list-item: Clipped to the vest. Blow it three times for help.",
      "heading: Prices",
      "table-row: Boat: Rowing boat; Per hour: 30 yuan",
      "table-row: Boat: Pedal boat; Per hour: 45 yuan",
      "heading: Weather",
      "paragraph: In wind above force five the pier is closed. Refunds are given for the time not used.",
    ]);
  });

  test("keeps a question and its answers", () => {
    const shown = shownBlocks(parsePageFile("questions.html"));

    expect(shown).toContain("heading: 东湖可以游泳吗？");
    expect(shown).toContain("paragraph: 其他湖面禁止下水，违者罚款。");
    expect(shown).toContain("paragraph: 别下野湖！水草会缠脚。南浴场门票十元，儿童五元。");
  });

  test("keeps an encyclopedia's rows, lists and sources, not its table of contents", () => {
    const page = parsePageFile("wiki.html");

    expect(shownBlocks(page)).toEqual([
      "heading: 东湖",
      "paragraph: 东湖",
      "table-row: 面积 | 33平方公里",
      "table-row: 水深 | 4米",
      "paragraph: 东湖是青石市最大的湖泊，位于市区东部，因在城东而得名。",
      "heading: 地理",
      "paragraph: 湖岸线长一百二十公里。湫水由北注入。",
      "caption: 东湖日出",
      "heading: 历史",
      "paragraph: 明代称“东泽”。1954年大水，湖区淹没村庄十二个。",
      "list-item: 1958年，建东湖闸。",
      "list-item: 1986年，划为自然保护区。",
      "heading: 参考资料",
      "list-item: 《青石县志》，1990年。",
      "list-item: 王小明：《湖名考》，青石出版社，2001年。",
    ]);
    expect(shownDropped(page)).toContain("links: 目录\n1 地理\n2 历史");
  });

  test("keeps the byline and the last lines of a story, without what stands between and beside", () => {
    const page = parsePageFile("courier.html");

    expect(page.title).toBe("Bridge opens to traffic");
    expect(shownBlocks(page)).toEqual([
      "heading: Bridge opens to traffic",
      "paragraph: After four years of work, the crossing cuts the trip to ten minutes.",
      "dateline: By Li Hong | Published May 1, 2024 | Updated May 2, 2024",
      "paragraph: QINGSHI — The Qingshi Bridge opened on Tuesday morning before a crowd of some two thousand.",
      'paragraph: "We have waited for this," said Zhou Ming, 61, who sells vegetables.',
      "paragraph: The bridge is 2.3 kilometers long and has six lanes.",
      "paragraph: Ten minutes! @zhou",
      "paragraph: Tolls will not be charged in the first year.",
      "paragraph: Zhang Wei contributed to this report.",
    ]);
  });

  test("does not believe a name that would take the text away", () => {
    const page = `<div class="sidebar menu"><h1>东湖</h1><p>${paragraph}</p><p>${paragraph}</p></div>`;

    expect(shownBlocks(parseHtml(page))).toHaveLength(3);
  });

  test("drops comments that are longer than the text", () => {
    const comments = Array.from({ length: 9 }, (_, at) => `<p>第${at}楼：${paragraph}</p>`).join(
      "",
    );
    const page = `<div><h1>东湖</h1><p>${paragraph}</p><p>特此公告。</p></div><div id="commentBox">${comments}</div>`;

    expect(shownBlocks(parseHtml(page))).toEqual([
      "heading: 东湖",
      `paragraph: ${paragraph}`,
      "paragraph: 特此公告。",
    ]);
  });

  test("keeps text without a single tag of structure", () => {
    expect(shownBlocks(parseHtml("湖水很清。<br>鱼很多。<p>树<a href=x>很</a>高。"))).toEqual([
      "paragraph: 湖水很清。",
      "paragraph: 鱼很多。",
      "paragraph: 树很高。",
    ]);
  });

  test("reads a page too large to judge whole, and says so", () => {
    const page = parseHtml(`${"<div>".repeat(199)}${`<p>${paragraph}</p>`.repeat(260)}`);

    expect(page.blocks).toHaveLength(260);
    expect(shownDropped(page)).toEqual([
      "read whole, no article found: the page is too large: <body>",
    ]);
  });
});
