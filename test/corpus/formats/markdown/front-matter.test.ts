import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../../../corpus/formats/markdown/parse-markdown.ts";
import { readFrontMatter } from "../../../../corpus/formats/markdown/front-matter.ts";

function read(yaml: string): ReturnType<typeof readFrontMatter> {
  return readFrontMatter(`---\n${yaml}\n---\n湖水很清。`);
}

describe("readFrontMatter", () => {
  test.each([
    ["title: 东湖志", { title: "东湖志" }],
    ['Title: "东湖：水与鱼" # 旧名湖志', { title: "东湖：水与鱼" }],
    ["title: >\n  东湖\n  志", { title: "东湖 志" }],
    ["title: 1984", { title: "1984" }],
    ["title: [甲, 乙]", { title: "甲" }],
    ["author: 王小明", { byline: "王小明" }],
    ["authors:\n  - 王小明\n  - name: 李红\n    mail: a@b.example", { byline: "王小明、李红" }],
    ["byline: By Jane Doe", { byline: "Jane Doe" }],
    ["author: admin", {}],
    [
      "date: 2024-05-01",
      { publishedOn: { value: "2024-05-01", kind: "metadata", evidence: "date: 2024-05-01" } },
    ],
    [
      "pubDate: 'May 1, 2024'",
      {
        publishedOn: { value: "2024-05-01", kind: "metadata", evidence: "pubDate: 'May 1, 2024'" },
      },
    ],
    [
      "published: 20240501",
      { publishedOn: { value: "2024-05-01", kind: "metadata", evidence: "published: 20240501" } },
    ],
    ["published: true", {}],
    ["updated: 2024-05-01\nlastmod: 2024-05-02", {}],
    ["tags: [湖]\nextra:\n  title: 别的", {}],
    ["a: &a 湖\ntitle: *a", {}],
  ])("reads %s", (yaml, expected) => {
    const { source, isBroken, ...known } = read(yaml);

    expect(known).toEqual(expected);
    expect(isBroken).toBe(false);
    expect(source).toContain(yaml);
  });

  test("reads the lines of what is no YAML", () => {
    expect(read('title: 东湖: 志\ndate: 2024-05-01\nauthor: "李红\n\tx')).toMatchObject({
      isBroken: true,
      title: "东湖: 志",
      publishedOn: { value: "2024-05-01" },
    });
    expect(
      readFrontMatter('+++\ntitle = "东湖志"\ndate = 2024-05-01T08:00:00Z\n+++\n湖。'),
    ).toMatchObject({
      title: "东湖志",
      publishedOn: { value: "2024-05-01" },
    });
  });

  test("does not follow aliases that grow, or depth without end", () => {
    const bomb = [
      "a: &a [x, x, x, x]",
      ...Array.from("bcdefghij", (name, at) => {
        const before = "abcdefghij"[at];
        return `${name}: &${name} [*${before}, *${before}, *${before}, *${before}, *${before}]`;
      }),
    ].join("\n");

    expect(read(`${bomb}\ntitle: 湖`).title).toBe("湖");
    expect(read(`deep: ${"[".repeat(20_000)}\ntitle: 湖`)).toMatchObject({
      isBroken: true,
      title: "湖",
    });
  });

  test("never throws, and shows all that it takes", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              "title: ",
              "date: ",
              "- ",
              "\n",
              "[",
              "{",
              "&a ",
              "*a",
              ": ",
              "'",
              '"',
              "---\n",
            ),
            fc.string({ maxLength: 5 }),
          ),
          { maxLength: 30 },
        ),
        (parts) => {
          const text = `---\ntitle: 湖\n${parts.join("")}\n---\n鱼`;
          const { source } = readFrontMatter(text);

          expect(text.startsWith(source)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("parseMarkdown of front matter", () => {
  test("drops it, broken or not, and keeps the text", () => {
    expect(parseMarkdown("---\ntitle: [湖\n---\n湖水很清。")).toMatchObject({
      text: "湖水很清。",
      dropped: [{ reason: "front matter, not YAML", text: "---\ntitle: [湖\n---" }],
    });
    expect(parseMarkdown("---\nauthor: 王小明\n---\n湖水很清。").byline).toBe("王小明");
  });
});
