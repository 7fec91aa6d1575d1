import { describe, expect, test } from "vitest";
import {
  choosePath,
  offeredFolders,
  type PathAsked,
  type PathsKnown,
  readCaption,
} from "../../../bot/uploads/choose-path.ts";
import { countFolders } from "../../../bot/count-folders.ts";

const day = "2026-11-28";

function chosen(asked: Partial<PathAsked>, known: Partial<PathsKnown> = {}): string {
  const { served = [], taken = new Set<string>(), scope } = known;
  const file = { name: "a.pdf", url: undefined, folder: undefined, ...asked };
  return choosePath(file, { served, taken, scope, day });
}

describe("choosePath", () => {
  test("puts a file where it was said, else by day", () => {
    expect(chosen({ folder: "news" })).toBe("news/a.pdf");
    expect(chosen({ folder: "" })).toBe("a.pdf");
    expect(chosen({})).toBe(`uploads/${day}/a.pdf`);
  });

  test("replaces the one document of the name, and guesses among no two", () => {
    expect(chosen({}, { served: ["x/a.pdf", "x/b.pdf"] })).toBe("x/a.pdf");
    expect(chosen({}, { served: ["x/a.pdf", "y/a.pdf"] })).toBe(`uploads/${day}/a.pdf`);
    expect(chosen({ folder: "news" }, { served: ["x/a.pdf"] })).toBe("news/a.pdf");
    expect(chosen({}, { served: ["pack.zip/a.pdf"] })).toBe(`uploads/${day}/a.pdf`);
  });

  test("gives two files of a card two paths", () => {
    const taken = new Set([`uploads/${day}/a.pdf`, "x/a.pdf"]);
    expect(chosen({}, { taken })).toBe(`uploads/${day}/a (2).pdf`);
    expect(chosen({}, { taken, served: ["x/a.pdf"] })).toBe(`uploads/${day}/a (2).pdf`);
  });

  test("names a page by its address, the same each time", () => {
    const url = "https://example.com/news/a";
    expect(chosen({ name: "a.html", url })).toBe("links/example.com/news/a.html");
    expect(chosen({ name: "a.html", url }, { served: ["x/a.html"] })).toBe(
      "links/example.com/news/a.html",
    );
  });

  test("stays within the folders of an editor", () => {
    const scope = ["desk"];
    expect(chosen({}, { scope })).toBe(`desk/uploads/${day}/a.pdf`);
    expect(chosen({}, { scope, served: ["x/a.pdf"] })).toBe(`desk/uploads/${day}/a.pdf`);
    expect(chosen({}, { scope, served: ["desk/in/a.pdf", "x/a.pdf"] })).toBe("desk/in/a.pdf");
  });
});

describe("readCaption", () => {
  const folders = countFolders(["News/2025/a.txt", "pack.zip/b.txt"]);
  test.each([
    ["news", { kind: "folder", folder: "News" }],
    ["news/2025/", { kind: "folder", folder: "News/2025" }],
    ["new one/", { kind: "folder", folder: "new one" }],
    ["a new one", { kind: "other" }],
    ["pack.zip", { kind: "other" }],
    ["../out/", { kind: "other" }],
    ["/", { kind: "other" }],
  ])("reads %j", (caption, read) => {
    expect(readCaption(caption, folders, undefined)).toEqual(read);
  });

  test("tells an editor which folder is not theirs", () => {
    const read = (caption: string) => readCaption(caption, folders, ["News/2025"]);
    expect(read("news")).toEqual({ kind: "notYours", folder: "News" });
    expect(read("news/2025")).toEqual({ kind: "folder", folder: "News/2025" });
    expect(read("News/2025/may/")).toEqual({ kind: "folder", folder: "News/2025/may" });
  });
});

describe("offeredFolders", () => {
  const served = ["b/1.txt", "a/1.txt", "a/2.txt", "pack.zip/1.txt"];
  test("offers those with most documents first, and new places last; no archives", () => {
    expect(offeredFolders(served, { scope: undefined, day })).toEqual([
      "a",
      "b",
      `uploads/${day}`,
      "",
    ]);
  });

  test("offers an editor nothing outside", () => {
    expect(offeredFolders(served, { scope: ["b"], day })).toEqual(["b", `b/uploads/${day}`]);
  });
});
