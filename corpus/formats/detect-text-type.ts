/** Tells what a decoded text is, by its content first and its name second. */

import type { TextType } from "./media-types.ts";

/** Characters of a text's head that are looked at. */
const headLength = 20_000;
/** Kinds of Markdown marks that a text of unknown name must show. */
const convincingMarks = 2;
const htmlExtensions = new Set(["html", "htm", "xhtml"]);

const htmlStart =
  /^\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/iu;
const htmlTag = /<(?:p|div|span|h[1-6]|ul|table|a|br|article|section)\b[^>]*>/iu;
const markdownMarks: readonly RegExp[] = [
  /^---\n(?:[^\n]*\n)*?(?:title|date):/u,
  /^#{1,6} \S/mu,
  /^(?:```|~~~)/mu,
  /^\|?[ :]*-{3,}[ :]*\|/mu,
  /\[[^\]\n]+\]\([^)\s]+\)/u,
  /^>\s\S/mu,
  /\*\*[^\s*][^*\n]*\*\*/u,
];

/**
 * A whole HTML page is HTML whatever its name. Otherwise a known extension decides, as far as the
 * content allows, and a text without one is Markdown only where it shows it twice.
 *
 * @param path name of the document; only its extension counts
 */
export function detectTextType(text: string, path: string): TextType {
  const head = text.slice(0, headLength);
  if (htmlStart.test(head)) return "text/html";
  const extension = /\.([a-z]+)$/iu.exec(path)?.[1]?.toLowerCase();
  if (extension !== undefined && htmlExtensions.has(extension)) {
    return htmlTag.test(head) ? "text/html" : "text/plain";
  }
  if (extension === "md" || extension === "markdown") return "text/markdown";
  if (extension === "csv") return "text/csv";
  if (extension === "tsv") return "text/tab-separated-values";
  if (extension === "txt" || extension === "text") return "text/plain";
  const marks = markdownMarks.filter((mark) => mark.test(head)).length;
  return marks >= convincingMarks ? "text/markdown" : "text/plain";
}
