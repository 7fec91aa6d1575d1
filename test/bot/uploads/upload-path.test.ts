import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freePath, readFolder, safeName } from "../../../bot/uploads/upload-path.ts";

describe("safeName", () => {
  test.each([
    ["report.pdf", "report.pdf"],
    ["年报 2025（终稿）.pdf", "年报 2025（终稿）.pdf"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\li\\年报.docx", "年报.docx"],
    ["..", "document"],
    ["", "document"],
    [".hidden", "hidden"],
    ["  spaced   name .txt ", "spaced name.txt"],
    ["line\nbreak\u0000.txt", "linebreak.txt"],
    ["gpj.\u202etxt.exe", "gpj.txt.exe"],
    ['a<b>:"|?*.txt', "a_b______.txt"],
    ["CON.txt", "_CON.txt"],
    ["console.txt", "console.txt"],
    ["cafe\u0301.txt", "caf\u00e9.txt"],
  ])("makes %j to %j", (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  test("keeps the ending of a name that is too long", () => {
    const safe = safeName(`${"长".repeat(300)}.pdf`);
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(180);
    expect(safe).toMatch(/^长+\.pdf$/u);
  });

  test("of any name is one visible part of a path, and safe to name again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
        const safe = safeName(name);
        expect(safe).not.toMatch(/[/\\\p{Cc}]|^\.|^\s*$/u);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
        expect(safe.normalize("NFC")).toBe(safe);
        expect(safeName(safe)).toBe(safe);
      }),
    );
  });
});

describe("readFolder", () => {
  test.each([
    ["news", "news"],
    ["/news/2025/", "news/2025"],
    ["./新闻//本地", "新闻/本地"],
    ["a\\b", "a/b"],
    ["/", ""],
  ])("reads %j as %j", (written, folder) => {
    expect(readFolder(written)).toBe(folder);
  });

  test.each([
    "../x",
    "a/../b",
    ".git",
    "a/.git",
    "pack.zip",
    "pack.zip/inside",
    "a/b/c/d/e/f/g/h/i",
  ])("takes no %j", (written) => {
    expect(readFolder(written)).toBe(undefined);
  });
});

describe("freePath", () => {
  test("counts on where a path is taken, before the ending", () => {
    const taken = new Set(["a/b.tar.gz", "a/b.tar (2).gz", "c"]);
    const free = (path: string) => freePath(path, (one) => taken.has(one));
    expect(free("a/b.tar.gz")).toBe("a/b.tar (3).gz");
    expect(free("c")).toBe("c (2)");
    expect(free("d")).toBe("d");
  });
});
