import { describe, expect, test } from "vitest";
import { readEnglishAsking } from "../../../retrieval/question/english-asking.ts";

describe("readEnglishAsking", () => {
  test.each([
    ["Why was the dam removed?", "reason", undefined],
    ["When did the museum open?", "date", undefined],
    ["In which year was the bridge built?", "date", undefined],
    ["How much money was invested in the bridge?", "amount", "元"],
    ["How much did the ticket cost?", "amount", "元"],
    ["What percentage of the trees survived?", "amount", "%"],
    ["How long is the bridge?", "amount", undefined],
    ["How high is the tower?", "amount", "米/公里"],
    ["How long did the works take?", "date", undefined],
    ["How large is the square?", "amount", "平方米/亩/公顷"],
    ["How old is the tree?", "amount", "岁"],
    ["How many people live in Qingshi?", "amount", "人"],
    ["Who designed the roof?", "person", undefined],
    ["In which city is the harbour?", "place", undefined],
    ["How is tea picked?", "manner", undefined],
    ["Which company built it?", "other", undefined],
  ])("%s asks for %s, unit %s", (question, type, unit) => {
    const asking = readEnglishAsking(question);
    expect(asking?.type).toBe(type);
    expect(asking?.unit?.unit).toBe(unit);
  });

  test("leaves the unit of what is counted to its measure word", () => {
    expect(readEnglishAsking("How many elevators were added?")).toMatchObject({
      type: "amount",
      counts: true,
      unit: undefined,
    });
  });

  test.each([
    ["How long is the bridge?", "长度"],
    ["What is the length of the bridge?", "长度"],
    ["How far is the village from the city?", "距离"],
    ["What is the total area of the park?", "面积"],
    ["How thin is the foil?", "厚度"],
  ])("%s says by itself that it asks for the %s", (question, attribute) => {
    expect(readEnglishAsking(question)?.attribute).toContain(attribute);
  });

  test("leaves what is asked to the words behind the asking", () => {
    expect(readEnglishAsking("How many lamps does it have?")?.attribute).toEqual([]);
  });

  test("gives nothing where nothing is asked", () => {
    expect(readEnglishAsking("And in Qingshi?")).toBeUndefined();
  });
});
