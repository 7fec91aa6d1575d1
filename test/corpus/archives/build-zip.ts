/** Makes zip archives byte by byte, honest and hostile ones. */

import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  /** Bytes are written as they are, so that a name may stand in any encoding. */
  readonly name: string | Buffer;
  readonly content?: string | Uint8Array;
  readonly isStored?: boolean;
  /** General purpose bits: 1 encrypted, 0x40 strongly, 0x800 name in UTF-8. */
  readonly flags?: number;
  readonly method?: number;
  readonly checksum?: number;
  /** What the headers claim. */
  readonly claimedSize?: number;
  /** Of Unix, with the file type. */
  readonly mode?: number;
  /** Shares the bytes of the entry at this index. */
  readonly overlaps?: number;
}

export function buildZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content ?? "");
    const packed = entry.isStored === true ? content : deflateRawSync(content, { level: 9 });
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(entry.flags ?? 0, 2);
    header.writeUInt16LE(entry.method ?? (entry.isStored === true ? 0 : 8), 4);
    header.writeUInt16LE(0x21, 8);
    header.writeUInt32LE(entry.checksum ?? crc32(content), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(entry.claimedSize ?? content.length, 18);
    header.writeUInt16LE(name.length, 22);
    const start = entry.overlaps === undefined ? offset : (offsets[entry.overlaps] ?? 0);
    offsets.push(start);
    if (entry.overlaps === undefined) {
      const local = Buffer.concat([Buffer.from("PK\x03\x04"), header, name, packed]);
      parts.push(local);
      offset += local.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((entry.mode ?? 0) * 0x10000, 6);
    tail.writeUInt32LE(start, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x03", "latin1"), header, tail, name);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
