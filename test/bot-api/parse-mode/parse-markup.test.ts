import { assert, constantFrom, array, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { ApiRefusal } from "../api-refusal.ts";
import { parseMarkup } from "./parse-markup.ts";

describe("parseMarkup of HTML", () => {
  test("reads tags, nested and aliased, and character references", () => {
    expect(
      parseMarkup(
        '<b>28 <i>days</i></b> &lt;a&gt; &#24180;&#x5047; &nbsp; <a href="https://a.example">[1]</a>' +
          "<blockquote expandable>quote</blockquote>",
        "HTML",
      ),
    ).toMatchObject({
      text: "28 days <a> 年假 &nbsp; [1]quote",
      entities: [
        { type: "italic", offset: 3, length: 4 },
        { type: "bold", offset: 0, length: 7 },
        { type: "text_link", offset: 22, length: 3, url: "https://a.example" },
        { type: "expandable_blockquote", offset: 25, length: 5 },
      ],
    });
  });

  test("leaves no entity for a link to nowhere or an empty tag", () => {
    expect(parseMarkup("<a>x</a><b></b>", "html").entities).toEqual([]);
  });

  test.each([
    ["年<p>", 'Unsupported start tag "p" at byte offset 3'],
    ["a < b", "Unclosed start tag at byte offset 2"],
    ["<b>a", 'Can\'t find end tag corresponding to start tag "b"'],
    ["<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ["a</b>", "Unexpected end tag at byte offset 1"],
    ["<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])("refuses %j", (html, reason) => {
    expect(() => parseMarkup(html, "HTML")).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });
});

describe("parseMarkup of MarkdownV2", () => {
  test("reads marks, escapes, links and quotes", () => {
    const text = "*28 _days_* __u__ ~s~ ||p|| `c.` \\. [1](https://a.example)\n>quote\n>more\nend";
    expect(parseMarkup(text, "MarkdownV2")).toMatchObject({
      text: "28 days u s p c. . 1\nquote\nmore\nend",
      entities: [
        { type: "italic", offset: 3, length: 4 },
        { type: "bold", offset: 0, length: 7 },
        { type: "underline", offset: 8, length: 1 },
        { type: "strikethrough", offset: 10, length: 1 },
        { type: "spoiler", offset: 12, length: 1 },
        { type: "code", offset: 14, length: 2 },
        { type: "text_link", offset: 19, length: 1, url: "https://a.example" },
        { type: "blockquote", offset: 21, length: 10 },
      ],
    });
  });

  test.each([
    ["28 days.", "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ["年 *days", "Can't find end of Bold entity at byte offset 4"],
    ["`days", "Can't find end of Code entity at byte offset 0"],
    ["[days", "Can't find end of TextUrl entity at byte offset 0"],
  ])("refuses %j", (text, reason) => {
    expect(() => parseMarkup(text, "markdownv2")).toThrow(
      `Bad Request: can't parse entities: ${reason}`,
    );
  });
});

describe("parseMarkup of legacy Markdown", () => {
  test("reads its few marks and reserves nothing", () => {
    expect(parseMarkup("*28* days. \\*", "Markdown")).toMatchObject({
      text: "28 days. *",
      entities: [{ type: "bold", offset: 0, length: 2 }],
    });
  });

  test("refuses what is not closed", () => {
    expect(() => parseMarkup("a_b", "Markdown")).toThrow(
      "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 1",
    );
  });
});

describe("parseMarkup", () => {
  test("refuses modes it does not know", () => {
    expect(() => parseMarkup("a", "reST")).toThrow("Bad Request: unsupported parse_mode");
  });

  test("gives entities within the text or refuses, whatever is written", () => {
    const pieces = constantFrom(
      ..."<b> </b> <i> </i> <a href=x> </a> & &lt; * _ __ ~ || ` ``` [ ]( ) > \\ 年 😀 \n a".split(
        " ",
      ),
    );
    const modes = constantFrom("HTML", "Markdown", "MarkdownV2");
    assert(
      property(array(pieces), modes, (parts, mode) => {
        for (const { offset, length, end } of placesOf(parts.join(""), mode)) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThan(0);
          expect(offset + length).toBeLessThanOrEqual(end);
        }
      }),
    );
  });
});

/** Of each entity with the text's end; empty for a refused text. @throws what is no refusal */
function placesOf(
  marked: string,
  mode: string,
): readonly { readonly offset: number; readonly length: number; readonly end: number }[] {
  try {
    const { text, entities } = parseMarkup(marked, mode);
    return entities.map(({ offset, length }) => ({ offset, length, end: text.length }));
  } catch (error) {
    if (error instanceof ApiRefusal) return [];
    throw error;
  }
}
