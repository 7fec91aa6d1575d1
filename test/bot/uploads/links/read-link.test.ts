import { describe, expect, test } from "vitest";
import { linksAlone, readLink } from "../../../../bot/uploads/links/read-link.ts";

describe("readLink", () => {
  test("reads an address without its fragment, and one that a page leads to", () => {
    expect(readLink("https://example.com/a#b").href).toBe("https://example.com/a");
    expect(readLink("../c", "https://example.com/a/b").href).toBe("https://example.com/c");
  });

  test.each([
    "file:///etc/passwd",
    "ftp://example.com/a",
    "data:text/plain,a",
    "javascript:alert(1)",
    "https://li:secret@example.com/",
    "https://li@example.com/",
    "example.com",
    `https://example.com/${"a".repeat(3_000)}`,
  ])("refuses %s", (text) => {
    expect(() => readLink(text)).toThrow(expect.objectContaining({ code: "E_LINK_REFUSED" }));
  });

  test("never repeats a password in its message", () => {
    expect(() => readLink("https://li:secret@example.com/")).toThrow(/^(?!.*secret)/u);
  });
});

describe("linksAlone", () => {
  test("finds the addresses of a text that holds nothing else, each once", () => {
    expect(
      linksAlone(" https://example.com/a\nhttp://example.com/b https://example.com/a "),
    ).toEqual(["https://example.com/a", "http://example.com/b"]);
  });

  test.each(["", "这篇说了什么？ https://example.com/a", "example.com", "https://", "/reload"])(
    "leaves %j alone",
    (text) => {
      expect(linksAlone(text)).toBe(undefined);
    },
  );
});
