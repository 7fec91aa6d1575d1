import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDictionary } from "../../../../retrieval/question/translate/dictionary.ts";
import {
  type DictionaryEntry,
  packDictionary,
} from "../../../../retrieval/question/translate/pack-dictionary.ts";

function entry(
  word: string,
  pinyin: string,
  glosses: readonly string[],
  classifiers: readonly string[] = [],
): DictionaryEntry {
  return { word, pinyin, glosses, classifiers };
}

const words = (found: readonly { readonly word: string }[]) => found.map(({ word }) => word);

describe("createDictionary", () => {
  const dictionary = createDictionary(
    packDictionary([
      entry("电梯", "dian4 ti1", ["elevator; lift (British)"], ["台", "部"]),
      entry("升降机", "sheng1 jiang4 ji1", ["lift; elevator"]),
      entry("冬奥会", "dong1 ao4 hui4", ["Winter Olympics"]),
      entry("冬奥", "dong1 ao4", ["see 冬奧會|冬奥会[dong1 ao4 hui4]"]),
      entry("南昌", "Nan2 chang1", ["Nanchang, capital of Jiangxi"]),
      entry("女", "nu:3", ["female; woman"]),
      entry("卡", "ka3", ["used in 卡車|卡车[ka3 che1]"]),
    ]),
  );

  test("gives the words that mean a phrase, those first that mean it first", () => {
    expect(words(dictionary.translations("elevator"))).toEqual(["电梯", "升降机"]);
    expect(words(dictionary.translations("winter olympic"))).toContain("冬奥会");
    expect(dictionary.translations("escalator")).toEqual([]);
  });

  test("knows a word that is only referred to another", () => {
    expect(words(dictionary.translations("winter olympic"))).toContain("冬奥");
  });

  test("knows a name by what stands before its comma", () => {
    expect(words(dictionary.translations("nanchang"))).toEqual(["南昌"]);
  });

  test("gives characters by syllable, ü in all ways names write it", () => {
    for (const syllable of ["nv", "nu", "nyu"]) {
      expect(dictionary.characters(syllable)).toEqual(["女"]);
    }
  });

  test("gives what counts a word, and what it means", () => {
    expect(dictionary.classifiers("电梯")).toEqual(["台", "部"]);
    expect(words(dictionary.meanings("冬奥会"))).toEqual(["Winter Olympics"]);
    expect(words(dictionary.meanings("升降机"))).toEqual(["lift", "elevator"]);
    expect(words(dictionary.meanings("南昌"))).toEqual(["Nanchang, capital of Jiangxi"]);
  });

  test("finds every word it holds and no other", () => {
    const han = fc.stringMatching(/^[一-鿿]{1,4}$/u);
    fc.assert(
      fc.property(fc.uniqueArray(han, { minLength: 1, maxLength: 40 }), han, (all, other) => {
        const some = createDictionary(
          packDictionary(all.map((word) => entry(word, "a1", [], [word]))),
        );
        for (const word of [...all, other]) {
          expect(some.classifiers(word)).toEqual(all.includes(word) ? [word] : []);
        }
      }),
      { numRuns: 50 },
    );
  });
});
