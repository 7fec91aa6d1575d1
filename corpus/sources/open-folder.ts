/** Reads documents from a folder on disk. */

import { type Dirent, type Stats } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { CorpusError } from "../errors.ts";
import { type CorpusLimits, defaultLimits } from "../limits.ts";
import type { DocumentSource, SourceFile } from "../source.ts";
import { goldenFileName } from "./golden-file-name.ts";
import { tooLarge } from "./too-large.ts";

export interface OpenFolderOptions {
  readonly limits?: CorpusLimits;
}

/**
 * The files of a folder and its subfolders, or the one file where `folder` is a file. Hidden files
 * and folders are left out, and so are the golden questions in the folder itself and links to a folder
 * that is listed by itself. What cannot be read (a folder without permission, a link that leaves the
 * folder or leads nowhere, a pipe) stands in the list as a file that cannot be read, so that the
 * report names it.
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
  const linkedFolders: string[] = [];

  function add(path: string, entry: Dirent | Stats): void {
    files.push(
      entry.isFile() ? sourceFile(root, path, limits) : failing(path, notAFile(path, entry)),
    );
  }

  async function addLink(path: string): Promise<void> {
    const target = await followLink(join(root, path), realRoot);
    if (typeof target === "string") files.push(failing(path, badLink(path, target)));
    else if (target.isDirectory()) linkedFolders.push(path);
    else add(path, target);
  }

  async function visit(relative: string): Promise<void> {
    const real = await realpath(join(root, relative));
    if (visited.has(real)) return;
    visited.add(real);
    for (const entry of await readdir(real, { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const path = relative === "" ? entry.name : `${relative}/${entry.name}`;
      if (path === goldenFileName) continue;
      if (entry.isSymbolicLink()) await addLink(path);
      else if (entry.isDirectory()) await visitOrReport(path);
      else add(path, entry);
    }
  }

  async function visitOrReport(path: string): Promise<void> {
    try {
      await visit(path);
    } catch (error) {
      files.push(failing(path, unreadable(path, error)));
    }
  }

  try {
    await visit("");
  } catch (error) {
    throw unreadable(root, error);
  }
  // After all folders themselves, so that a file's path does not hang on the order of the disk.
  for (const path of linkedFolders.sort()) await visitOrReport(path);
  return files;
}

/** What the link leads to, or why it is of no use. */
async function followLink(path: string, realRoot: string): Promise<Stats | "outside" | "nowhere"> {
  try {
    const target = await realpath(path);
    const isInside = target === realRoot || target.startsWith(realRoot + sep);
    return isInside ? await stat(target) : "outside";
  } catch {
    // Gone, or a circle of links.
    return "nowhere";
  }
}

function sourceFile(root: string, path: string, limits: CorpusLimits): SourceFile {
  return {
    // One form of accented names on every system, so that ids agree.
    path: path.normalize("NFC"),
    async read() {
      try {
        const entry = await stat(join(root, path));
        if (!entry.isFile()) throw notAFile(path, entry);
        if (entry.size > limits.maxBytes) throw tooLarge(path, entry.size, limits.maxBytes);
        return await readFile(join(root, path));
      } catch (error) {
        throw error instanceof CorpusError ? error : unreadable(path, error);
      }
    },
  };
}

function failing(path: string, error: CorpusError): SourceFile {
  return { path: path.normalize("NFC"), read: () => Promise.reject(error) };
}

function badLink(path: string, target: "outside" | "nowhere"): CorpusError {
  return new CorpusError(
    "E_FILE_UNREADABLE",
    target === "outside"
      ? `Expected links to stay in the documents folder, found that ${path} leads out of it. ` +
          "Copy what it leads to into the folder, or remove the link."
      : `Expected a link to lead to a file, found that ${path} leads nowhere or in a circle. ` +
          "Mend the link or remove it.",
  );
}

function notAFile(path: string, entry: Dirent | Stats): CorpusError {
  return new CorpusError(
    "E_FILE_UNREADABLE",
    `Expected a file at ${path}, found ${kindOf(entry)}. Move it out of the documents folder.`,
  );
}

function kindOf(entry: Dirent | Stats): string {
  if (entry.isFIFO()) return "a pipe";
  if (entry.isSocket()) return "a socket";
  if (entry.isDirectory()) return "a folder";
  return "a device";
}

function unreadable(path: string, cause: unknown): CorpusError {
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
  return new CorpusError(
    "E_FILE_UNREADABLE",
    path.includes("\ufffd") && reason === "ENOENT"
      ? `Expected a file name in UTF-8, found another encoding in ${path}. Rename the file, for ` +
          "example with convmv."
      : `Expected to read ${path}, found that the system refuses (${reason}). ` +
          "Check that it still exists and that its permissions allow reading.",
    { cause },
  );
}
