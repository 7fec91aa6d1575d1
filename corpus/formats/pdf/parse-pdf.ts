/** Reads a PDF: the text as it lies on its pages, and by recognition the pages that are pictures. */

import type { DroppedText } from "../../document.ts";
import { CorpusError } from "../../errors.ts";
import type { Page } from "../pages/page.ts";
import { parsePages } from "../pages/parse-pages.ts";
import type { ParsedDocument } from "../parsed-document.ts";
import type { ParseBytes, ParseOptions } from "../parsers.ts";
import { atPage, type OpenedPdf, openPdf } from "./open-pdf.ts";
import { readPdfMetadata } from "./pdf-metadata.ts";
import { readPdfPage } from "./read-pdf-page.ts";
import { countLetters, recognisePages, type SparsePage } from "./recognise-pages.ts";

/** Dropped text is kept in the report only up to this many characters. */
const maxDroppedLength = 200;
/** A page with fewer letters may be a scan with a stamp, a number or an archive's footer on it. */
const minLetters = 150;

/**
 * 1. read the text of each page, 2. have pages that are pictures recognised, 3. find columns and
 * paragraphs.
 *
 * @throws {CorpusError} `E_FILE_TOO_LARGE`, `E_FILE_ENCRYPTED`, `E_FILE_DAMAGED`, `E_PART_MISSING`
 */
export const parsePdf: ParseBytes = async (bytes, options) => {
  const pdf = await openPdf(bytes, { path: options.path, hasPictures: false });
  try {
    checkPages(pdf.document.numPages, options);
    const metadata = await readPdfMetadata(pdf.document);
    const read = await readPages(pdf, options);
    const isOptional = read.sparse.length < pdf.document.numPages;
    const recognised = await recognisePages(bytes, { ...options, sparse: read.sparse, isOptional });
    const known = new Set(recognised.pages.map(({ number }) => number));
    const pages = [...read.pages.filter(({ number }) => !known.has(number)), ...recognised.pages];
    const parsed = parsePages(pages.sort((one, other) => one.number - other.number));
    const dropped = [...parsed.dropped, ...read.dropped, ...recognised.dropped];
    return { ...parsed, ...metadata, dropped } satisfies ParsedDocument;
  } finally {
    await pdf.close();
  }
};

function checkPages(count: number, { path, limits }: ParseOptions): void {
  if (count <= limits.maxPages) return;
  throw new CorpusError(
    "E_FILE_TOO_LARGE",
    `Expected at most ${limits.maxPages} pages (the limit maxPages), found ${count} in ${path}. ` +
      "Split the file or raise the limit.",
  );
}

interface ReadPages {
  readonly pages: readonly Page[];
  readonly sparse: readonly SparsePage[];
  readonly dropped: readonly DroppedText[];
}

async function readPages(pdf: OpenedPdf, { path }: ParseOptions): Promise<ReadPages> {
  const pages: Page[] = [];
  const sparse: SparsePage[] = [];
  const dropped: DroppedText[] = [];
  for (let number = 1; number <= pdf.document.numPages; number += 1) {
    const read = await atPage(pdf, number, path, readPdfPage);
    pages.push(...read.pages);
    const letters = countLetters(read.pages.flatMap((page) => page.lines));
    if (letters < minLetters) sparse.push({ number, letters });
    for (const { text, reason } of read.dropped) {
      const excerpt = text.slice(0, maxDroppedLength);
      dropped.push({ text: excerpt, reason: `${reason} on page ${number}`, start: 0, end: 0 });
    }
  }
  return { pages, sparse, dropped };
}
