/** Uploads in parts: nobody sees anything of them before they are completed. */

import { randomUUID } from "node:crypto";

export interface Uploads {
  begin(): string;
  /** The tag of the part. */
  addPart(upload: string, part: number, body: Buffer): string;
  /** All parts joined; undefined where the upload is unknown. */
  complete(upload: string): Buffer | undefined;
  abort(upload: string): void;
}

export function createUploads(): Uploads {
  const uploads = new Map<string, Map<number, Buffer>>();
  return {
    begin() {
      const upload = randomUUID();
      uploads.set(upload, new Map());
      return upload;
    },
    addPart(upload, part, body) {
      uploads.get(upload)?.set(part, body);
      return `"${upload}-${part}"`;
    },
    complete(upload) {
      const parts = uploads.get(upload);
      uploads.delete(upload);
      if (parts === undefined) return undefined;
      const inOrder = [...parts].sort(([one], [other]) => one - other);
      return Buffer.concat(inOrder.map(([, body]) => body));
    },
    abort: (upload) => void uploads.delete(upload),
  };
}
