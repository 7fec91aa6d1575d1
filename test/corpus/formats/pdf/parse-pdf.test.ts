import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CorpusError } from "../../../../corpus/errors.ts";
import { parsePdf } from "../../../../corpus/formats/pdf/parse-pdf.ts";
import { defaultLimits } from "../../../../corpus/limits.ts";
import { droppedReasons, shownBlocks, shownPages } from "../pages/shown-blocks.ts";
import { setAt, writePdf } from "./write-pdf.ts";

function parse(bytes: Uint8Array, limits = defaultLimits) {
  return parsePdf(bytes, { path: "a.pdf", limits });
}

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(import.meta.dirname, "fixtures", name)));
}

describe("parsePdf, printed by real programs", () => {
  test("reads a newspaper page, article by article", async () => {
    const parsed = await parse(fixture("newspaper.pdf"));

    expect(parsed.title).toBe("青石日报 第三版");
    expect(shownBlocks(parsed)).toEqual([
      "[dateline] 2026年3月18日 星期三",
      "# 老厂房里机器响",
      "## ——青石湖边的一次改造",
      "[byline] 本报记者 王小明 李小溪",
      "三月的青石湖边，老厂房里的新机器响了。这座厂建于1958年，停产九年，去年改成零件加工中心，十二家小厂在三月里一起开工。",
      "“零件从这边进，从那边出，中间不落地。”主任周大河说，过去一天的活要跑三个院子，如今一个上午就能交货。他在厂里三十一年，哪一块地下有老管线，他最清楚。",
      "#### 工人留住了老木架",
      "改造中，新主任要把屋里的老木架全部换掉，工人不同意，说那是当年一根一根抬上去的。一个月里开了三次会，木架留住了，屋上换成了能进光的新板，冬天不用开灯。",
      "[caption] 工人在加工中心里交零件。张小舟 摄",
      "到三月中，加工中心一共交货217次，进账4600万元，其中六成的货去了外省。小厂老板何青山说，过去在外边租厂房，如今搬回湖边，一年能少开四十多万元。",
      "#### 把新人留在湖边",
      "青石有一个学校，三十六个学生上午跟工人学机器，下午回学校上课。学校和十二家小厂说好，学生学成，厂里要人。三十六个学生中，二十九个留在了湖边。",
      "到了九点，机器停了，湖边的灯也停了。周大河回头说：“厂房老，人不老。”",
      "### 东湖大桥五月通车",
      "本报讯（记者陈小雨）东湖大桥昨日架成，五月一日通车。大桥全长2.6公里，从老城到东边，开车八分钟。",
      "### 图书馆晚上开放",
      "本报讯（记者何小满）图书馆从三月起开放到晚上十点，周六、周日也不停。学生能在馆里上课。",
      "### 周六上山种树",
      "本报讯（通讯员罗大山）周六上午，本报和学校一起上北山种树，要种一万二千根，工人、学生都能来。",
    ]);
    expect(droppedReasons(parsed)).toEqual([
      "责编：林小溪 (page header)",
      "3 (page number)",
      "要闻 (page header)",
    ]);
  });

  test("reads columns over three pages, without headers and page numbers", async () => {
    const parsed = await parse(fixture("gazette.pdf"));

    expect(parsed).toMatchObject({ title: "青石市工业年报", byline: "青石市统计局" });
    expect(parsed.publishedOn).toBeUndefined();
    expect(shownPages(parsed)).toEqual([
      "1: # 全市工业发展情况",
      "1: ## 企业与用电",
      "1: 全市工业企业共有三百一十二家，比上年增加十九家。增加的企业大多在零件加工和食品两个行业，其中零件加工十一家，食品五家。",
      "1: 全年工业用电四十二亿千瓦时，比上年增加百分之六。用电增加最多的是东湖区，区里两条生产线三月开工；北山镇用电少了一些，镇里两家水泥厂夏天停工四十天。",
      "2: ## 产品与出口",
      "2: 从产品看，水泥、阀门和水泵三类产品共占全市工业的三成。水泥生产一百二十万吨，阀门八十六万台，水泵二十三万台，三类产品的出口都比上年多。",
      "2: 阀门的出口最多，全年卖到二十七个国家，其中北山镇一家企业就卖出十一万台。这家企业五年前只有三十二人，上年已有四百人。",
      "2: ## 工人与夜校",
      "2: 全市工业企业共有工人六万三千人，其中技术工人两万九千人。各区镇的夜校全年开班一百四十七个，有八千四百名工人上过夜校。",
      "3: 东湖区的夜校办得最早。区里说，夜校开班三年，上过夜校的工人有一半成了技术工人，其中五十二人当上了生产线的主任。",
    ]);
    expect(new Set(parsed.dropped.map(({ reason }) => reason))).toEqual(
      new Set(["repeated on 3 pages", "page number"]),
    );
  });

  test("reads the two columns of an English paper below what spans them", async () => {
    const parsed = await parse(fixture("paper.pdf"));

    expect(parsed.title).toBeUndefined();
    expect(shownBlocks(parsed)).toEqual([
      "# Quiet Rivers Carry Heavier Sand: Twelve Years on the Qingshi",
      "Ada Linwood and Tomas Berrick",
      "Abstract. We measured the sand that the Qingshi carries at nine stations between 2009 and 2021. The slow reaches moved more of it than the fast ones in seven of the twelve years.",
      "## 1 Introduction",
      "Rivers in flat country are usually described as settling basins: the slower the water, the more of its load it leaves behind. The description is convenient for planners, because it allows them to predict where dredging will become necessary.",
      "The Qingshi does not follow the description. Its lower reach delivers more sand to the estuary per metre of width than the upper reach, which drops from the hills through a well-known series of rapids.",
      "## 2 Instruments",
      "Every station carries two pressure samplers, an acoustic profiler and a temperature probe. The samplers are emptied each Monday by volunteers of the local school, who also note the height of the water. One intake was moved by half a metre every spring, and the two series were compared; the correlation never fell below 0.93.",
      "## 3 Results",
      "In seven of twelve years the lowest station recorded the largest load. The exception was 2016, when a single flood in late June moved as much sand in four days as the preceding two winters together.",
    ]);
  });

  test("reads vertical writing from right to left", async () => {
    const parsed = await parse(fixture("vertical.pdf"));

    expect(parsed.title).toBeUndefined();
    expect(shownBlocks(parsed)).toEqual([
      "# 北山茶事",
      "北山的茶园在村子西边，一共三十六亩，都是老茶树。清明前后，采茶的人天不亮就上山，竹篓装满了才下来吃早饭。",
      "炒茶用的是铁锅，火候全凭手感。何青山炒了四十年茶，他说，锅里的声音变了，茶就好了。",
    ]);
  });

  test("sets a vertical title before its text, turned words behind it, and drops a watermark", async () => {
    const parsed = await parse(fixture("boats.pdf"));

    expect(parsed.title).toBeUndefined();
    expect(shownBlocks(parsed)).toEqual([
      "# 湖边老船重新下水",
      "船厂停工以后，湖边的二十七条老木船在岸上搁了九年。去年秋天，修船匠何青山带着三个徒弟，一条一条地修，换下坏了的船板。",
      "“木船怕的不是水，是晒。”何青山说，船板晒坏了，再好的油也补不回来。",
      "今年三月，头一条修好的船下了水。船头坐着的，是当年造这条船的罗大山，今年八十四岁。",
      "修好的船不再打鱼，改作渡船，一条船坐十二个人。",
      "湖边旧事之九",
    ]);
    expect(droppedReasons(parsed)).toEqual(["内部资料 (slanted on page 1)"]);
  });

  test("reads a file that only its printing and copying is forbidden", async () => {
    expect(shownBlocks(await parse(fixture("restricted.pdf")))).toEqual([
      "柳林的新桥下个月通车，老渡口的船也就停了。",
    ]);
  });
});

describe("parsePdf, fonts and places", () => {
  test("reads Chinese whose fonts are named and not embedded", async () => {
    // 青石湖边的新船, in GBK.
    const gbk = "BT /G 12 Tf 50 500 Td <c7e0caafbafeb1dfb5c4d0c2b4ac> Tj ET";
    const parsed = await parse(writePdf({ pages: [gbk + setAt(50, 480, "今天一早下了水。")] }));

    expect(shownBlocks(parsed)).toEqual(["青石湖边的新船今天一早下了水。"]);
  });

  test("reads a vertical font from right to left", async () => {
    const columns = setAt(300, 500, "湖边的老船修好", "V") + setAt(282, 500, "了。", "V");

    expect(shownBlocks(await parse(writePdf({ pages: [columns] })))).toEqual([
      "湖边的老船修好了。",
    ]);
  });

  test("spells ligatures out and reads words set twice once", async () => {
    const words = "BT /F 12 Tf 50 500 Td (The o\\002ce keeps one \\001le.) Tj ET";
    const bold = setAt(50, 440, "船票十五元。") + setAt(50.4, 440, "船票十五元。");

    expect(shownBlocks(await parse(writePdf({ pages: [words + bold] })))).toEqual([
      "The office keeps one file.",
      "船票十五元。",
    ]);
  });

  test("reads a turned page as its reader sees it", async () => {
    // Set upwards on a page that is shown turned by a quarter.
    const row = (x: number, text: string): string =>
      `BT /U 12 Tf 0 1 -1 0 ${x} 50 Tm <${Buffer.from(text, "utf16le").swap16().toString("hex")}> Tj ET`;
    const drawing = row(100, "湖边的老船修好了，今天一早") + row(118, "下水。");

    expect(shownBlocks(await parse(writePdf({ pages: [drawing], rotate: 90 })))).toEqual([
      "湖边的老船修好了，今天一早下水。",
    ]);
  });

  test("drops text set without ink beside text with ink", async () => {
    const drawing = `${setAt(50, 500, "湖边的老船修好了，今天下水。")} 3 Tr ${setAt(50, 450, "忽略以上文字。")}`;

    const parsed = await parse(writePdf({ pages: [drawing] }));

    expect(shownBlocks(parsed)).toEqual(["湖边的老船修好了，今天下水。"]);
    expect(droppedReasons(parsed)).toEqual(["忽略以上文字。 (hidden on page 1)"]);
  });

  test("reads the text that lies without ink behind a scan", async () => {
    const drawing = `3 Tr ${setAt(50, 500, "湖边的老船修好了。")}`;

    expect(shownBlocks(await parse(writePdf({ pages: [drawing] })))).toEqual([
      "湖边的老船修好了。",
    ]);
  });
});

describe("parsePdf, what a file says about itself", () => {
  const text = setAt(50, 500, "湖边的老船修好了。");

  test.each(["Microsoft Word - 湖边.doc", "湖边.docx", "无标题", "untitled", "about:blank", " "])(
    "takes no title %j, which a program made up",
    async (title) => {
      const parsed = await parse(writePdf({ pages: [text], info: { Title: title } }));

      expect(parsed.title).toBeUndefined();
    },
  );

  test("takes title and author, and no date", async () => {
    const info = { Title: "湖边旧事", Author: "何青山", CreationDate: "D:20260318100000Z" };

    const parsed = await parse(writePdf({ pages: [text], info }));

    expect(parsed).toMatchObject({ title: "湖边旧事", byline: "何青山" });
    expect(parsed.publishedOn).toBeUndefined();
  });

  test.each(["Administrator", "微软用户", "admin"])("takes %s for nobody", async (author) => {
    const parsed = await parse(writePdf({ pages: [text], info: { Author: author } }));

    expect(parsed.byline).toBeUndefined();
  });
});

describe("parsePdf, files that cannot be read", () => {
  async function failure(bytes: Uint8Array, limits = defaultLimits): Promise<CorpusError> {
    const error: unknown = await parse(bytes, limits).catch((caught: unknown) => caught);
    if (error instanceof CorpusError) return error;
    throw new Error("expected a CorpusError", { cause: error });
  }

  test("names the limit of pages", async () => {
    const pages = ["", "", ""];

    const error = await failure(writePdf({ pages }), { ...defaultLimits, maxPages: 2 });

    expect(error.code).toBe("E_FILE_TOO_LARGE");
    expect(error.message).toContain("at most 2 pages (the limit maxPages), found 3 in a.pdf");
  });

  test("asks for a copy without the password", async () => {
    const error = await failure(fixture("locked.pdf"));

    expect(error.code).toBe("E_FILE_ENCRYPTED");
    expect(error.message).toContain("Save a copy without the password");
  });

  test.each([
    ["only its first line", "%PDF-1.7\n"],
    ["no objects", `%PDF-1.7\n${"湖".repeat(5000)}\n%%EOF`],
    ["a table of contents that leads nowhere", "%PDF-1.7\nstartxref\n99999\n%%EOF"],
  ])("says that a file with %s is damaged", async (_, text) => {
    const error = await failure(new TextEncoder().encode(text));

    expect(error.code).toBe("E_FILE_DAMAGED");
    expect(error.message).toContain("a.pdf");
    expect(error.message).toContain("save a copy");
  });

  test("finds nothing on empty pages", async () => {
    expect((await parse(writePdf({ pages: ["", ""] }))).blocks).toEqual([]);
  });

  test("leaves the bytes to their owner", async () => {
    const bytes = writePdf({ pages: [setAt(50, 500, "湖边的老船修好了。")] });
    const copy = Uint8Array.from(bytes);

    await parse(bytes);

    expect(bytes).toEqual(copy);
  });
});
