/** Marks at a line's start that say what the line is, in text without markup. */

const headingMark = /^(#{1,6})[ \t\u3000]+/u;
const bullet = /^(?:(?:[-*•●▪◆■□○◇➢►▶]|·(?=\s))\s+|[●◆■★▲▪◇☆]\s*(?=[\p{Script=Han}“《【]))/u;
const number = /^(?:\d{1,3}(?:[.．](?!\d)|[、)）])|[（(]\d{1,2}[)）]|[①-⑳])/u;
const outline =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}[章节编部篇])/u;

export type LineMark =
  | { readonly kind: "heading"; readonly level: number; readonly length: number }
  /** `length` characters, the first the symbol, that are no part of what the item says. */
  | { readonly kind: "bullet"; readonly length: number; readonly symbol: string }
  | { readonly kind: "number" | "outline" };

/** Undefined where the line begins with its words. */
export function lineMark(line: string): LineMark | undefined {
  const marks = headingMark.exec(line);
  if (marks !== null) {
    return { kind: "heading", level: marks[1]?.length ?? 1, length: marks[0].length };
  }
  const bulleted = bullet.exec(line);
  if (bulleted !== null) {
    return { kind: "bullet", length: bulleted[0].length, symbol: line.charAt(0) };
  }
  if (number.test(line)) return { kind: "number" };
  return outline.test(line) ? { kind: "outline" } : undefined;
}
