/** Draws a PDF page as the picture that a reader sees. */

import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { loadPart } from "../image/load-part.ts";
import type { Picture } from "../image/picture.ts";

/** Scans are made at 200 to 300 dots an inch; small print needs them. */
const dotsPerInch = 300;
const pointsPerInch = 72;
/** A large page is drawn coarser, so that it takes no more memory than this. */
const mostPixels = 40_000_000;

export interface DrawnPage {
  readonly picture: Picture;
  /** Pixels for a point. */
  readonly scale: number;
}

/** @throws {CorpusError} `E_PART_MISSING` */
export async function drawPage(page: PDFPageProxy, maxPixels: number): Promise<DrawnPage> {
  const { createCanvas } = await loadPart("@napi-rs/canvas", () => import("@napi-rs/canvas"));
  const { width: points, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(
    dotsPerInch / pointsPerInch,
    Math.sqrt(Math.min(maxPixels, mostPixels) / (points * height)),
  );
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(
    Math.max(1, Math.floor(viewport.width)),
    Math.max(1, Math.floor(viewport.height)),
  );
  const context = canvas.getContext("2d");
  // The library is typed for browsers; this canvas has what it uses.
  const target = { canvas: null, canvasContext: context as never };
  await page.render({ ...target, viewport }).promise;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const rgba = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { picture: { width: canvas.width, height: canvas.height, rgba }, scale };
}
