/** Reads the lines of a PDF page, upright, turned and vertical ones each as a page of its own. */

import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Page } from "../pages/page.ts";
import { toPageLines } from "./page-lines.ts";
import { readPieces } from "./text-pieces.ts";
import { splitVerticalTitles } from "./vertical-titles.ts";
import { type LaidPage, layPieces, quarter } from "./writing-direction.ts";

/** From this share of signs without meaning on, the text is not what the page shows. */
const maxUnreadable = 0.3;

export interface PdfPage {
  /** One for each direction of writing, the commonest first; none without readable text. */
  readonly pages: readonly Page[];
  /** Text that is no part of what the page says, each kind with its reason. */
  readonly dropped: readonly { readonly text: string; readonly reason: string }[];
}

export async function readPdfPage(page: PDFPageProxy): Promise<PdfPage> {
  const pieces = await readPieces(page);
  const shown = pieces.filter(({ isHidden }) => !isHidden);
  const { width, height } = page.getViewport({ scale: 1 });
  const laid = isReadable(textOf(shown)) ? layPieces(shown, { width, height }) : [];
  const [main] = laid;
  const level = laid.filter((ofDirection) => ofDirection === main || !isSlanted(ofDirection));
  const pages = putTitlesBack(
    level.map((ofDirection) => ({
      number: page.pageNumber,
      width: ofDirection.width,
      height: ofDirection.height,
      lines: toPageLines(ofDirection.pieces),
      isLevel: ofDirection.turn === 0,
      isVertical: ofDirection.pieces.every(({ isVertical }) => isVertical),
    })),
  );
  const dropped = [
    { text: textOf(pieces.filter(({ isHidden }) => isHidden)), reason: "hidden" },
    {
      text: textOf(laid.filter((it) => !level.includes(it)).flatMap((it) => it.pieces)),
      reason: "slanted",
    },
  ];
  return { pages, dropped: dropped.filter(({ text }) => text !== "") };
}

/** As stamps and watermarks are, which lie across the text. */
function isSlanted({ turn }: LaidPage): boolean {
  return turn % quarter !== 0;
}

interface DirectedPage extends Page {
  readonly isLevel: boolean;
  readonly isVertical: boolean;
}

/** Where most text is level, vertical titles stand on its page. */
function putTitlesBack([main, ...others]: readonly DirectedPage[]): readonly Page[] {
  if (main === undefined) return [];
  const vertical = main.isLevel ? others.find(({ isVertical }) => isVertical) : undefined;
  if (vertical === undefined) return [main, ...others];
  const { titles, rest } = splitVerticalTitles(vertical.lines, main.width);
  const isLeft = (other: Page): boolean => other !== vertical || rest.length > 0;
  return [
    { ...main, lines: [...main.lines, ...titles] },
    ...others
      .filter(isLeft)
      .map((other) => (other === vertical ? { ...other, lines: rest } : other)),
  ];
}

function textOf(pieces: readonly { readonly text: string }[]): string {
  return pieces.map(({ text }) => text).join("");
}

function isReadable(text: string): boolean {
  const unreadable = text.match(/[\p{Co}\p{Cc}\p{Cn}\ufffd]/gu)?.length ?? 0;
  return text !== "" && unreadable <= maxUnreadable * text.length;
}
