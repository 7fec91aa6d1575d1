/** Reads the pages of `test/fixtures/pages`, and shows what a parser made of a page, a line a block. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ParsedDocument } from "../../../../corpus/formats/parsed-document.ts";
import { parseHtml } from "../../../../corpus/formats/html/parse-html.ts";
import { decodeText } from "../../../../corpus/text/decode-text.ts";

const pagesFolder = join(import.meta.dirname, "../../../fixtures/pages");

export function parsePageFile(name: string): ParsedDocument {
  return parseHtml(decodeText(readFileSync(join(pagesFolder, name))));
}

/** `paragraph: 湖水很清。` for each block. */
export function shownBlocks({ text, blocks }: ParsedDocument): readonly string[] {
  return blocks.map(
    ({ kind, spans }) =>
      `${kind}: ${spans.map((span) => text.slice(span.start, span.end)).join("")}`,
  );
}

/** `<nav>: 菜单` for each. */
export function shownDropped({ dropped }: ParsedDocument): readonly string[] {
  return dropped.map(({ reason, text }) => `${reason}: ${text}`);
}
