import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutText } from "../../../corpus/text/cut-text.ts";

describe("cutText", () => {
  test("leaves a stretch out with the white space before it", () => {
    expect(cutText("湖水\n广告\n清了", [{ start: 3, end: 5 }]).text).toBe("湖水\n清了");
  });

  test("tells where a stretch stood, in parts where something was cut out of it", () => {
    const { spansOf } = cutText("湖水\n广告\n清了", [{ start: 3, end: 5 }]);
    expect(spansOf({ start: 0, end: 5 })).toEqual([
      { start: 0, end: 2 },
      { start: 5, end: 8 },
    ]);
    expect(spansOf({ start: 3, end: 5 })).toEqual([{ start: 6, end: 8 }]);
  });

  test("finds each kept character where it stood", () => {
    const marked = fc.array(fc.tuple(fc.constantFrom("湖", "a", " ", "\n"), fc.boolean()));
    fc.assert(
      fc.property(marked, (characters) => {
        const whole = characters.map(([character]) => character).join("");
        const cuts = characters.flatMap(([, isCut], index) =>
          isCut ? [{ start: index, end: index + 1 }] : [],
        );
        const { text, spansOf } = cutText(whole, cuts);
        for (let at = 0; at < text.length; at += 1) {
          const [span] = spansOf({ start: at, end: at + 1 });
          expect(span && whole.slice(span.start, span.end)).toBe(text[at]);
          expect(cuts).not.toContainEqual(span);
        }
      }),
    );
  });
});
