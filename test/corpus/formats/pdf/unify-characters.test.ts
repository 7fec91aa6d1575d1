import { describe, expect, test } from "vitest";
import { unifyCharacters } from "../../../../corpus/formats/pdf/unify-characters.ts";

describe("unifyCharacters", () => {
  test("writes radicals as the characters that people type", () => {
    expect(unifyCharacters("⻘⽯⽔⾯上的⽼⻋，⻓⼤的⻢和⻦")).toBe(
      "青石水面上的老车，长大的马和鸟",
    );
  });

  test("writes marks of vertical writing as level ones", () => {
    expect(unifyCharacters("北山︐︽茶事︾︒")).toBe("北山，《茶事》。");
  });

  test("leaves everything else as it is", () => {
    const text = "“青石”，ﬁ Ａ① 100㎡";

    expect(unifyCharacters(text)).toBe(text);
  });
});
