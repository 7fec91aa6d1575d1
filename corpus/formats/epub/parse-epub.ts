/** Reads EPUB books: their pages in reading order, without cover and contents. */

import { brokenDocument, type DocumentParts, openParts } from "../../archives/open-parts.ts";
import { CorpusError } from "../../errors.ts";
import { decodeText } from "../../text/decode-text.ts";
import { visibleText } from "../../text/visible-text.ts";
import { addHtml } from "../html/add-html.ts";
import type { ParseBytes } from "../parsers.ts";
import { createTextBuilder } from "../text-builder.ts";
import { checkEncryption } from "./check-encryption.ts";
import { pageBody } from "./page-body.ts";
import { readPackage } from "./read-package.ts";
import { reasonToDrop } from "./reason-to-drop.ts";

const anyTag = /<[^>]*>/gu;

/** 1. read the book's own list, 2. refuse what is locked or too long, 3. add page after page. */
export const parseEpub: ParseBytes = async (bytes, { path, limits }) => {
  const parts = await openParts(bytes, { path, limits });
  const { pages, ...metadata } = await readPackage(parts, path);

  await checkEncryption(parts, { path, pages });
  if (pages.length > limits.maxPages) {
    throw new CorpusError(
      "E_FILE_TOO_LARGE",
      `Expected at most ${limits.maxPages} pages (the limit maxPages), found ${pages.length} in ` +
        `${path}. Split the book or raise the limit.`,
    );
  }

  const builder = createTextBuilder();
  let found = 0;
  for (const page of pages) {
    const source = await readPage(parts, page.part, path);
    if (source === undefined) {
      builder.drop(page.part, "page missing in the book");
      continue;
    }
    found += 1;
    const body = pageBody(source);
    const text = visibleText(body.replace(anyTag, " "));
    const reason = reasonToDrop(page, { source, text });
    if (reason === undefined) addHtml(builder, body);
    else builder.drop(text, reason);
  }
  if (found === 0) {
    throw brokenDocument(path, { expected: "pages of a book", found: "none of those it lists" });
  }
  return { ...builder.build(), ...metadata };
};

/** Undefined where the book lacks it; empty where it is blank. */
async function readPage(
  parts: DocumentParts,
  part: string,
  path: string,
): Promise<string | undefined> {
  const bytes = await parts.bytes(part);
  if (bytes === undefined) return undefined;
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof CorpusError && error.code === "E_FILE_EMPTY") return "";
    throw brokenDocument(path, { expected: "text", found: `none in ${part}`, cause: error });
  }
}
