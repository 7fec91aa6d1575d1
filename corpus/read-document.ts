/** Makes a document out of a file's bytes: the one way through the corpus layer. */

import { findArticles, type FindArticlesOptions } from "./articles/find-articles.ts";
import type { Document } from "./document.ts";
import { CorpusError } from "./errors.ts";
import { binaryFormat } from "./formats/binary-format.ts";
import { detectTextType } from "./formats/detect-text-type.ts";
import { readableFormats } from "./formats/media-types.ts";
import type { ParsedDocument } from "./formats/parsed-document.ts";
import { binaryParsers, type ParseOptions, textParsers } from "./formats/parsers.ts";
import { documentId, sha256 } from "./ids.ts";
import { type CorpusLimits, defaultLimits } from "./limits.ts";
import { type Reading, readWithoutNoise } from "./noise/read-without-noise.ts";
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
 * out what belongs to the page around or repeats, 5. find articles and their sentences, 6. read
 * plain text anew from 3. without what was left out.
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

  const content = await parseBytes(bytes, { path, limits });
  const id = documentId(path);
  const known = {
    documentId: id,
    ...(options.title === undefined ? {} : { title: options.title }),
  };
  const { articles, dropped } =
    "parsed" in content
      ? readBlocks(content.parsed, known)
      : readWithoutNoise(content.text, (text) => readBlocks(content.parse(text), known));
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
    mediaType: content.mediaType,
    contentHash: sha256(bytes),
    text: "parsed" in content ? content.parsed.text : content.text,
    articles,
    dropped,
  };
}

function readBlocks(parsed: ParsedDocument, known: FindArticlesOptions): Reading {
  const sifted = siftBlocks(parsed);
  const { articles, dropped } = findArticles(sifted, known);
  return {
    articles,
    dropped: [...sifted.dropped, ...dropped].sort((one, other) => one.start - other.start),
  };
}

type Content =
  | { readonly mediaType: string; readonly parsed: ParsedDocument }
  /** Text without markup, whose lines show what they are only beside each other. */
  | {
      readonly mediaType: string;
      readonly text: string;
      readonly parse: (text: string) => ParsedDocument;
    };

async function parseBytes(bytes: Uint8Array, options: ParseOptions): Promise<Content> {
  const format = binaryFormat(bytes);
  if (format === undefined) {
    const text = decodeText(bytes);
    const mediaType = detectTextType(text, options.path);
    const parseText = await textParsers[mediaType]();
    const parse = (source: string): ParsedDocument => parseText(source, options);
    return mediaType === "text/plain"
      ? { mediaType, text, parse }
      : { mediaType, parsed: parse(text) };
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
