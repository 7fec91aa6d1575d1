/** The formats that can be read, by the names that MIME gives them. */

export const textTypes = [
  "text/plain",
  "text/markdown",
  "text/html",
  "text/csv",
  "text/tab-separated-values",
] as const;
/** Formats whose bytes are text in some encoding. */
export type TextType = (typeof textTypes)[number];

export const binaryTypes = [
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/epub+zip",
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/tiff",
] as const;
export type BinaryType = (typeof binaryTypes)[number];

/** For error messages. */
export const readableFormats =
  "plain text, Markdown, HTML, CSV, PDF, Word (docx), Excel (xlsx), EPUB or an image";
