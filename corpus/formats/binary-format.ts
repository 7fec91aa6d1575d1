/** Names well-known binary formats by their first bytes. */

interface Signature {
  readonly name: string;
  /** Latin-1 characters, one a byte. */
  readonly bytes: string;
  readonly offset?: number;
}

/** @see https://en.wikipedia.org/wiki/List_of_file_signatures */
const signatures: readonly Signature[] = [
  { name: "a PDF document", bytes: "%PDF-" },
  { name: "an old Microsoft Office document", bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { name: "an RTF document", bytes: "{\\rtf" },
  { name: "a PostScript document", bytes: "%!PS" },
  { name: "a PNG image", bytes: "\x89PNG\r\n\x1a\n" },
  { name: "a JPEG image", bytes: "\xff\xd8\xff" },
  { name: "a GIF image", bytes: "GIF8" },
  { name: "a TIFF image", bytes: "II*\0" },
  { name: "a TIFF image", bytes: "MM\0*" },
  { name: "a WebP image", bytes: "WEBP", offset: 8 },
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

/** The names of the first entries of a zip archive tell what it carries. */
const zipContents: readonly (readonly [entry: string, name: string])[] = [
  ["mimetypeapplication/epub+zip", "an EPUB book"],
  ["mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"],
  ["word/", "a Word document (docx)"],
  ["xl/", "an Excel workbook (xlsx)"],
  ["ppt/", "a PowerPoint presentation (pptx)"],
];
const zipHeadBytes = 8192;

/** The format's name with its article, `a PNG image`; undefined where no signature fits. */
export function binaryFormat(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, "PK\x03\x04", 0)) {
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, zipHeadBytes));
    return zipContents.find(([entry]) => head.includes(entry))?.[1] ?? "a zip archive";
  }
  return signatures.find((signature) => startsWith(bytes, signature.bytes, signature.offset ?? 0))
    ?.name;
}

function startsWith(bytes: Uint8Array, expected: string, offset: number): boolean {
  for (let index = 0; index < expected.length; index += 1) {
    if (bytes[offset + index] !== expected.charCodeAt(index)) return false;
  }
  return true;
}
