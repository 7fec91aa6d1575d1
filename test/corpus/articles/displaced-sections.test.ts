import { describe, expect, test } from "vitest";
import { displacedSections } from "../../../corpus/articles/displaced-sections.ts";

const opening = { text: "湖水清了，鱼也多了。", section: "水" };
const closing = { text: "东湖人正迈步走上新征程。", section: "水" };
const behind = { text: "今年东湖种树三万棵。", section: "树" };

describe("displacedSections", () => {
  test("finds the sections behind a closing paragraph, in their order", () => {
    const fish = { text: "湖里的鱼多了。", section: "鱼" };

    expect(displacedSections([opening, closing, behind, fish])).toEqual(["树", "鱼"]);
  });

  test.each([
    ["that end as sections do", [opening, behind]],
    ["of which the last looks ahead", [opening, behind, { ...closing, section: "树" }]],
    ["below a lead that looks ahead", [{ text: closing.text }, opening, behind]],
    [
      "behind a long paragraph",
      [{ ...closing, text: `${"湖水清了，".repeat(12)}${closing.text}` }, behind],
    ],
    ["where there is one", [opening, closing]],
  ])("lets sections stand %s", (_, paragraphs) => {
    expect(displacedSections(paragraphs)).toEqual([]);
  });

  test("needs no sections", () => {
    expect(displacedSections([{ text: closing.text }, { text: opening.text }])).toEqual([]);
    expect(displacedSections([])).toEqual([]);
  });
});
