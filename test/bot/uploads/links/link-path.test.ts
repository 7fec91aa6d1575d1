import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkName, linkPath } from "../../../../bot/uploads/links/link-path.ts";
import { readFolder, folderOf } from "../../../../bot/uploads/upload-path.ts";

function pathOf(url: string, ending = ".html"): string {
  return linkPath(url, linkName(url, ending));
}

describe("linkPath", () => {
  test("shows where a page is from", () => {
    expect(pathOf("https://news.example.com/2025/05/bridge")).toBe(
      "links/news.example.com/2025/05/bridge.html",
    );
    expect(pathOf("https://example.com/")).toBe("links/example.com/index.html");
    expect(pathOf("https://example.com/%E5%A4%A7%E6%A1%A5.pdf", ".pdf")).toBe(
      "links/example.com/大桥.pdf",
    );
    expect(pathOf("http://example.com:8080/a.zip/b.txt", ".txt")).toMatch(
      /^links\/example\.com_8080\/a_zip\/b-[0-9a-f]{8}\.txt$/u,
    );
  });

  test("tells addresses apart that differ in their query", () => {
    const [one, other] = ["id=1", "id=2"].map((query) => pathOf(`https://example.com/a?${query}`));
    expect(one).not.toBe(other);
    expect(one).toBe(pathOf("https://example.com/a?id=1"));
  });

  test("of any address leads into a folder that files may be put into", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        const path = pathOf(url);
        expect(readFolder(folderOf(path))).toBe(folderOf(path));
        expect(path.startsWith("links/")).toBe(true);
      }),
    );
  });
});
