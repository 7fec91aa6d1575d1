import { describe, expect, test } from "vitest";
import { addHtml } from "../../../../corpus/formats/html/add-html.ts";
import { createTextBuilder } from "../../../../corpus/formats/text-builder.ts";

describe("addHtml", () => {
  test("adds a fragment whole, lists of links and comments too", () => {
    const builder = createTextBuilder();
    builder.add("paragraph", "湖志");
    addHtml(
      builder,
      '<ul class="comment"><li><a href=1>甲</a><li><a href=2>乙</a></ul><nav>目录</nav>鱼',
    );
    const { text, dropped } = builder.build();

    expect(text).toBe("湖志\n\n甲\n\n乙\n\n鱼");
    expect(dropped).toEqual([{ text: "目录", reason: "<nav>", start: 8, end: 8 }]);
  });
});
