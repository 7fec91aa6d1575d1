import { describe, expect, test } from "vitest";
import { latinNamesIn, readLatinByline } from "../../../corpus/articles/read-latin-byline.ts";

describe("readLatinByline", () => {
  test.each([
    ["By Jane Doe", ["Jane Doe"]],
    ["BY Jane Doe and Mark Chen", ["Jane Doe", "Mark Chen"]],
    ["By Jane Doe, Mark Chen & Ana de Souza", ["Jane Doe", "Mark Chen", "Ana de Souza"]],
    ["Written by J. R. O’Neill, staff writer", ["J. R. O’Neill"]],
    ["By Jane Doe in Qingshi", ["Jane Doe"]],
  ])("reads who wrote: %s", (line, writers) => {
    expect(readLatinByline(line)).toMatchObject({ writers, isOfPicture: false, isCertain: true });
  });

  test.each([
    "Photo by Mark Chen",
    "Photos: Mark Chen",
    "Photograph by Mark Chen / Lakeside Daily",
  ])("reads who took a picture: %s", (line) => {
    expect(readLatinByline(line)).toMatchObject({
      writers: [],
      photographers: ["Mark Chen"],
      isOfPicture: true,
    });
  });

  test.each([
    "By the lake, fish are many",
    "By Monday",
    "Jane Doe",
    "By and large the lake is clear",
    "Photos of the lake",
    "Written by hand",
  ])("leaves %s alone", (line) => {
    expect(readLatinByline(line)).toBeUndefined();
  });
});

describe("latinNamesIn", () => {
  test("needs no role and takes no house for a person", () => {
    expect(latinNamesIn("Jane Doe, Mark Chen")).toEqual(["Jane Doe", "Mark Chen"]);
    expect(latinNamesIn("Lakeside Daily")).toEqual([]);
    expect(latinNamesIn("the lake is clear")).toEqual([]);
  });
});
