import { describe, expect, test } from "vitest";
import { loadPart } from "../../../../corpus/formats/image/load-part.ts";

describe("loadPart", () => {
  test("hands over what loads", async () => {
    expect(await loadPart("part", () => Promise.resolve(7))).toBe(7);
  });

  test("says which package is missing and how to get it", async () => {
    const name = "no-such-package-anywhere";
    const loading = loadPart(name, () => import(name));

    await expect(loading).rejects.toMatchObject({
      code: "E_PART_MISSING",
      message: expect.stringMatching(/no-such-package-anywhere.*npm install --include=optional/u),
    });
  });
});
