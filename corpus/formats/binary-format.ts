/** Names well-known binary formats by their first bytes. */

import type { BinaryType } from "./media-types.ts";

export interface BinaryFormat {
  /** With its article: `a PNG image`. */
  readonly name: string;
  /** Only of formats that can be read. */
  readonly mediaType?: BinaryType;
  /** Whether a password is needed before the format shows. */
  readonly isEncrypted?: boolean;
}

interface Signature extends BinaryFormat {
  /** Latin-1 characters, one a byte. */
  readonly bytes: string;
  readonly offset?: number;
}

const oldOffice = "an old Microsoft Office document";

/** @see https://en.wikipedia.org/wiki/List_of_file_signatures */
const signatures: readonly Signature[] = [
  { name: "a PDF document", mediaType: "application/pdf", bytes: "%PDF-" },
  { name: oldOffice, bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { name: "an RTF document", bytes: "{\\rtf" },
  { name: "a PostScript document", bytes: "%!PS" },
  { name: "a PNG image", mediaType: "image/png", bytes: "\x89PNG\r\n\x1a\n" },
  { name: "a JPEG image", mediaType: "image/jpeg", bytes: "\xff\xd8\xff" },
  { name: "a GIF image", bytes: "GIF8" },
  { name: "a TIFF image", mediaType: "image/tiff", bytes: "II*\0" },
  { name: "a TIFF image", mediaType: "image/tiff", bytes: "MM\0*" },
  { name: "a WebP image", mediaType: "image/webp", bytes: "WEBP", offset: 8 },
  { name: "an ISO media file", bytes: "ftyp", offset: 4 },
  { name: "a gzip archive", bytes: "\x1f\x8b\x08" },
  { name: "a 7-Zip archive", bytes: "7z\xbc\xaf\x27\x1c" },
  { name: "a RAR archive", bytes: "Rar!\x1a\x07" },
  { name: "a Zstandard archive", bytes: "\x28\xb5\x2f\xfd" },
  { name: "an XZ archive", bytes: "\xfd7zXZ\0" },
  { name: "a tar archive", bytes: "ustar", offset: 257 },
  { name: "an SQLite database", bytes: "SQLite format 3\0" },
  { name: "a program", bytes: "\x7fELF" },
  { name: "an audio file", bytes: "ID3" },
  { name: "an audio file", bytes: "OggS" },
  { name: "an audio file", bytes: "fLaC" },
];

/** The names of its entries tell what a zip archive carries. */
const zipContents: readonly (BinaryFormat & { readonly entry: string })[] = [
  {
    entry: "mimetypeapplication/epub+zip",
    name: "an EPUB book",
    mediaType: "application/epub+zip",
  },
  { entry: "mimetypeapplication/vnd.oasis.opendocument", name: "an OpenDocument file" },
  // Repacked by hand, a book's type is no longer readable, and need not come first.
  { entry: "META-INF/container.xml", name: "an EPUB book", mediaType: "application/epub+zip" },
  {
    entry: "word/document",
    name: "a Word document (docx)",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  {
    entry: "xl/workbook",
    name: "an Excel workbook (xlsx)",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  { entry: "ppt/presentation", name: "a PowerPoint presentation (pptx)" },
];
/** The list of all entries ends an archive; pictures may stand before the first telling one. */
const zipEdgeBytes = 65_536;

/** Office files with a password are old Office files that hold this entry, named in UTF-16. */
const encryptedEntry = [..."EncryptedPackage"].join("\0");

/** Undefined where no signature fits. */
export function binaryFormat(bytes: Uint8Array): BinaryFormat | undefined {
  if (!startsWith(bytes, "PK\x03\x04", 0)) {
    const format = signatures.find(({ bytes: expected, offset = 0 }) =>
      startsWith(bytes, expected, offset),
    );
    if (format?.name !== oldOffice) return format;
    const isEncrypted = new TextDecoder("latin1").decode(bytes).includes(encryptedEntry);
    return isEncrypted ? { name: "a Word or Excel file", isEncrypted } : format;
  }
  const edges = [bytes.subarray(0, zipEdgeBytes), bytes.subarray(-zipEdgeBytes)];
  const names = edges.map((edge) => new TextDecoder("latin1").decode(edge)).join("\n");
  return zipContents.find(({ entry }) => names.includes(entry)) ?? { name: "a zip archive" };
}

function startsWith(bytes: Uint8Array, expected: string, offset: number): boolean {
  for (let index = 0; index < expected.length; index += 1) {
    if (bytes[offset + index] !== expected.charCodeAt(index)) return false;
  }
  return true;
}
