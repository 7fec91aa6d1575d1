/** Shows the files inside zip archives as files of their own. */

import { LRUCache } from "lru-cache";
import { type ArchiveBudget, createArchiveBudget } from "../archives/archive-budget.ts";
import { type ArchiveEntry, openArchive } from "../archives/open-archive.ts";
import { CorpusError } from "../errors.ts";
import { type CorpusLimits, defaultLimits } from "../limits.ts";
import type { DocumentSource, SourceFile } from "../source.ts";
import { mayConcern } from "./narrow-source.ts";

/** One a level, so that a file in a nested archive does not push out the archive around it. */
const archivesHeld = 3;

/**
 * The files of the source, with those of an archive `news.zip` in its stead as `news.zip/a/b.txt`;
 * archives within archives are opened too.
 *
 * The list inflates every archive once, to count; a file is inflated again when it is read. An
 * archive that cannot be opened, or passes a limit, stands in the list as one file that cannot be
 * read; a bad file inside a good archive fails alone.
 */
export function openArchives(
  source: DocumentSource,
  limits: CorpusLimits = defaultLimits,
): DocumentSource {
  return {
    async list(near) {
      const reader = createArchiveReader(limits);
      const listed: (readonly SourceFile[])[] = [];
      for (const file of await source.list(near)) {
        if (near !== undefined && !mayConcern(file.path, near)) continue;
        listed.push(isArchive(file.path) ? await listArchive(file, reader, limits) : [file]);
      }
      return listed.flat().sort((one, other) => (one.path < other.path ? -1 : 1));
    },
  };
}

function isArchive(path: string): boolean {
  return /\.zip$/iu.test(path);
}

interface FoundArchive {
  readonly path: string;
  /** From 1, the outermost. */
  readonly depth: number;
  readonly read: () => Promise<Uint8Array>;
}

async function listArchive(
  file: SourceFile,
  reader: ArchiveReader,
  limits: CorpusLimits,
): Promise<readonly SourceFile[]> {
  const { path } = file;
  try {
    const bytes = await file.read();
    const budget = createArchiveBudget({ path, archiveBytes: bytes.length, limits });
    const archive = { path, depth: 1, read: () => file.read() };
    return await listEntries(archive, bytes, { reader, limits, budget });
  } catch (error) {
    return [failing(path, error)];
  }
}

interface ListOptions {
  readonly reader: ArchiveReader;
  readonly limits: CorpusLimits;
  readonly budget: ArchiveBudget;
}

async function listEntries(
  archive: FoundArchive,
  bytes: Uint8Array,
  options: ListOptions,
): Promise<readonly SourceFile[]> {
  const { reader, limits, budget } = options;
  const listed: (readonly SourceFile[])[] = [];
  for (const entry of await openArchive(bytes, { path: archive.path, limits, budget })) {
    const path = `${archive.path}/${entry.name}`;
    const read = (): Promise<Uint8Array> => reader.read(archive, entry.name);
    try {
      const inflated = await entry.read();
      if (!isArchive(entry.name)) listed.push([{ path, read }]);
      else if (archive.depth >= limits.maxArchiveDepth) {
        listed.push([failing(path, tooDeep(path, limits))]);
      } else {
        const nested = { path, depth: archive.depth + 1, read };
        listed.push(await listEntries(nested, inflated, options));
      }
    } catch (error) {
      // What all files hold together is the fault of the whole archive.
      if (error instanceof CorpusError && error.code === "E_FILE_TOO_LARGE") throw error;
      listed.push([failing(path, error)]);
    }
  }
  if (listed.length > 0) return listed.flat();
  throw new CorpusError(
    "E_FILE_EMPTY",
    `Expected at least one file in ${archive.path}, found none. Fill the archive or remove it.`,
  );
}

/** Stands in the list so that the report names it; anything but a fault of the file goes on up. */
function failing(path: string, error: unknown): SourceFile {
  if (!(error instanceof CorpusError)) throw error;
  return { path, read: () => Promise.reject(error) };
}

function tooDeep(path: string, limits: CorpusLimits): CorpusError {
  return new CorpusError(
    "E_FILE_TOO_LARGE",
    `Expected archives within archives at most ${limits.maxArchiveDepth} deep (the limit ` +
      `maxArchiveDepth), found another at ${path}. Unpack it yourself or raise the limit.`,
  );
}

interface ArchiveReader {
  read(archive: FoundArchive, name: string): Promise<Uint8Array>;
}

type Entries = ReadonlyMap<string, ArchiveEntry>;

/** Keeps the archives opened last, so that reading one file after another opens each once. */
function createArchiveReader(limits: CorpusLimits): ArchiveReader {
  const held = new LRUCache<string, Promise<Entries>>({ max: archivesHeld });

  function open(archive: FoundArchive): Promise<Entries> {
    const known = held.get(archive.path);
    if (known !== undefined) return known;
    const opening = openAgain(archive, limits);
    held.set(archive.path, opening);
    return opening;
  }

  return {
    async read(archive, name) {
      const entry = (await open(archive)).get(name);
      if (entry !== undefined) return entry.read();
      throw new CorpusError(
        "E_FILE_UNREADABLE",
        `Expected ${name} in ${archive.path}, found that the archive has changed meanwhile. ` +
          "Load again.",
      );
    },
  };
}

async function openAgain({ path, read }: FoundArchive, limits: CorpusLimits): Promise<Entries> {
  // The list checked the ratio, of archives within archives by the size of the outermost.
  const budget = createArchiveBudget({ path, archiveBytes: Number.POSITIVE_INFINITY, limits });
  const entries = await openArchive(await read(), { path, limits, budget });
  return new Map(entries.map((entry) => [entry.name, entry]));
}
