import { describe, expect, test } from "vitest";
import { askedOffice, namesOffice } from "../../../retrieval/question/asked-office.ts";

describe("askedOffice", () => {
  test.each([
    ["青石县检察院检察长是谁？", "检察长"],
    ["青石一中的校长叫什么？", "校长"],
    ["青石一中的校长叫什么名字", "校长"],
    ["谁是青石县县长？", "县长"],
    ["谁担任湖泊研究所的副主任？", "副主任"],
    ["研究所副所长是哪位？", "副所长"],
  ])("in %s is %s", (question, office) => {
    expect(askedOffice(question)).toBe(office);
  });

  test.each([
    "这部电影的导演是谁？",
    "谁发现了这口井？",
    "青石一中的校训是什么？",
    "青石大桥多长？",
    "王明担任什么职务？",
  ])("is none in %s", (question) => {
    expect(askedOffice(question)).toBeUndefined();
  });
});

describe("namesOffice", () => {
  test("does not take a deputy for the office", () => {
    expect(namesOffice("研究所副主任王明介绍", "主任")).toBe(false);
    expect(namesOffice("研究所副主任王明和主任李青介绍", "主任")).toBe(true);
    expect(namesOffice("研究所副主任王明介绍", "副主任")).toBe(true);
  });
});
