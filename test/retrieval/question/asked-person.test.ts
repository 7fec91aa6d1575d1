import { describe, expect, test } from "vitest";
import { askedPerson } from "../../../retrieval/question/asked-person.ts";

describe("askedPerson", () => {
  test("reads whose post is asked for", () => {
    expect(askedPerson("许文岳在青河船厂担任什么职务?")).toBe("许文岳");
    expect(askedPerson("罗建平是青河船厂的什么人?")).toBe("罗建平");
    expect(askedPerson("叶蓁的职务是什么?")).toBe("叶蓁");
    expect(askedPerson("邱远是谁?")).toBe("邱远");
  });

  test("reads none where a post's holder or a relative is asked for", () => {
    expect(askedPerson("青河船厂的厂长是谁?")).toBeUndefined();
    expect(askedPerson("许文岳的父亲是谁?")).toBeUndefined();
    expect(askedPerson("厂长是谁?")).toBeUndefined();
  });

  test("reads none where a thing or a place is asked about", () => {
    expect(askedPerson("上海是什么身份?")).toBeUndefined();
    expect(askedPerson("许文岳何时上任?")).toBeUndefined();
  });
});
