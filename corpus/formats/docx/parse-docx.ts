/** Reads Word documents: what the last version of the text says, without its history and menus. */

import mammoth from "mammoth";
import { brokenDocument, type DocumentParts, openParts } from "../../archives/open-parts.ts";
import { addHtml } from "../html/add-html.ts";
import { readProperties } from "../office/read-properties.ts";
import type { ParsedDocument } from "../parsed-document.ts";
import type { ParseBytes } from "../parsers.ts";
import { addTable } from "../table/add-table.ts";
import { createTextBuilder } from "../text-builder.ts";
import { splitTables } from "./split-tables.ts";
import { markTitle, type WordElement } from "./mark-title.ts";
import { wordStyles } from "./word-styles.ts";

/** Of the text itself, pictures and fonts left aside. */
const textParts = /\.(?:xml|rels)$/iu;
/** Marks that lead to a footnote and back; the notes themselves stand at the end. */
const footnoteLinks =
  /<sup><a href="#(?:foot|end)note-[^"]*" id="[^"]*">\[\d+\]<\/a><\/sup>|<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/gu;
const pictures = /<img [^>]*>/gu;
/** A title further down is that of a section. */
const openingBlocks = 5;

/** 1. open the parts, 2. convert to HTML, 3. add text and tables, 4. take what it says of itself. */
export const parseDocx: ParseBytes = async (bytes, { path, limits }) => {
  const parts = await openParts(bytes, { path, limits });
  const html = await convert(parts, path);

  const builder = createTextBuilder();
  for (const part of splitTables(html.replace(footnoteLinks, "").replace(pictures, ""))) {
    if (part.kind === "text") addHtml(builder, part.html);
    else if (part.kind === "contents") builder.drop(part.text, "table of contents");
    else addTable(builder, part.table, { needsProof: !part.hasHeader });
  }
  const built = builder.build();

  const { title, byline } = await readProperties(parts);
  return {
    ...built,
    // What stands over the text is newer than the property, which copies take along.
    ...(title === undefined || hasTitle(built.blocks) ? {} : { title }),
    ...(byline === undefined ? {} : { byline }),
  };
};

/** Inserted words are in, deleted ones, comments, headers and footers are not. */
async function convert(parts: DocumentParts, path: string): Promise<string> {
  const buffer = await parts.pack((name) => textParts.test(name));
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: [...wordStyles],
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
        transformDocument: (document: WordElement) => markTitle(document),
      },
    );
    return value;
  } catch (error) {
    const found = "parts that are missing or broken";
    throw brokenDocument(path, { expected: "a whole Word document", found, cause: error });
  }
}

function hasTitle(blocks: ParsedDocument["blocks"]): boolean {
  return blocks
    .slice(0, openingBlocks)
    .some((block) => block.kind === "heading" && block.level === 1);
}
