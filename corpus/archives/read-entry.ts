/** Inflates one entry of an archive, counting what comes out. */

import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import { CorpusError } from "../errors.ts";
import type { ArchiveBudget } from "./archive-budget.ts";

const inflate = promisify(inflateRaw);

const stored = 0;
const deflated = 8;
/** @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT §4.4.5 */
const methodNames: Readonly<Record<number, string>> = {
  9: "Deflate64",
  12: "bzip2",
  14: "LZMA",
  93: "Zstandard",
  95: "XZ",
  98: "PPMd",
};

export interface ReadEntryOptions {
  readonly zip: ZipFile;
  /** All of the archive. */
  readonly archive: Buffer;
  readonly entry: Entry;
  /** To name the entry by in errors. */
  readonly path: string;
  readonly budget: Pick<ArchiveBudget, "remainingBytes" | "countBytes">;
}

/**
 * The entry's bytes, whose checksum is right.
 *
 * @throws {CorpusError} `E_FILE_TOO_LARGE`, `E_FILE_DAMAGED`, `E_FORMAT_UNSUPPORTED`
 */
export async function readEntry(options: ReadEntryOptions): Promise<Uint8Array> {
  const { entry, path, budget } = options;
  const method = entry.compressionMethod;
  if (method !== stored && method !== deflated) {
    throw new CorpusError(
      "E_FORMAT_UNSUPPORTED",
      `Expected files packed by Deflate, found ${methodNames[method] ?? `method ${method}`} in ` +
        `${path}. Pack it again as an ordinary zip archive.`,
    );
  }
  const packed = await packedBytes(options);
  const bytes = method === stored ? packed : await inflateWithin(packed, path, budget);
  budget.countBytes(bytes.length);
  if (crc32(bytes) !== entry.crc32) throw damaged(path, "other content than its checksum tells");
  return bytes;
}

async function packedBytes({ zip, archive, entry, path }: ReadEntryOptions): Promise<Buffer> {
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    return archive.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  } catch (error) {
    throw damaged(path, "no file where the archive's directory says", error);
  }
}

async function inflateWithin(
  packed: Buffer,
  path: string,
  budget: Pick<ArchiveBudget, "remainingBytes" | "countBytes">,
): Promise<Buffer> {
  // One byte more than allowed is enough to know.
  const maxOutputLength = Math.floor(budget.remainingBytes()) + 1;
  try {
    return await inflate(packed, { maxOutputLength });
  } catch (error) {
    const isTooLong =
      error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    if (isTooLong) budget.countBytes(maxOutputLength);
    throw damaged(path, "packed bytes that break off or contradict themselves", error);
  }
}

function damaged(path: string, found: string, cause?: unknown): CorpusError {
  return new CorpusError(
    "E_FILE_DAMAGED",
    `Expected a whole file at ${path}, found ${found}. Pack or download the archive again.`,
    { cause },
  );
}
