import { describe, expect, test } from "vitest";
import { brokeItsParser } from "../../../corpus/reading/reading-failures.ts";

describe("brokeItsParser", () => {
  test("blames the file, says how it broke and what to do", () => {
    const cause = new RangeError("Maximum call stack size exceeded");

    expect(brokeItsParser("scan.pdf", cause)).toMatchObject({
      code: "E_FILE_DAMAGED",
      cause,
      message: expect.stringMatching(
        /^Expected .* at scan\.pdf, found .*\(RangeError: Maximum call stack .*\)\. Save it anew/u,
      ),
    });
    expect(brokeItsParser("scan.pdf", "odd").message).toContain("(odd)");
  });
});
