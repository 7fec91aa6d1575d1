import { describe, expect, test } from "vitest";
import { equals, isOneOf } from "../../../retrieval/store/filters.ts";

describe("isOneOf", () => {
  test("asks for nothing where there are no values", () => {
    expect(isOneOf("id", [])).toEqual([]);
  });

  test("doubles quotes", () => {
    expect(isOneOf("id", ["it's", "'' OR 1=1"])).toEqual(["id IN ('it''s', ''''' OR 1=1')"]);
    expect(equals("id", "o'")).toBe("id = 'o'''");
  });

  test("splits long lists", () => {
    const values = Array.from({ length: 2500 }, (_, at) => `v${at}`);
    expect(isOneOf("id", values)).toHaveLength(3);
  });
});
