import { describe, expect, test } from "vitest";
import { parseText } from "../../../../corpus/formats/plain-text/parse-text.ts";
import { visibleText } from "../../../../corpus/text/visible-text.ts";

/** `kind: words` of each block. */
function blocks(text: string): readonly string[] {
  return parseText(text).blocks.map(({ kind, spans }) => {
    const raw = spans.map((span) => text.slice(span.start, span.end)).join("\n");
    return `${kind}: ${visibleText(raw)}`;
  });
}

describe("parseText", () => {
  test("leaves the text as it is", () => {
    const text = "  # 湖边 #\n\n湖水很清。\n";

    expect(parseText(text).text).toBe(text);
    expect(blocks(text)).toEqual(["heading: 湖边", "paragraph: 湖水很清。"]);
  });

  test("takes short lines above text for headings", () => {
    expect(blocks("湖边\n\n湖水很清。\n\n“东湖”之问:水从哪里来\n水从山上来。")).toEqual([
      "heading: 湖边",
      "paragraph: 湖水很清。",
      "heading: “东湖”之问:水从哪里来",
      "paragraph: 水从山上来。",
    ]);
  });

  test("keeps short lines that no text follows", () => {
    expect(blocks("湖水很清。\n\n开放时间：9:00\n地址：东湖路\n电话：123")).toEqual([
      "paragraph: 湖水很清。",
      "paragraph: 开放时间：9:00",
      "paragraph: 地址：东湖路",
      "paragraph: 电话：123",
    ]);
  });

  test("keeps the last line of a list above text", () => {
    expect(blocks("湖水很清。\n\n联系方式\n电话 0791\n地址 东湖路\n\n鱼很多。")).toEqual([
      "paragraph: 湖水很清。",
      "paragraph: 联系方式",
      "paragraph: 电话 0791",
      "paragraph: 地址 东湖路",
      "paragraph: 鱼很多。",
    ]);
  });

  test("takes the first line above a note for the title", () => {
    expect(blocks("东湖管理办法\n（东湖区令第12号）\n\n第一章 总则\n\n湖水要清。")).toEqual([
      "heading: 东湖管理办法",
      "paragraph: （东湖区令第12号）",
      "heading: 第一章 总则",
      "paragraph: 湖水要清。",
    ]);
  });

  test("joins English wrapped at a fixed width", () => {
    const text = [
      "The lake lies east of the town and has been clear since the",
      "works of 1998, when the Board of Waters built two new weirs",
      "and planted trees along the",
      "shore.",
      "",
      "A second paragraph stands here and is wrapped just as the first",
      "one was.",
    ].join("\n");

    expect(blocks(text)).toEqual([
      "paragraph: The lake lies east of the town and has been clear since the works of 1998, when the Board of Waters built two new weirs and planted trees along the shore.",
      "paragraph: A second paragraph stands here and is wrapped just as the first one was.",
    ]);
  });

  test("joins Chinese wrapped at a fixed width", () => {
    const text = [
      "东湖在城的东边，从一九九八年起水一直很清，那一年",
      "水务局修了两道新的堤坝，又在岸边种下了许多树，来",
      "看鱼的人一天比一天多。",
    ].join("\n");

    expect(blocks(text)).toEqual([`paragraph: ${text.replaceAll("\n", "")}`]);
  });

  test("joins a wrapped item", () => {
    expect(blocks("- swans\n- ducks and\n  geese")).toEqual([
      "list-item: swans",
      "list-item: ducks and geese",
    ]);
  });

  test("does not join a Latin line to a short Chinese item", () => {
    expect(blocks("- 湖\nnpm install\n")).toEqual(["list-item: 湖", expect.stringMatching(/npm/u)]);
  });

  test("leaves verses and lists apart", () => {
    expect(blocks("湖水清\n鱼儿多\n树影长\n人不归")).toHaveLength(4);
    expect(blocks("- 湖水\n- 鱼\n- 树")).toEqual([
      "list-item: 湖水",
      "list-item: 鱼",
      "list-item: 树",
    ]);
    expect(blocks("1. 湖水\n2. 鱼")).toEqual(["list-item: 1. 湖水", "list-item: 2. 鱼"]);
  });

  test("rejoins a sentence cut by a column break", () => {
    const text = "湖水很清。水务局今年在岸边种下了许多树，又修了两道新的堤\n\n坝。来看鱼的人很多。";

    expect(blocks(text)).toEqual([`paragraph: ${text.replace("\n\n", "")}`]);
    expect(parseText(text).blocks[0]?.spans).toEqual([{ start: 0, end: text.length }]);
  });

  test("rejoins a short clause where the page shows other breaks", () => {
    const cut = "说到种树，东湖今年要给全\n\n城各校送去树苗。";
    const printed = `湖水很清。水务局今年在岸边种下许多\n\n新树。\n\n${cut}`;

    expect(blocks(printed).at(-1)).toBe("paragraph: 说到种树，东湖今年要给全城各校送去树苗。");
    expect(blocks(`湖水很清。\n\n${cut}`)).toContain("heading: 说到种树，东湖今年要给全");
  });

  test("rejoins a short line by a phrase known from elsewhere", () => {
    const text = "堤坝加固工程今年完工。\n\n三是推进堤坝加\n\n固工程，保护湖水。";

    expect(blocks(text)).toEqual([
      "paragraph: 堤坝加固工程今年完工。",
      "paragraph: 三是推进堤坝加固工程，保护湖水。",
    ]);
  });

  test("rejoins a sentence around a caption that stands within a word", () => {
    const text =
      "国家公园很大。城东有湖泊、湿地和树林，还有新修的观鸟台、国\n\n王师傅在修船。\n\n家公园等景点，来的人很多。";
    const document = parseText(text);

    expect(blocks(text)).toEqual([
      "paragraph: 国家公园很大。城东有湖泊、湿地和树林，还有新修的观鸟台、国家公园等景点，来的人很多。",
      "caption: 王师傅在修船。",
    ]);
    expect(document.blocks[0]?.spans).toHaveLength(2);
  });

  test("does not join a finished paragraph, a heading or rows", () => {
    expect(blocks("湖水很清。\n\n鱼很多。")).toHaveLength(2);
    expect(blocks("## 湖水清\n\n鱼很多，树也很高。")).toHaveLength(2);
    const row = "甲,乙,丙,丁,戊,己,庚,辛,壬,癸,子,丑,寅,卯,辰,巳,午";
    const rows = ["1", "2", "3"].map((number) => `${row},${number}`);
    expect(blocks(rows.join("\n"))).toHaveLength(3);
  });

  test("takes a name under a title for a byline", () => {
    expect(blocks("湖边的树\n\n王小明\n\n湖水很清。")).toEqual([
      "heading: 湖边的树",
      "byline: 王小明",
      "paragraph: 湖水很清。",
    ]);
  });

  test("drops lines without a word and says so", () => {
    expect(parseText("湖水很清。\n×\n————").dropped).toEqual([
      { text: "×", reason: "no letter or digit", start: 6, end: 7 },
      { text: "————", reason: "no letter or digit", start: 8, end: 12 },
    ]);
  });

  test("joins the lines of a newspaper's narrow column, and keeps its paragraphs apart", () => {
    const column =
      "  今年四月,东湖渔场把一百\n多条旧船拖上岸,改成了小书\n屋,孩子们放学就来.读书的\n人多了.\n  渔民王大爷说,船还是那些\n船,可是如今装的不是鱼,是\n一屋子的故事,够孩子们听上\n好几年.";

    expect(blocks(column)).toEqual([
      "paragraph: 今年四月,东湖渔场把一百多条旧船拖上岸,改成了小书屋,孩子们放学就来.读书的人多了.",
      "paragraph: 渔民王大爷说,船还是那些船,可是如今装的不是鱼,是一屋子的故事,够孩子们听上好几年.",
    ]);
  });

  test("leaves verses of one length apart", () => {
    const verses = "东湖水清月影长，\n西山风起桂花香。\n渔翁收网归来晚，\n灯火人家照小窗。";

    expect(blocks(verses)).toContain("paragraph: 西山风起桂花香。");
  });

  test("joins a title that was set in two lines", () => {
    expect(blocks("守着一口老井的\n年轻人\n\n湖水很清。")[0]).toBe("heading: 守着一口老井的年轻人");
    expect(blocks("Old ferry terminal to\nbecome a food hall\n\nThe lake is clear.")[0]).toBe(
      "heading: Old ferry terminal to become a food hall",
    );
    expect(blocks("守着一口老井\n年轻人\n\n湖水很清。")).toHaveLength(3);
  });

  test("takes a torn off quotation mark back to its line", () => {
    expect(blocks("他说，“湖水清了。\n\n”\n\n鱼很多。")).toEqual([
      "paragraph: 他说，“湖水清了。”",
      "paragraph: 鱼很多。",
    ]);
    expect(parseText("他说，湖水清了。\n\n”\n\n鱼很多。").dropped).toHaveLength(1);
  });

  test("joins a dateline to the text on the next line", () => {
    expect(blocks("湖水清了\n\n本报讯\n今年东湖种树三万棵。")).toEqual([
      "heading: 湖水清了",
      "paragraph: 本报讯今年东湖种树三万棵。",
    ]);
  });

  test("joins the end of a caption that stands beside its photographer", () => {
    const text = "湖水很清。\n\n王大爷在清理船底的青\n\n苔。 王小明 摄\n\n鱼很多。";

    expect(blocks(text)).toContain("caption: 王大爷在清理船底的青苔。 王小明 摄");
  });

  test("finds the heading below its number, even where it asks", () => {
    expect(blocks("湖水很清。\n\n01\n\n多长？多宽？\n\n湖堤长三里，宽两丈。")).toContain(
      "heading: 多长？多宽？",
    );
  });

  test("keeps a short clause apart that ends as said", () => {
    const cut = "水务局今年在岸边种下许多\n\n新树。";

    expect(blocks(`${cut}\n\n井修好了，人也回来了\n\n去年东湖种树三万棵。`)).toContain(
      "heading: 井修好了，人也回来了",
    );
  });

  test("goes on behind captions where a line surely was cut", () => {
    const text =
      "湖水很清。水务局今年在岸边种树、修堤、\n\n图①：东湖的堤。\n图②：东湖的树。\n\n清淤，忙了一年。";

    expect(blocks(text)[0]).toBe(
      "paragraph: 湖水很清。水务局今年在岸边种树、修堤、清淤，忙了一年。",
    );
  });

  test("joins a sentence across a page's number and running header", () => {
    const header = "江南月刊 2024年第8期";
    const text = `${header}\n\n修表的师傅说，他一共花了十一天，换了三个齿轮，才让那只老怀表重新走了起\n\n— 24 —\n\n${header}\n\n来。湖水很清，老人看了很久，才一步一步慢慢地走回家去。`;

    expect(blocks(text)).toContain(
      "paragraph: 修表的师傅说，他一共花了十一天，换了三个齿轮，才让那只老怀表重新走了起来。湖水很清，老人看了很久，才一步一步慢慢地走回家去。",
    );
  });
});
