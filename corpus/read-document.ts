/** Makes a document out of a file's bytes: the one way through the corpus layer. */

import { findArticles } from "./articles/find-articles.ts";
import type { Document } from "./document.ts";
import { CorpusError } from "./errors.ts";
import { binaryFormat } from "./formats/binary-format.ts";
import { detectTextType } from "./formats/detect-text-type.ts";
import { readableFormats } from "./formats/media-types.ts";
import type { ParsedDocument } from "./formats/parsed-document.ts";
import { binaryParsers, type ParseOptions, textParsers } from "./formats/parsers.ts";
import { documentId, sha256 } from "./ids.ts";
import { type CorpusLimits, defaultLimits } from "./limits.ts";
import { siftBlocks } from "./noise/sift-blocks.ts";
import { tooLarge } from "./sources/too-large.ts";
import { decodeText } from "./text/decode-text.ts";

export interface ReadDocumentOptions {
  /** Identifies the document; its extension helps to tell the format. */
  readonly path: string;
  /** Title known from outside the bytes. */
  readonly title?: string;
  readonly limits?: CorpusLimits;
}

/**
 * 1. check the size, 2. tell the format, decoding what is text, 3. parse into blocks, 4. leave
 * out what belongs to the page around or repeats, 5. find articles and their sentences.
 *
 * @throws {CorpusError} `E_FILE_TOO_LARGE`, `E_FORMAT_UNSUPPORTED`, `E_NOT_TEXT`, `E_FILE_EMPTY`,
 *   `E_FILE_ENCRYPTED`, `E_FILE_DAMAGED`, `E_PART_MISSING`
 */
export async function readDocument(
  bytes: Uint8Array,
  options: ReadDocumentOptions,
): Promise<Document> {
  const { path, limits = defaultLimits } = options;
  if (bytes.length > limits.maxBytes) throw tooLarge(path, bytes.length, limits.maxBytes);

  const { mediaType, parsed: unsifted } = await parseBytes(bytes, { path, limits });
  const parsed = siftBlocks(unsifted);
  const id = documentId(path);
  const { articles, dropped } = findArticles(parsed, {
    documentId: id,
    ...(options.title === undefined ? {} : { title: options.title }),
  });
  if (articles.length === 0) {
    throw new CorpusError(
      "E_FILE_EMPTY",
      `Expected at least one sentence a reader can see, found none in ${path}. ` +
        "Fill the file or remove it.",
    );
  }
  return {
    id,
    path,
    mediaType,
    contentHash: sha256(bytes),
    text: parsed.text,
    articles,
    dropped: [...parsed.dropped, ...dropped].sort((one, other) => one.start - other.start),
  };
}

interface ParsedContent {
  readonly mediaType: string;
  readonly parsed: ParsedDocument;
}

async function parseBytes(bytes: Uint8Array, options: ParseOptions): Promise<ParsedContent> {
  const format = binaryFormat(bytes);
  if (format === undefined) {
    const text = decodeText(bytes);
    const mediaType = detectTextType(text, options.path);
    const parseText = await textParsers[mediaType]();
    return { mediaType, parsed: parseText(text, options) };
  }
  const { mediaType, name, isEncrypted = false } = format;
  if (isEncrypted) {
    throw new CorpusError(
      "E_FILE_ENCRYPTED",
      `Expected a file that opens without a password, found ${name} that needs one: ` +
        `${options.path}. Save it without a password.`,
    );
  }
  if (mediaType === undefined) {
    throw new CorpusError(
      "E_FORMAT_UNSUPPORTED",
      `Expected ${readableFormats}, found ${name} in ${options.path}. ` +
        "Convert it to one of these formats, or leave it out.",
    );
  }
  const parse = await binaryParsers[mediaType]();
  return { mediaType, parsed: await parse(bytes, options) };
}
