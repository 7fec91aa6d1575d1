/** Reads `multipart/form-data`: grammY writes headers that stricter readers refuse. */

export interface FormPart {
  readonly name: string;
  /** Undefined for a plain value. */
  readonly fileName: string | undefined;
  readonly mimeType: string | undefined;
  readonly bytes: Buffer;
}

/** @returns the parts in the order of the body; those without a name are left out */
export function readMultipart(body: Buffer, boundary: string): readonly FormPart[] {
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: FormPart[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const from = start + delimiter.length;
    const next = body.indexOf(delimiter, from);
    if (next < 0) break;
    // Between the line end behind one delimiter and the one before the next.
    const part = readPart(body.subarray(from + 2, next - 2));
    if (part !== undefined) parts.push(part);
    start = next;
  }
  return parts;
}

function readPart(part: Buffer): FormPart | undefined {
  const headerEnd = part.indexOf("\r\n\r\n");
  const header = part.subarray(0, headerEnd).toString("utf8");
  const name = /[; ]name="([^"]*)"/iu.exec(header)?.[1];
  if (headerEnd < 0 || name === undefined) return undefined;
  return {
    name,
    fileName: /filename="?([^"\r\n;]*)"?/iu.exec(header)?.[1],
    mimeType: /^content-type: ?(.+)$/imu.exec(header)?.[1]?.trim(),
    bytes: part.subarray(headerEnd + 4),
  };
}
