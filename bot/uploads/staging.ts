/** Keeps uploaded files on the disk: aside while they wait, and then in their place, whole at any kill. */

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CorpusError } from "../../corpus/errors.ts";
import { tooLarge } from "../../corpus/sources/too-large.ts";
import { UploadError } from "../errors.ts";

export interface StagedFile {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface Staging {
  /** Where a waiting file stands. */
  pathOf(id: string): string;
  /** Where the corpus looks for uploads. */
  readonly documentsFolder: string;
  /**
   * Writes a file aside; when this resolves, it outlives a power cut.
   *
   * @throws {CorpusError} `E_FILE_TOO_LARGE`, `E_FILE_EMPTY`; and what `content` throws
   */
  keep(id: string, content: FileContent, limit: KeepLimit): Promise<StagedFile>;
  /**
   * Moves a waiting file to its path, over what stands there; done already, nothing.
   *
   * @throws {UploadError} `E_UPLOAD_IN_THE_WAY`, `E_UPLOAD_UNKNOWN` where it is nowhere
   */
  place(id: string, path: string, sha256: string): Promise<void>;
  discard(id: string): Promise<void>;
  /** Removes what was begun before the date and belongs to none of the ids. */
  sweep(known: ReadonlySet<string>, before: Date): Promise<void>;
}

export type FileContent = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface KeepLimit {
  /** For the message of the error. */
  readonly name: string;
  readonly maxBytes: number;
}

const content = "content";
const incoming = "incoming";

/** @param folder is made when it is first needed */
export function createStaging(folder: string): Staging {
  const stagedFolder = join(folder, "staged");
  const documentsFolder = join(folder, "documents");
  const folderOf = (id: string): string => join(stagedFolder, id);
  const pathOf = (id: string): string => join(folderOf(id), content);
  return {
    pathOf,
    documentsFolder,
    keep: async (id, bytes, limit) => {
      await mkdir(folderOf(id), { recursive: true });
      const path = join(folderOf(id), incoming);
      const staged = await write(path, bytes, limit).catch(async (error: unknown) => {
        await rm(folderOf(id), { recursive: true, force: true });
        throw error;
      });
      await rename(path, pathOf(id));
      for (const made of [folderOf(id), stagedFolder, folder]) await syncFolder(made);
      return staged;
    },
    place: async (id, path, sha256) => {
      const target = join(documentsFolder, path);
      try {
        const made = await mkdir(dirname(target), { recursive: true });
        await rename(pathOf(id), target);
        await syncFolders(dirname(target), made === undefined ? dirname(target) : dirname(made));
      } catch (error) {
        if (await hasContent(target, sha256)) return;
        throw placeError(path, error);
      }
      await rm(folderOf(id), { recursive: true, force: true });
    },
    discard: (id) => rm(folderOf(id), { recursive: true, force: true }),
    sweep: async (known, before) => {
      for (const id of await namesIn(stagedFolder)) {
        if (known.has(id)) continue;
        const { mtime } = await stat(folderOf(id));
        if (mtime < before) await rm(folderOf(id), { recursive: true, force: true });
      }
    },
  };
}

async function write(
  path: string,
  bytes: FileContent,
  { name, maxBytes }: KeepLimit,
): Promise<StagedFile> {
  const hash = createHash("sha256");
  let size = 0;
  const file = await open(path, "w");
  try {
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(name, size, maxBytes);
      hash.update(chunk);
      await file.write(chunk);
    }
    if (size === 0) throw empty(name);
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes: size, sha256: hash.digest("hex") };
}

/** From the folder up to `top`, which is one of those around it. */
async function syncFolders(from: string, top: string): Promise<void> {
  await syncFolder(from);
  for (let at = from; at !== top && at !== dirname(at); at = dirname(at)) {
    await syncFolder(dirname(at));
  }
}

/** A renamed file outlives a power cut only with the folder that names it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function hasContent(path: string, sha256: string): Promise<boolean> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  } catch {
    // Nothing that can be read stands there: so it is not the file.
    return false;
  }
  return hash.digest("hex") === sha256;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

const inTheWay = new Set(["ENOTDIR", "EEXIST", "EISDIR", "ENOTEMPTY"]);

function placeError(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (inTheWay.has(code)) {
    return new UploadError(
      "E_UPLOAD_IN_THE_WAY",
      `Expected room for a file at ${path}, found a file or folder of that name in the way. ` +
        "Choose another folder.",
      { cause: error },
    );
  }
  if (code !== "ENOENT") return error;
  return new UploadError(
    "E_UPLOAD_UNKNOWN",
    `Expected the file for ${path} to wait among the uploads, found none. Send it again.`,
    { cause: error },
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function empty(name: string): CorpusError {
  return new CorpusError(
    "E_FILE_EMPTY",
    `Expected a file with something in it, found ${name} empty. Fill the file or leave it out.`,
  );
}
