/** The objects of a fake store: whole or not there, as S3 promises. */

import { createHash } from "node:crypto";

export interface StoredObject {
  readonly body: Buffer;
  readonly tag: string;
  readonly modifiedAt: Date;
}

export interface Bucket {
  get(key: string): StoredObject | undefined;
  /** Undefined where the key is taken and must not be. */
  put(key: string, body: Buffer, onlyIfNew: boolean): StoredObject | undefined;
  delete(key: string): void;
  /** In the order of their bytes, as S3 lists them. */
  keys(prefix: string): readonly string[];
}

export function createBucket(): Bucket {
  const objects = new Map<string, StoredObject>();
  return {
    get: (key) => objects.get(key),
    put(key, body, onlyIfNew) {
      if (onlyIfNew && objects.has(key)) return undefined;
      const tag = `"${createHash("md5").update(body).digest("hex")}"`;
      const stored = { body, tag, modifiedAt: new Date() };
      objects.set(key, stored);
      return stored;
    },
    delete: (key) => void objects.delete(key),
    keys(prefix) {
      const found = [...objects.keys()].filter((key) => key.startsWith(prefix));
      return found.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
    },
  };
}
