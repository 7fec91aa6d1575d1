import { describe, expect, test } from "vitest";
import { tellsPost } from "../../../retrieval/answerability/tells-post.ts";

describe("tellsPost", () => {
  test("finds a title right before the name, or what the person is behind it", () => {
    expect(tellsPost("船厂副总经理许文岳说,二期明年投产。", "许文岳")).toBe(true);
    expect(tellsPost("许文岳现任船厂副总经理。", "许文岳")).toBe(true);
    expect(tellsPost("许文岳,男,现任船厂副总经理。", "许文岳")).toBe(true);
  });

  test("finds none where the person only does something", () => {
    expect(tellsPost("许文岳说,二期明年投产。", "许文岳")).toBe(false);
    expect(tellsPost("副总经理罗平和许文岳到场。", "许文岳")).toBe(false);
  });
});
