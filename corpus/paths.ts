/** What paths of documents mean: relative to the source's root, parted by `/`, in one form of accents. */

/** Whether the document or folder is the other one, or stands in it, however deep. */
export function isAtOrUnder(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}/`);
}

/**
 * As documents have it: without `./` and slashes at its ends. Empty for the root.
 *
 * @param written as a person wrote it
 */
export function toDocumentPath(written: string): string {
  return written
    .trim()
    .replace(/^(?:\.?\/+)+|^\.$/u, "")
    .replace(/\/+$/u, "")
    .normalize("NFC");
}
