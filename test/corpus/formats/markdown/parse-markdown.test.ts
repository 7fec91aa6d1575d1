import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../../../corpus/formats/markdown/parse-markdown.ts";

function blocks(source: string): readonly string[] {
  const { text, blocks: found } = parseMarkdown(source);
  return found.map(
    ({ kind, spans }) =>
      `${kind}: ${spans.map((span) => text.slice(span.start, span.end)).join("")}`,
  );
}

describe("parseMarkdown", () => {
  test("shows the words without their markup", () => {
    expect(
      blocks("湖水**很**清，见[湖志](a.md)第`3`页~~5~~。\n鱼[^1]多。\n\n[^1]: 草鱼。"),
    ).toEqual(["paragraph: 湖水很清，见湖志第3页。鱼多。", "paragraph: 草鱼。"]);
  });

  test("drops what is struck out, not a range of figures", () => {
    const { dropped } = parseMarkdown("~~旧~~湖水20~25度，夜间10~15度。");

    expect(blocks("~~旧~~湖水20~25度，夜间10~15度。")).toEqual([
      "paragraph: 湖水20~25度，夜间10~15度。",
    ]);
    expect(dropped).toMatchObject([{ text: "旧", reason: "deleted" }]);
  });

  test("shows no marks of emphasis that Chinese sets without blanks", () => {
    expect(blocks("湖水**“很清”**，**鱼很多。**树高。`**不**`")).toEqual([
      "paragraph: 湖水“很清”，鱼很多。树高。**不**",
    ]);
  });

  test("keeps headings with their levels", () => {
    expect(parseMarkdown("# 湖\n\n### 水\n\n鱼\n===").blocks).toMatchObject([
      { kind: "heading", level: 1 },
      { kind: "heading", level: 3 },
      { kind: "heading", level: 1 },
    ]);
  });

  test("names the columns in each row of a table", () => {
    expect(blocks("| 鱼 | 斤 |\n|---|---|\n| 草鱼 | 3；4 |\n| | 5 |")).toEqual([
      "table-row: 鱼：草鱼；斤：3；4",
      "table-row: 斤：5",
    ]);
    expect(blocks("| | |\n|---|---|\n| 草鱼 | 多<br>少 |\n| 鲤鱼 | 少 |")).toEqual([
      "table-row: 草鱼 | 多 少",
      "table-row: 鲤鱼 | 少",
    ]);
  });

  test("keeps lists, quotes, code and pictures apart", () => {
    const source =
      "- 湖水\n  - 深处\n- [ ] 鱼\n\n> 树很高。\n\n```js\na();\n\nb();\n```\n\n![湖岸](a.png)";

    expect(blocks(source)).toEqual([
      "list-item: 湖水",
      "list-item: 深处",
      "list-item: 鱼",
      "paragraph: 树很高。",
      "code: a();\n\nb();",
      "caption: 湖岸",
    ]);
  });

  test("ends a line at a hard break", () => {
    expect(blocks("湖水  \n鱼<br>树")).toEqual([
      "paragraph: 湖水",
      "paragraph: 鱼",
      "paragraph: 树",
    ]);
  });

  test("shows the words of HTML within", () => {
    expect(
      blocks('<div align="center">湖水<b>很</b>清。</div>\n\n<!-- 暗 -->\n\n鱼<b>多</b>'),
    ).toEqual(["paragraph: 湖水很清。", "paragraph: 鱼多"]);
  });

  test("reads title and date of the front matter and drops the rest", () => {
    const parsed = parseMarkdown(
      '---\ntitle: "东湖志"\ntags:\n  - 湖\ndate: 2024-05-01T08:00:00Z\n---\n湖水很清。',
    );

    expect(parsed).toMatchObject({
      text: "湖水很清。",
      title: "东湖志",
      publishedOn: {
        value: "2024-05-01",
        kind: "metadata",
        evidence: "date: 2024-05-01T08:00:00Z",
      },
      dropped: [{ reason: "front matter" }],
    });
  });

  test("takes a rule for a rule", () => {
    expect(blocks("---\n\n湖水很清。\n\n---\n\n鱼很多。")).toEqual([
      "paragraph: 湖水很清。",
      "paragraph: 鱼很多。",
    ]);
  });
});
