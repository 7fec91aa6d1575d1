/** Reads documents from a folder on disk. */

import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { CorpusError } from "../errors.ts";
import { type CorpusLimits, defaultLimits } from "../limits.ts";
import type { DocumentSource, SourceFile } from "../source.ts";
import { tooLarge } from "./too-large.ts";

export interface OpenFolderOptions {
  readonly limits?: CorpusLimits;
}

/**
 * The files of a folder and its subfolders, or the one file where `folder` is a file. Hidden files
 * and folders and symbolic links that leave the folder are left out. A subfolder that cannot be
 * listed stands in the list as a file that cannot be read, so that the report names it.
 */
export function openFolder(folder: string, options: OpenFolderOptions = {}): DocumentSource {
  const limits = options.limits ?? defaultLimits;
  return {
    async list() {
      const root = resolve(folder);
      const files = (await isFile(root))
        ? [sourceFile(dirname(root), basename(root), limits)]
        : await listFolder(root, limits);
      return files.sort((one, other) => (one.path < other.path ? -1 : 1));
    },
  };
}

async function isFile(root: string): Promise<boolean> {
  try {
    return (await stat(root)).isFile();
  } catch (error) {
    throw new CorpusError(
      "E_FOLDER_MISSING",
      `Expected a folder of documents at ${root}, found nothing that can be opened there. ` +
        "Create the folder and put documents into it, or name another one.",
      { cause: error },
    );
  }
}

async function listFolder(root: string, limits: CorpusLimits): Promise<SourceFile[]> {
  const realRoot = await realpath(root);
  const visited = new Set<string>();
  const files: SourceFile[] = [];

  async function visit(relative: string): Promise<void> {
    const real = await realpath(join(root, relative));
    if (visited.has(real)) return;
    visited.add(real);
    for (const entry of await readdir(real, { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const path = relative === "" ? entry.name : `${relative}/${entry.name}`;
      const found = entry.isSymbolicLink() ? await followLink(join(root, path), realRoot) : entry;
      if (found?.isFile() === true) files.push(sourceFile(root, path, limits));
      if (found?.isDirectory() === true) {
        await visit(path).catch((error: unknown) => {
          files.push({ path, read: () => Promise.reject(unreadable(path, error)) });
        });
      }
    }
  }

  try {
    await visit("");
  } catch (error) {
    throw unreadable(root, error);
  }
  return files;
}

interface FoundEntry {
  isFile(): boolean;
  isDirectory(): boolean;
}

/** What the link leads to; undefined where that is gone or outside the folder. */
async function followLink(path: string, realRoot: string): Promise<FoundEntry | undefined> {
  try {
    const target = await realpath(path);
    const isInside = target === realRoot || target.startsWith(realRoot + sep);
    return isInside ? await stat(target) : undefined;
  } catch {
    // A dangling link is no document.
    return undefined;
  }
}

function sourceFile(root: string, path: string, limits: CorpusLimits): SourceFile {
  return {
    // One form of accented names on every system, so that ids agree.
    path: path.normalize("NFC"),
    async read() {
      try {
        const { size } = await stat(join(root, path));
        if (size > limits.maxBytes) throw tooLarge(path, size, limits.maxBytes);
        return await readFile(join(root, path));
      } catch (error) {
        throw error instanceof CorpusError ? error : unreadable(path, error);
      }
    },
  };
}

function unreadable(path: string, cause: unknown): CorpusError {
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
  return new CorpusError(
    "E_FILE_UNREADABLE",
    `Expected to read ${path}, found that the system refuses (${reason}). ` +
      "Check that it still exists and that its permissions allow reading.",
    { cause },
  );
}
