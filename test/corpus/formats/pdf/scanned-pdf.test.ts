import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parsePdf } from "../../../../corpus/formats/pdf/parse-pdf.ts";
import { defaultLimits } from "../../../../corpus/limits.ts";
import { shownPages } from "../pages/shown-blocks.ts";

describe("parsePdf, scanned pages", () => {
  test("reads text and recognises the page that is a picture, in its columns' order", async () => {
    const path = join(import.meta.dirname, "fixtures", "note-and-scan.pdf");

    const parsed = await parsePdf(readFileSync(path), { path, limits: defaultLimits });

    expect(shownPages(parsed)).toEqual([
      "1: 柳林的新桥下个月通车，老渡口的船也就停了。",
      "2: 柳林渡口每天有四班船，最后一班在傍晚六点。撑船的罗大山今年七十一岁，在这条河上走了五十二年。",
      "2: 下个月一日，新桥通车，渡口就要停了。船票还是两元，和二十年前一样。",
    ]);
  }, 60_000);
});
