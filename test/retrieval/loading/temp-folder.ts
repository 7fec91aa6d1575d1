/** Folders of documents and stores that are gone when the tests of a file are done. */

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];

/** An empty folder of its own. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "wenju-test-"));
  folders.push(folder);
  return folder;
}

/** Writes the files into the folder; `undefined` removes one. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array | undefined>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true });
    if (content === undefined) await rm(place, { force: true });
    else await writeFile(place, content);
  }
}

afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});
