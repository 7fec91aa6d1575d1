/** Opens a document that is a zip archive of parts, as Word, Excel and EPUB files are. */

import { CorpusError } from "../errors.ts";
import type { CorpusLimits } from "../limits.ts";
import { openArchive } from "./open-archive.ts";
import { packArchive, type PackedFile } from "./pack-archive.ts";

export interface DocumentParts {
  /** The part's bytes; undefined where there is none of that name. @throws {CorpusError} */
  bytes(name: string): Promise<Uint8Array | undefined>;
  /** Of a part in UTF-8 or marked UTF-16. @throws {CorpusError} */
  text(name: string): Promise<string | undefined>;
  /** A new archive of some parts, for a library that unpacks by itself. @throws {CorpusError} */
  pack(isWanted: (name: string) => boolean): Promise<Buffer>;
}

/**
 * Only parts that are read are inflated, and count against the limits.
 *
 * @throws {CorpusError} `E_FILE_DAMAGED`, `E_FILE_ENCRYPTED`, `E_FILE_TOO_LARGE`
 */
export async function openParts(
  bytes: Uint8Array,
  options: { readonly path: string; readonly limits: CorpusLimits },
): Promise<DocumentParts> {
  const entries = await openArchive(bytes, { ...options, withHidden: true });
  const entryOf = new Map(entries.map((entry) => [entry.name, entry]));

  async function read(name: string): Promise<Uint8Array | undefined> {
    return entryOf.get(name)?.read();
  }

  return {
    bytes: read,
    async text(name) {
      const part = await read(name);
      return part === undefined ? undefined : decode(part);
    },
    async pack(isWanted) {
      const wanted = entries.filter(({ name }) => isWanted(name));
      const files: PackedFile[] = [];
      for (const entry of wanted) files.push({ name: entry.name, bytes: await entry.read() });
      return packArchive(files);
    },
  };
}

function decode(bytes: Uint8Array): string {
  const isLittleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  const encoding = isLittleEndian ? "utf-16le" : isBigEndian ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** A part that every file of the format has is not there, or says nothing of use. */
export function brokenDocument(
  path: string,
  {
    expected,
    found,
    cause,
  }: { readonly expected: string; readonly found: string; readonly cause?: unknown },
): CorpusError {
  return new CorpusError(
    "E_FILE_DAMAGED",
    `Expected ${expected} in ${path}, found ${found}. ` +
      "Open it in the program that made it, save it again, or leave it out.",
    { cause },
  );
}
