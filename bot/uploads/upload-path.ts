/** Names of files and folders as people send them, made safe to stand in the documents folder. */

/** Of one name, in UTF-8 bytes; file systems take 255. */
const maxNameBytes = 180;
const maxFolderDepth = 8;
/** What Windows keeps for itself, whatever the ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;

/**
 * The last part of the name, without what could lead elsewhere, hide it, or confuse a reader: path
 * separators, control and direction characters, points and blanks at its edges.
 *
 * @param fallback for a name of which nothing is left
 */
export function safeName(name: string, fallback = "document"): string {
  const last = name.normalize("NFC").split(/[/\\]/u).at(-1) ?? "";
  const cleaned = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu, "")
    .replace(/[<>:"|?*]/gu, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[.\s]+|[.\s]+$/gu, "");
  const [, stem = "", ending = ""] = /^(.*?)(\.[A-Za-z\d]{1,10})?$/u.exec(cleaned) ?? [];
  const kept = clipBytes(stem, maxNameBytes - ending.length).trimEnd();
  const safe = `${kept === "" ? fallback : kept}${ending}`;
  return reserved.test(safe) ? `_${safe}` : safe;
}

/**
 * The folder as documents have it, `""` for the root; undefined where it is none that files may be put
 * into: it leads out, is hidden, lies in an archive, or is too deep.
 */
export function readFolder(written: string): string | undefined {
  const parts = written
    .normalize("NFC")
    .trim()
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== ".");
  const isGood = parts.every((part) => part === safeName(part) && !/\.zip$/iu.test(part));
  return isGood && parts.length <= maxFolderDepth ? parts.join("/") : undefined;
}

/** `name`, or `name (2)` and so on where it is taken. */
export function freePath(path: string, isTaken: (path: string) => boolean): string {
  const [, stem = path, ending = ""] = /^(.*?)(\.[A-Za-z\d]{1,10})?$/su.exec(path) ?? [];
  let free = path;
  for (let n = 2; isTaken(free); n += 1) free = `${stem} (${n})${ending}`;
  return free;
}

export function joinPath(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

export function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function clipBytes(text: string, maxBytes: number): string {
  let clipped = "";
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    clipped += character;
  }
  return clipped;
}
