/** Shows parsed blocks as short lines, so that a test's expectation reads like the page. */

import type { ParsedDocument } from "../../../../corpus/formats/parsed-document.ts";

const kindMarks = {
  paragraph: "",
  heading: "#",
  "list-item": "* ",
  "table-row": "| ",
  code: "` ",
  caption: "[caption] ",
  byline: "[byline] ",
  dateline: "[dateline] ",
} as const;

/** `# title`, `## subtitle`, plain paragraphs, other kinds named in brackets. */
export function shownBlocks({ text, blocks }: ParsedDocument): readonly string[] {
  return blocks.map((block) => {
    const words = block.spans.map(({ start, end }) => text.slice(start, end)).join("⏐");
    const mark = block.kind === "heading" ? `${"#".repeat(block.level)} ` : kindMarks[block.kind];
    return mark + words;
  });
}

/** The same with the number of the page before each. */
export function shownPages(parsed: ParsedDocument): readonly string[] {
  return shownBlocks(parsed).map((shown, index) => {
    const place = parsed.blocks[index]?.place;
    return `${place?.kind === "page" ? place.page : "?"}: ${shown}`;
  });
}

export function droppedReasons({ dropped }: ParsedDocument): readonly string[] {
  return dropped.map(({ text, reason }) => `${text} (${reason})`);
}
