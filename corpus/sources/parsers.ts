/** Which parser reads which format; a new format is a new line here. */

import type { MediaType } from "../detect-media-type.ts";
import { parseHtml } from "./parse-html.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { parseText } from "./parse-text.ts";
import type { ParsedDocument } from "./parsed-document.ts";

/** From decoded text to blocks. */
export const parsers: Readonly<Record<MediaType, (text: string) => ParsedDocument>> = {
  "text/plain": parseText,
  "text/markdown": parseMarkdown,
  "text/html": parseHtml,
};
