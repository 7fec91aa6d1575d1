/** Finds what a scan leaves between two pages: the number of the page, and its running header. */

import { endsComplete } from "../text/ends-complete.ts";

/** `— 23 —`, `· 23 ·`, `第 3 页 共 9 页`: surely a page's number, where a bare one is not. */
const pageNumber =
  /^(?:[-—–―·•~]{1,3}\s?\d{1,4}\s?[-—–―·•~]{1,3}|第\s?\d{1,4}\s?页(?:\s?[,，/／]?\s?共\s?\d{1,4}\s?页)?|Page \d{1,4} of \d{1,4})$/iu;
const maxHeaderLength = 40;

/**
 * Indices of the page numbers, and of every copy but the first of a line that stands beside one
 * on several pages.
 */
export function pageBreaks(lines: readonly string[]): readonly number[] {
  const numbers = [...lines.keys()].filter((index) => pageNumber.test(lines[index] ?? ""));
  if (numbers.length === 0) return [];
  const beside = numbers.flatMap((index) => [index - 1, index + 1]).filter(isHeaderAt(lines));
  const headers = new Set(beside.map((index) => contentOf(lines[index] ?? "")));
  const seen = new Set<string>();
  const copies = [...lines.keys()].filter((index) => {
    const content = contentOf(lines[index] ?? "");
    if (!headers.has(content)) return false;
    const isCopy = seen.has(content);
    seen.add(content);
    return isCopy;
  });
  return [...numbers, ...copies];
}

function isHeaderAt(lines: readonly string[]): (index: number) => boolean {
  return (index) => {
    const line = lines[index] ?? "";
    return line !== "" && line.length <= maxHeaderLength && !endsComplete(line);
  };
}

/** Without white space. */
function contentOf(line: string): string {
  return line.replace(/\s+/gu, "");
}
