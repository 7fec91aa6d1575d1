/** Reads which encoding a page says it has: a hint, since pages are saved anew and keep saying it. */

/** Browsers look no further. */
const headBytes = 1024;
const declaration =
  /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/iu;

/** Its name as `TextDecoder` takes it; undefined where none is declared or it is not known. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, headBytes));
  const found = declaration.exec(head);
  const label = found?.[1] ?? found?.[2];
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    // A name nobody knows declares nothing.
    return undefined;
  }
}
