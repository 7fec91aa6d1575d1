/** Finds on a page what programs and printers add at its edges: its number, the time of printing. */

import type { Page, PageLine } from "./page.ts";

/** Headers and footers stand in so much of a page's height, above and below. */
const marginShare = 0.2;
const ornament = String.raw`[-–—·•~～|<>《》〈〉\s]*`;
const pageNumber = new RegExp(
  [
    // `3`, `- 3 -`, `3 / 10`, `第 3 页 共 10 页`, `03版`
    String.raw`^${ornament}(?:第\s*)?\d{1,4}\s*[页版]?(?:[\s,，·|]*[/／]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?${ornament}$`,
    String.raw`^第[一二三四五六七八九十百〇]{1,5}[页版]$`,
    String.raw`^(?:page|p\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$`,
    String.raw`^[A-Z]\s?\d{1,3}\s*版?$`,
    String.raw`^${ornament}(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})${ornament}$`,
  ].join("|"),
  "iu",
);
/** More numbers at one edge are a table's. */
const maxNumbersAtEdge = 2;
/** Browsers print when and from where above and below each page. */
const timeOfPrint = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[,，]?\s+\d{1,2}:\d{2}(?:\s?[AP]M)?$/iu;
const address = /^(?:https?|file):\/\/\S+$/iu;

/** The marks, each with the reason why it is no text. */
export function findPageMarks(page: Page): ReadonlyMap<PageLine, string> {
  const found = new Map<PageLine, string>();
  for (const line of findPageNumbers(page)) found.set(line, "page number");
  for (const line of page.lines) {
    if (edgeOf(page, line) === undefined) continue;
    const text = line.text.trim();
    if (timeOfPrint.test(text)) {
      for (const beside of page.lines) {
        if (beside.top < line.bottom && beside.bottom > line.top) {
          found.set(beside, "title above the printed page");
        }
      }
      found.set(line, "time of printing");
    } else if (address.test(text)) found.set(line, "address of the printed page");
  }
  return found;
}

/** Undefined for a line of the page's inner part. */
export function edgeOf(page: Page, { top, bottom }: PageLine): "top" | "bottom" | undefined {
  const middle = (top + bottom) / 2;
  if (middle <= page.height * marginShare) return "top";
  return middle >= page.height * (1 - marginShare) ? "bottom" : undefined;
}

/** Numbers with nothing further out than they. */
function findPageNumbers(page: Page): readonly PageLine[] {
  const firstBottom = page.lines.reduce((least, line) => Math.min(least, line.bottom), Infinity);
  const lastTop = page.lines.reduce((most, line) => Math.max(most, line.top), -Infinity);
  return (["top", "bottom"] as const).flatMap((edge) => {
    const numbers = page.lines.filter(
      (line) =>
        edgeOf(page, line) === edge &&
        (edge === "top" ? line.top < firstBottom : line.bottom > lastTop) &&
        pageNumber.test(line.text.trim()),
    );
    return numbers.length <= maxNumbersAtEdge ? numbers : [];
  });
}
