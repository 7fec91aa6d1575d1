/** Which parser reads which format; a new format is a new line here. */

import type { MediaType } from "./detect-media-type.ts";
import { parseHtml } from "./html/parse-html.ts";
import { parseMarkdown } from "./markdown/parse-markdown.ts";
import { parseText } from "./plain-text/parse-text.ts";
import type { ParsedDocument } from "./parsed-document.ts";

/** From decoded text to blocks. */
export const parsers: Readonly<Record<MediaType, (text: string) => ParsedDocument>> = {
  "text/plain": parseText,
  "text/markdown": parseMarkdown,
  "text/html": parseHtml,
};
