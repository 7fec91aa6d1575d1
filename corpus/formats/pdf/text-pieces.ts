/** Reads the pieces of text a PDF page is made of, each with where and how it is set. */

import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { createHiddenText } from "./hidden-text.ts";
import { loadLibrary } from "./load-library.ts";
import { isMatrix, multiply } from "./matrix.ts";
import { standUpStacks } from "./stacked-letters.ts";
import { unifyCharacters } from "./unify-characters.ts";

/** A few letters set in one go; coordinates from the page's top left corner, in points. */
export interface TextPiece {
  readonly text: string;
  /** Where the base line begins. */
  readonly x: number;
  readonly y: number;
  /** In which direction the writing runs, in degrees clockwise, 0 from left to right. */
  readonly angle: number;
  /** Along the writing. */
  readonly length: number;
  readonly typeSize: number;
  /** Vertical writing, its letters upright one below another. */
  readonly isVertical: boolean;
  readonly isBold: boolean;
  /** Set without ink. */
  readonly isHidden: boolean;
}

/** Chinese founders name the cut and not the weight: 黑体, 小标宋, 粗宋. */
const boldName = /bold|black|heavy|demi|simhei|heiti|黑体|粗|fz(?:ht|dh|ch|xbs|dbs|cs|zzh)/iu;

/** The pieces in the order in which the file sets them; blanks alone are left out. */
export async function readPieces(page: PDFPageProxy): Promise<readonly TextPiece[]> {
  const { items, styles } = await page.getTextContent();
  const view: unknown = page.getViewport({ scale: 1 }).transform;
  // Only behind its drawing are the names of a page's fonts known.
  const drawing = await page.getOperatorList();
  const isHidden = createHiddenText(drawing, await loadLibrary());
  const isBold = createBoldness(page);
  const pieces = items.flatMap((item): readonly TextPiece[] => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const placed: unknown = item.transform;
    if (!isMatrix(placed) || !isMatrix(view)) return [];
    const [a, b, c, d, x, y] = multiply(view, placed);
    const isVertical = styles[item.fontName]?.vertical ?? false;
    const typeSize = Math.hypot(c, d);
    if (!(typeSize > 0)) return [];
    return [
      {
        text: unifyCharacters(item.str),
        x,
        y,
        angle: Math.round((Math.atan2(b, a) * 180) / Math.PI),
        length: isVertical ? item.height : item.width,
        typeSize,
        isVertical,
        isBold: isBold(item.fontName),
        isHidden: isHidden(item.str),
      },
    ];
  });
  return standUpStacks(pieces);
}

function createBoldness(page: PDFPageProxy): (fontName: string) => boolean {
  const known = new Map<string, boolean>();
  return (fontName) => {
    let isBold = known.get(fontName);
    if (isBold === undefined) {
      isBold = page.commonObjs.has(fontName) && isBoldFont(page.commonObjs.get(fontName));
      known.set(fontName, isBold);
    }
    return isBold;
  };
}

function isBoldFont(font: unknown): boolean {
  if (typeof font !== "object" || font === null) return false;
  if ("bold" in font && font.bold === true) return true;
  if ("black" in font && font.black === true) return true;
  return "name" in font && typeof font.name === "string" && boldName.test(font.name);
}
