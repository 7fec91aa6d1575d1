/** Opens a zip archive that may be hostile: nothing leaves it, nothing grows beyond the limits. */

import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { CorpusError } from "../errors.ts";
import type { CorpusLimits } from "../limits.ts";
import { type ArchiveBudget, createArchiveBudget } from "./archive-budget.ts";
import { decodeEntryNames } from "./decode-entry-names.ts";
import { entryPath } from "./entry-path.ts";
import { readEntry } from "./read-entry.ts";

/** Folders, hidden files and the shadows that macOS adds are not counted as files; so many may be. */
const entriesPerFile = 4;
/** The file type bits of a Unix mode, which stands in the upper half of the attributes. */
const fileTypeMask = 0o170000;
const symbolicLink = 0o120000;

export interface ArchiveEntry {
  /** Unique in the archive, with `/`; leads nowhere outside. */
  readonly name: string;
  /**
   * The file's bytes, inflated anew each time.
   *
   * @throws {CorpusError} `E_FILE_TOO_LARGE` where all files read so far pass a limit together; of
   *   this file alone `E_FILE_DAMAGED`, `E_FILE_ENCRYPTED`, `E_FORMAT_UNSUPPORTED`
   */
  read(): Promise<Uint8Array>;
}

export interface OpenArchiveOptions {
  /** Error messages name it. */
  readonly path: string;
  readonly limits: CorpusLimits;
  /** Shared by archives within one another; one of its own by default. */
  readonly budget?: ArchiveBudget;
  /** Whether hidden files are listed too; default false. */
  readonly withHidden?: boolean;
}

/**
 * The files of the archive in its order, without folders, hidden files and `__MACOSX`. A name that
 * leads out of the archive or was taken before, and a symbolic link, stand in the list as files that
 * cannot be read.
 *
 * @throws {CorpusError} `E_FILE_DAMAGED`, `E_FILE_ENCRYPTED` (every file), `E_FILE_TOO_LARGE`
 */
export async function openArchive(
  bytes: Uint8Array,
  options: OpenArchiveOptions,
): Promise<readonly ArchiveEntry[]> {
  const { path, limits } = options;
  const budget =
    options.budget ?? createArchiveBudget({ path, limits, archiveBytes: bytes.length });
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const { zip, entries } = await readDirectory(archive, path, budget, limits);

  const names = createUniqueNames();
  const files: ArchiveEntry[] = [];
  let encrypted = 0;
  for (const [at, name] of decodeEntryNames(entries).entries()) {
    const entry = entries[at];
    const where = entryPath(name, options);
    if (entry === undefined || where.kind === "leftOut") continue;
    budget.countFiles(1);
    const isTaken = names.has(where.path);
    const shown = names.add(where.path);
    const full = `${path}/${shown}`;
    if (entry.isEncrypted()) encrypted += 1;
    const refusal =
      where.kind === "refused"
        ? refused("E_FILE_DAMAGED", full, `the name ${JSON.stringify(name)}, which leads out of it`)
        : isTaken
          ? refused("E_FILE_DAMAGED", full, "a second file of that name")
          : refusalOf(entry, full);
    files.push(
      refusal === undefined
        ? { name: shown, read: countOnce({ zip, archive, entry, path: full, budget }) }
        : { name: shown, read: () => Promise.reject(refusal) },
    );
  }
  if (encrypted > 0 && encrypted === files.length) throw encryptedFile(path);
  return files;
}

interface Directory {
  readonly zip: ZipFile;
  readonly entries: readonly Entry[];
}

async function readDirectory(
  archive: Buffer,
  path: string,
  budget: ArchiveBudget,
  limits: CorpusLimits,
): Promise<Directory> {
  try {
    // Names are decoded and sizes checked by us: one bad entry shall not fail the others.
    const zip = await fromBufferPromise(archive, {
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: false,
    });
    if (zip.entryCount > limits.maxArchiveFiles * entriesPerFile) budget.countFiles(zip.entryCount);
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    return { zip, entries };
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    if (error instanceof Error && error.message.includes("encryption")) {
      throw encryptedFile(path, error);
    }
    const reason = error instanceof Error ? error.message : "unknown reason";
    throw new CorpusError(
      "E_FILE_DAMAGED",
      `Expected a whole zip archive at ${path}, found one that cannot be opened (${reason}). ` +
        "Pack or download it again.",
      { cause: error },
    );
  }
}

/** Reading the same entry again is not holding it twice. */
function countOnce(options: Parameters<typeof readEntry>[0]): () => Promise<Uint8Array> {
  let counted = 0;
  return () =>
    readEntry({
      ...options,
      budget: {
        remainingBytes: () => options.budget.remainingBytes() + counted,
        countBytes(bytes) {
          options.budget.countBytes(bytes - counted);
          counted = bytes;
        },
      },
    });
}

function refusalOf(entry: Entry, path: string): CorpusError | undefined {
  if (entry.isEncrypted()) return encryptedFile(path);
  const isLink = ((entry.externalFileAttributes >>> 16) & fileTypeMask) === symbolicLink;
  return isLink ? refused("E_FORMAT_UNSUPPORTED", path, "a symbolic link") : undefined;
}

function refused(code: CorpusError["code"], path: string, found: string): CorpusError {
  return new CorpusError(
    code,
    `Expected a file inside the archive at ${path}, found ${found}. ` +
      "Pack the archive again, each file under a name of its own.",
  );
}

function encryptedFile(path: string, cause?: unknown): CorpusError {
  return new CorpusError(
    "E_FILE_ENCRYPTED",
    `Expected content that opens without a password, found ${path} encrypted. ` +
      "Pack it again without a password.",
    { cause },
  );
}

interface UniqueNames {
  has(name: string): boolean;
  /** The name itself, or with a number behind it where it is taken. */
  add(name: string): string;
}

function createUniqueNames(): UniqueNames {
  const taken = new Set<string>();
  const copies = new Map<string, number>();
  return {
    has: (name) => taken.has(name),
    add(name) {
      let number = copies.get(name) ?? 1;
      let free = name;
      while (taken.has(free)) {
        number += 1;
        free = `${name} (${number})`;
      }
      copies.set(name, number);
      taken.add(free);
      return free;
    },
  };
}
