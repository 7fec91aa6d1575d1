/** Which parser reads which format; a new format is a new line here. */

import type { CorpusLimits } from "../limits.ts";
import type { BinaryType, TextType } from "./media-types.ts";
import type { ParsedDocument } from "./parsed-document.ts";

/** From decoded text with `\n` line ends to blocks. @throws {CorpusError} of its format */
export type ParseText = (text: string, options: ParseOptions) => ParsedDocument;
/** From a file's bytes to blocks. @throws {CorpusError} of its format */
export type ParseBytes = (bytes: Uint8Array, options: ParseOptions) => Promise<ParsedDocument>;

export interface ParseOptions {
  /** Of the document; error messages name it. */
  readonly path: string;
  readonly limits: CorpusLimits;
}

/** Each parser, with the libraries it needs, is loaded when its format first appears. */
export const textParsers: Readonly<Record<TextType, () => Promise<ParseText>>> = {
  "text/plain": async () => (await import("./plain-text/parse-text.ts")).parseText,
  "text/markdown": async () => (await import("./markdown/parse-markdown.ts")).parseMarkdown,
  "text/html": async () => (await import("./html/parse-html.ts")).parseHtml,
  "text/csv": async () => (await import("./table/parse-csv.ts")).parseCsv,
  "text/tab-separated-values": async () => (await import("./table/parse-csv.ts")).parseCsv,
};

export const binaryParsers: Readonly<Record<BinaryType, () => Promise<ParseBytes>>> = {
  "application/pdf": async () => (await import("./pdf/parse-pdf.ts")).parsePdf,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": async () =>
    (await import("./docx/parse-docx.ts")).parseDocx,
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": async () =>
    (await import("./table/parse-xlsx.ts")).parseXlsx,
  "application/epub+zip": async () => (await import("./epub/parse-epub.ts")).parseEpub,
  "image/png": async () => (await import("./image/parse-image.ts")).parseImage,
  "image/jpeg": async () => (await import("./image/parse-image.ts")).parseImage,
  "image/webp": async () => (await import("./image/parse-image.ts")).parseImage,
  "image/tiff": async () => (await import("./image/parse-image.ts")).parseImage,
};
