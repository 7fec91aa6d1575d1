/** Tells which names of archive entries are paths inside the archive. */

/** Longer paths are no names but an attack. */
const maxPathLength = 1000;

/** Where an entry stands in its archive. */
export type EntryPath =
  | { readonly kind: "file"; readonly path: string }
  /** A folder, a hidden file or the shadow that macOS adds to a file. */
  | { readonly kind: "leftOut" }
  /** It would lead out of the archive; `path` is a harmless form of the name, to report it by. */
  | { readonly kind: "refused"; readonly path: string };

/** Backslashes separate folders, as in archives made by older Windows programs. */
export function entryPath(
  name: string,
  options: { readonly withHidden?: boolean } = {},
): EntryPath {
  const segments = name
    .replaceAll("\\", "/")
    .split("/")
    .filter((segment, at) => segment !== "." && (segment !== "" || at === 0));
  const isEmpty = segments.every((segment) => segment === "");
  const isAbsolute = segments[0] === "" || /^[a-z]:/iu.test(name);
  const isTrick =
    isEmpty ||
    isAbsolute ||
    segments.includes("..") ||
    /\p{Cc}/u.test(name) ||
    name.length > maxPathLength;
  if (isTrick) return { kind: "refused", path: harmless(segments) };
  const isFolder = /[\\/]$/u.test(name);
  const isHidden =
    segments[0] === "__MACOSX" || segments.some((segment) => segment.startsWith("."));
  if (isFolder || (isHidden && options.withHidden !== true)) return { kind: "leftOut" };
  // One form of accented names on every system, so that ids agree.
  return { kind: "file", path: segments.join("/").normalize("NFC") };
}

function harmless(segments: readonly string[]): string {
  const shown = segments
    .filter((segment) => segment !== "")
    .map((segment) => (segment === ".." ? "_" : segment.replace(/[\p{Cc}:]/gu, "_")))
    .join("/")
    .slice(0, maxPathLength)
    .normalize("NFC");
  return shown === "" ? "_" : shown;
}
