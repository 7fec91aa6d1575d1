/** Draws pages that hold no text and has what they show recognised. */

import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { DroppedText } from "../../document.ts";
import { CorpusError } from "../../errors.ts";
import type { RecognisedPage } from "../image/recognise-page.ts";
import type { Page } from "../pages/page.ts";
import type { ParseOptions } from "../parsers.ts";
import { drawPage } from "./draw-page.ts";
import { loadLibrary } from "./load-library.ts";
import { atPage, openPdf } from "./open-pdf.ts";
import { measureParts } from "./page-pictures.ts";

export interface RecognisedPages {
  /** In points, as pages with text are. */
  readonly pages: readonly Page[];
  readonly dropped: readonly DroppedText[];
}

/** A page with so little text that it may be a picture. */
export interface SparsePage {
  /** From 1. */
  readonly number: number;
  readonly letters: number;
}

interface RecogniseOptions extends ParseOptions {
  readonly sparse: readonly SparsePage[];
  /** Whether the file has other pages. */
  readonly isOptional: boolean;
}

/** A scan with a stamp on it covers at least so much of its page. */
const minScanShare = 0.5;
/** And says so many times more than the stamp. */
const minGain = 2;

/**
 * The sparse pages that are pictures of text. Without the package that recognises, those of a file
 * with other pages are only named among the dropped.
 *
 * @throws {CorpusError} `E_PART_MISSING`, `E_FILE_DAMAGED`
 */
export async function recognisePages(
  bytes: Uint8Array,
  { sparse, isOptional, path, limits }: RecogniseOptions,
): Promise<RecognisedPages> {
  if (sparse.length === 0) return { pages: [], dropped: [] };
  const pages: Page[] = [];
  const dropped: DroppedText[] = [];
  const pdf = await openPdf(bytes, { path, hasPictures: true });
  try {
    for (const { number, letters } of sparse) {
      try {
        const recognised = await atPage(pdf, number, path, async (page) =>
          (await isPicture(page, letters > 0)) ? recognise(page, limits.maxPixels) : undefined,
        );
        if (recognised === undefined) continue;
        if (countLetters(recognised.lines) <= minGain * letters) continue;
        pages.push(recognised);
        for (const { text } of recognised.doubtful) {
          const reason = `hardly legible on page ${number}`;
          dropped.push({ text, reason, start: 0, end: 0 });
        }
      } catch (error) {
        if (!isPartMissing(error) || !isOptional) throw error;
        const reason = `a picture: ${error.message}`;
        dropped.push({ text: `page ${number}`, reason, start: 0, end: 0 });
      }
    }
  } finally {
    await pdf.close();
  }
  return { pages, dropped };
}

function isPartMissing(error: unknown): error is CorpusError {
  return error instanceof CorpusError && error.code === "E_PART_MISSING";
}

/** Whether the page may show text that it does not hold, beside text mostly so. */
async function isPicture(page: PDFPageProxy, hasText: boolean): Promise<boolean> {
  const parts = measureParts(await page.getOperatorList(), await loadLibrary());
  const { width, height } = page.getViewport({ scale: 1 });
  return hasText ? parts.pictureArea >= minScanShare * width * height : parts.mayShowText;
}

async function recognise(page: PDFPageProxy, maxPixels: number): Promise<RecognisedPage> {
  const { recognisePage } = await import("../image/recognise-page.ts");
  const { picture, scale } = await drawPage(page, maxPixels);
  const recognised = await recognisePage(picture, page.pageNumber);
  return {
    ...recognised,
    width: recognised.width / scale,
    height: recognised.height / scale,
    lines: recognised.lines.map((line) => ({
      ...line,
      left: line.left / scale,
      top: line.top / scale,
      right: line.right / scale,
      bottom: line.bottom / scale,
      typeSize: line.typeSize / scale,
    })),
  };
}

/** White space is none. */
export function countLetters(lines: readonly { readonly text: string }[]): number {
  return lines.reduce((sum, { text }) => sum + text.replace(/\s/gu, "").length, 0);
}
