import { describe, expect, test } from "vitest";
import { titleBeforeDateline } from "../../../corpus/articles/inline-title.ts";

describe("titleBeforeDateline", () => {
  test.each([
    ["▲ 东湖的水清了  本报讯（记者 王小明）3月18日，东湖开渔。", "东湖的水清了"],
    ["东湖的水清了 本报讯 （记者王小明）昨日，东湖开渔。", "东湖的水清了"],
    ["原标题：东湖的水清了 新华社青石5月1日电 1日，东湖开渔。", "东湖的水清了"],
    ["东湖的水清了 鱼也多了中新网青石5月1日电(王小明)1日，东湖开渔。", "东湖的水清了 鱼也多了"],
    ["东湖的水清了东湖的水清了 青石晚报5月1日讯 （记者 王小明）东湖开渔。", "东湖的水清了"],
  ])("finds the title of %s", (paragraph, title) => {
    const found = titleBeforeDateline(paragraph);

    expect(found?.label).toBe(title);
    expect(paragraph.slice(found?.length)).toMatch(/^(?:本报|新华社|中新网|青石晚报)/u);
  });

  test.each([
    "本报讯（记者 王小明）3月18日，东湖开渔。",
    "来源：人民网青石频道 人民网青石5月1日电 1日，东湖开渔。",
    "May 1, 2024 ... 新华社青石5月1日电 1日，东湖开渔。",
    "湖水清了。新华社青石5月1日电 1日，东湖开渔。",
    "东湖开渔引来许多游客，据新华社青石5月1日电 1日，东湖开渔。",
    "市民王先生打来电话向本报讯问东湖何时开渔。",
    "东湖边的老人说 通讯员昨天来过。",
  ])("finds none in %s", (paragraph) => {
    expect(titleBeforeDateline(paragraph)).toBeUndefined();
  });
});
