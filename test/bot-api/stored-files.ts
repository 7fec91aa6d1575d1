/** Files that people and the bot have sent; a file may be declared large without holding bytes. */

import type { World } from "./world.ts";

export interface StoredFile {
  readonly fileId: string;
  readonly path: string;
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  /** Undefined for a file of which only the size is told; it is served as zeros. */
  readonly bytes: Uint8Array | undefined;
}

interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes?: Uint8Array;
  /** Without `bytes`. */
  readonly sizeBytes?: number;
}

export function keepFile(
  world: World,
  { name, mimeType, bytes, sizeBytes }: GivenFile,
): StoredFile {
  const number = world.nextNumber();
  const stored: StoredFile = {
    name,
    mimeType,
    bytes,
    sizeBytes: bytes?.byteLength ?? sizeBytes ?? 0,
    fileId: `fake-file-${number}`,
    path: `documents/file_${number}${/\.\w+$/u.exec(name)?.[0] ?? ""}`,
  };
  world.files.set(stored.fileId, stored);
  return stored;
}

/** How messages name the file. */
export function fileFields({ fileId, sizeBytes }: StoredFile): {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size: number;
} {
  return { file_id: fileId, file_unique_id: `unique-${fileId}`, file_size: sizeBytes };
}
