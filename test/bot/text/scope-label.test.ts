import { describe, expect, test } from "vitest";
import { scopeLabel, scopeNote } from "../../../bot/text/scope-label.ts";

describe("scopeLabel", () => {
  test("names folders as people write them", () => {
    expect(scopeLabel(["高新区", "财经/2024"], "zh")).toBe("高新区/、财经/2024/");
    expect(scopeLabel(["a", "b"], "en")).toBe("a/, b/");
  });
});

describe("scopeNote", () => {
  test("says where alone was looked, and nothing where that was everywhere", () => {
    expect(scopeNote(["高新区"], "zh")).toBe("（这里只查找 高新区/）");
    expect(scopeNote(["north"], "en")).toBe(" (I look only in north/ here.)");
    expect(scopeNote(undefined, "zh")).toBe("");
  });
});
