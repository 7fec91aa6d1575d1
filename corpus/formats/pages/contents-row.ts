/** Recognises a row of a table of contents, which leads to a page and says nothing itself. */

const leader = /(?:[.．·…‥]\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})$/iu;

export function isContentsRow(text: string): boolean {
  return leader.test(text);
}
