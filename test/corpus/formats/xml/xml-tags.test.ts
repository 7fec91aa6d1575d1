import { describe, expect, test } from "vitest";
import { xmlAttribute, xmlTags } from "../../../../corpus/formats/xml/xml-tags.ts";

function brief(source: string): readonly string[] {
  return [...xmlTags(source)].map(({ name, kind, text }) => `${kind} ${name}: ${text}`);
}

describe("xmlTags", () => {
  test("gives tags without namespace, with the text behind them", () => {
    expect(brief('<?xml version="1.0"?><x:a>湖<b/>水</x:a >')).toEqual([
      "empty : ",
      "open a: 湖",
      "empty b: 水",
      "close a: ",
    ]);
  });

  test("reads characters by name and number, and leaves unknown names", () => {
    expect(brief("<a>&lt;&#28246;&#x6C34;&amp;amp; &nbsp; &#x110000;</a>")[0]).toBe(
      "open a: <湖水&amp; &nbsp; ",
    );
  });

  test("skips comments and keeps plain text", () => {
    expect(brief("<!DOCTYPE a><a><!-- <b> -->湖<![CDATA[<水>]]></a>").slice(1, 4)).toEqual([
      "open a: ",
      "empty : 湖",
      "empty : <水>",
    ]);
  });

  test.each(["<a", "<a><!-- b", "<a><![CDATA[ b", "a>", ""])("ends where %j is torn", (source) => {
    expect(brief(source).length).toBeLessThan(2);
  });

  test("reads attributes in either quotes, whatever their namespace", () => {
    const [tag] = xmlTags(`<c  r="A1" x:s='2' title="a &quot;b&quot; > c"/>`);

    expect(tag && xmlAttribute(tag, "r")).toBe("A1");
    expect(tag && xmlAttribute(tag, "s")).toBe("2");
    expect(tag && xmlAttribute(tag, "t")).toBeUndefined();
  });
});
