import { describe, expect, test } from "vitest";
import { OperationsError } from "../../../bot/errors.ts";
import { kindSentence } from "../../../bot/text/kind-sentence.ts";
import { languageOf } from "../../../bot/text/language.ts";
import { RetrievalError } from "../../../retrieval/errors.ts";

describe("kindSentence", () => {
  test("says in each language what a known code means", () => {
    const error = new RetrievalError("E_LOAD_RUNNING", "process 12 at /srv/data");

    expect(kindSentence(error, "zh")).toBe("正在载入文档，请等它完成。");
    expect(kindSentence(error, "en")).toMatch(/already/u);
  });

  test.each([
    new Error("/srv/secret"),
    "text",
    new OperationsError("E_OPERATIONS_BROKEN", "/srv/secret"),
  ])("never repeats the message of %s", (error) => {
    expect(kindSentence(error, "en")).toBe(
      "Something went wrong and I could not finish. Please try again later.",
    );
  });
});

describe("languageOf", () => {
  test.each([
    ["何时开馆？", "zh"],
    ["When did 南昌 open?", "zh"],
    ["When did it open?", "en"],
    ["2024?", "zh"],
  ])("tells the language of %s", (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
