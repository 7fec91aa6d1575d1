/** Names a fetched page by its address, so that a reader sees where it is from. */

import { sha256 } from "../../../corpus/ids.ts";
import { joinPath, safeName } from "../upload-path.ts";

const hashLength = 8;
const maxFolders = 4;

/**
 * `links/<host>/<folders of the address>/<name>`: the same address always gives the same path, and two
 * addresses that differ by more than their fragment never share one.
 *
 * @param name with the ending of what the address gave
 */
export function linkPath(url: string, name: string): string {
  const { host, pathname, search } = new URL(url);
  const parts = pathname.split("/").filter(Boolean).slice(0, -1).map(decode);
  const folders = parts.slice(0, maxFolders).map((part) => withoutZip(safeName(part, "_")));
  const folder = ["links", safeName(host.replace(":", "_")), ...folders].join("/");
  const isTold = search === "" && parts.length <= maxFolders && folders.every(isSame(parts));
  return joinPath(folder, isTold ? name : withHash(name, sha256(url).slice(0, hashLength)));
}

/** The last part of the address; `index` where it ends with a slash. @param ending with its dot */
export function linkName(url: string, ending: string): string {
  const last = decode(new URL(url).pathname.split("/").at(-1) ?? "");
  const name = safeName(last, "index");
  return name.toLowerCase().endsWith(ending) ? name : safeName(`${name}${ending}`);
}

function isSame(parts: readonly string[]): (folder: string, at: number) => boolean {
  return (folder, at) => folder === parts[at];
}

/** Else the loader would look into the folder as into an archive. */
function withoutZip(folder: string): string {
  return folder.replace(/\.zip$/iu, "_zip");
}

function withHash(name: string, hash: string): string {
  const [, stem = name, ending = ""] = /^(.*?)(\.[A-Za-z\d]{1,10})?$/su.exec(name) ?? [];
  return `${stem}-${hash}${ending}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not in UTF-8: it stands as it is written.
    return part;
  }
}
