/**
 * Packs checked files into a plain zip archive, for libraries that unpack by themselves: they then
 * see exactly what was checked, and nothing that a hostile archive shows to some readers only.
 */

import { crc32 } from "node:zlib";

export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const utf8Flag = 0x800;
const version = 20;
/** 1 January 1980, the first day that a zip archive knows. */
const firstDay = 0x21;

/**
 * An archive that stores the files as they are.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT §4.3
 */
export function packArchive(files: readonly PackedFile[]): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const rawName = Buffer.from(name, "utf8");
    const common = commonHeader(bytes, rawName);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, rawName]);
    // Comment, disk and attributes are empty; the place of the local header follows.
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02"), twoBytes(version), common, tail, rawName);
    parts.push(local, bytes);
    offset += local.length + bytes.length;
  }
  const directoryLength = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directoryLength, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** What the local header and the directory say alike. */
function commonHeader(bytes: Uint8Array, rawName: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(version, 0);
  header.writeUInt16LE(utf8Flag, 2);
  header.writeUInt16LE(firstDay, 8);
  header.writeUInt32LE(crc32(bytes), 10);
  header.writeUInt32LE(bytes.length, 14);
  header.writeUInt32LE(bytes.length, 18);
  header.writeUInt16LE(rawName.length, 22);
  return header;
}

function twoBytes(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
