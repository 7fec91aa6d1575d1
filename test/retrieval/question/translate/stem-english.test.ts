import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inflectEnglish } from "../../../../retrieval/question/translate/inflect-english.ts";
import { stemEnglish } from "../../../../retrieval/question/translate/stem-english.ts";

describe("stemEnglish", () => {
  test.each([
    ["city", "cities"],
    ["plan", "planned", "planning", "plans"],
    ["write", "wrote", "written", "writing"],
    ["center", "centre", "centres"],
    ["harbor", "harbour"],
    ["organize", "organised"],
    ["bus", "buses"],
    ["child", "children"],
  ])("brings %s and its forms together", (word, ...forms) => {
    expect(forms.map(stemEnglish)).toEqual(forms.map(() => stemEnglish(word)));
  });

  test.each(["news", "species", "building", "spring", "gas"])(
    "keeps %s apart from others",
    (word) => {
      expect(stemEnglish(word)).toBe(word);
    },
  );
});

describe("inflectEnglish", () => {
  test.each([
    ["ferry", "ferries"],
    ["sell", "sold"],
    ["plan", "planned"],
    ["make", "making"],
    ["harbor", "harbours"],
    ["church", "churches"],
  ])("%s may stand as %s", (word, form) => {
    expect(inflectEnglish(word)).toContain(form);
  });

  test("begins with the word itself", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/u), (word) => {
        expect(inflectEnglish(word)[0]).toBe(word);
      }),
    );
  });
});
