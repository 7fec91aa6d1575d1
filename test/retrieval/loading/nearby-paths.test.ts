import { describe, expect, test } from "vitest";
import { nearbyPaths } from "../../../retrieval/loading/nearby-paths.ts";

const files = [
  "county/bridge.txt",
  "county/museum.md",
  "city/2026/museums.md",
  "city/2026/tea.txt",
  "notes.txt",
];

describe("nearbyPaths", () => {
  test("names what is called alike first, wherever it stands", () => {
    expect(nearbyPaths("museum.md", files).slice(0, 2)).toEqual([
      "county/museum.md",
      "city/2026/museums.md",
    ]);
  });

  test("names what stands in the last folder that exists", () => {
    expect(nearbyPaths("city/2026/xxx/yyy", files)).toEqual(
      expect.arrayContaining(["city/2026/museums.md", "city/2026/tea.txt"]),
    );
  });

  test("knows folders, whatever the letter case", () => {
    expect(nearbyPaths("County", files)[0]).toBe("county/");
  });

  test("names five at most, and nothing of an empty folder", () => {
    const many = Array.from({ length: 50 }, (_, at) => `page-${at}.txt`);
    expect(nearbyPaths("page", many)).toHaveLength(5);
    expect(nearbyPaths("page", [])).toEqual([]);
  });
});
