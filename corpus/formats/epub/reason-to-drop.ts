/** Tells which pages of a book are no part of its text. */

import type { BookPage } from "./read-package.ts";

/** By the words that books, old and new, use for them. */
const reasons: Readonly<Record<string, string>> = {
  nav: "table of contents",
  toc: "table of contents",
  landmarks: "table of contents",
  cover: "cover",
  titlepage: "title page",
  "title-page": "title page",
};
/** Of pages whose role is told by their name only: with more text they are something else. */
const maxNamedLength = 300;
const names: readonly { readonly name: RegExp; readonly reason: string }[] = [
  { name: /^(?:cover|封面)/iu, reason: "cover" },
  { name: /^title_?page/iu, reason: "title page" },
  { name: /^(?:toc|nav|contents|目录)\b/iu, reason: "table of contents" },
];
const markedTag = /<(?:body|section|nav|div)\b[^>]*\bepub:type\s*=\s*["']([^"']*)["']/iu;
/** Pages that are marked as a whole are so within their first characters. */
const headLength = 2000;

/**
 * Undefined for pages to be read.
 *
 * @param source of the page
 * @param text what it shows
 */
export function reasonToDrop(
  { part, roles }: BookPage,
  { source, text }: { readonly source: string; readonly text: string },
): string | undefined {
  const start = Math.max(source.search(/<body\b/iu), 0);
  const marks = markedTag.exec(source.slice(start, start + headLength))?.[1]?.split(/\s+/u) ?? [];
  const told = [...roles, ...marks]
    .map((role) => reasons[role])
    .find((reason) => reason !== undefined);
  if (told !== undefined) return told;
  const fileName = part.split("/").at(-1) ?? "";
  return text.length > maxNamedLength
    ? undefined
    : names.find(({ name }) => name.test(fileName))?.reason;
}
