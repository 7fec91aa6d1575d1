/** Makes a document out of a file's bytes: the one way through the corpus layer. */

import { binaryFormat } from "./formats/binary-format.ts";
import { decodeText } from "./text/decode-text.ts";
import { detectMediaType } from "./formats/detect-media-type.ts";
import type { Document } from "./document.ts";
import { CorpusError } from "./errors.ts";
import { findArticles } from "./articles/find-articles.ts";
import { documentId, sha256 } from "./ids.ts";
import { type CorpusLimits, defaultLimits } from "./limits.ts";
import { tooLarge } from "./sources/too-large.ts";
import { parsers } from "./formats/parsers.ts";

export interface ReadDocumentOptions {
  /** Identifies the document; its extension helps to tell the format. */
  readonly path: string;
  /** Title known from outside the bytes. */
  readonly title?: string;
  readonly limits?: CorpusLimits;
}

/**
 * 1. check the size, 2. refuse binary formats, 3. decode, 4. tell the format, 5. parse into blocks,
 * 6. find articles and their sentences.
 *
 * @throws {CorpusError} `E_FILE_TOO_LARGE`, `E_FORMAT_UNSUPPORTED`, `E_NOT_TEXT`, `E_FILE_EMPTY`
 */
export function readDocument(bytes: Uint8Array, options: ReadDocumentOptions): Document {
  const { maxBytes } = options.limits ?? defaultLimits;
  if (bytes.length > maxBytes) throw tooLarge(options.path, bytes.length, maxBytes);

  const format = binaryFormat(bytes);
  if (format !== undefined) {
    throw new CorpusError(
      "E_FORMAT_UNSUPPORTED",
      `Expected plain text, Markdown or HTML, found ${format} in ${options.path}. ` +
        "Convert it to one of these formats, or leave it out.",
    );
  }
  const decoded = decodeText(bytes);
  const mediaType = detectMediaType(decoded, options.path);
  const parsed = parsers[mediaType](decoded);
  const id = documentId(options.path);
  const { articles, dropped } = findArticles(parsed, {
    documentId: id,
    ...(options.title === undefined ? {} : { title: options.title }),
  });
  if (articles.length === 0) {
    throw new CorpusError(
      "E_FILE_EMPTY",
      `Expected at least one sentence a reader can see, found none in ${options.path}. ` +
        "Fill the file or remove it.",
    );
  }
  return {
    id,
    path: options.path,
    mediaType,
    contentHash: sha256(bytes),
    text: parsed.text,
    articles,
    dropped: [...parsed.dropped, ...dropped],
  };
}
