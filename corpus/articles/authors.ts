/** Reads the persons' names out of a byline. */

import { type Byline, readByline } from "./read-byline.ts";
import { isPersonName } from "./person-name.ts";
import { latinNamesIn } from "./read-latin-byline.ts";

const inBrackets = /[（(【［[〔]([^（()）【】［\][〔〕]+)[）)】］\]〕]/gu;
/** The outlet and the place before the names: `本报东湖讯 记者…`. */
const dateline = /^.{0,40}?[讯訊电電][】）)]?\s*/u;

const soleName = /^\p{Script=Han}{1,2}(?![图圖片照])\p{Script=Han}$/u;
const metadataSeparator = /[、,，;；/／|｜&]|\s+and\s+/u;

/** The persons a byline names, in their order; photographers only where nobody wrote. */
export function authorsOf(byline: string): readonly string[] {
  const candidates = [
    byline,
    ...[...byline.matchAll(inBrackets)].map(([, words = ""]) => words),
    byline.replace(dateline, ""),
  ];
  const read = candidates.flatMap((words) => readByline(words) ?? []);
  const found = read.find((one) => persons(one).length > 0);
  if (found !== undefined) return persons(found);
  // Alone where a writer signs, any word may be a name.
  return read.length > 0 && soleName.test(byline) ? (read[0]?.writers ?? []) : [];
}

/**
 * The persons in a line that a file or page names its author by, which needs no `记者` to be one:
 * `周敏、吴涛`, `Jane Doe`.
 */
export function authorsOfMetadata(line: string): readonly string[] {
  const authors = authorsOf(line);
  if (authors.length > 0) return authors;
  const latin = latinNamesIn(line);
  if (latin.length > 0) return latin;
  const names = line.split(metadataSeparator).map((name) => name.trim());
  return [...new Set(names)].filter((name) => isPersonName(name) || latinNamesIn(name).length > 0);
}

/** Whether the byline begins with a person, as those of commentaries do, not with a house. */
export function beginsWithName(byline: string): boolean {
  const [writer] = readByline(byline)?.writers ?? [];
  const words = byline.replace(/[（()）\s]/gu, "");
  return writer !== undefined && words.startsWith(writer) && isPersonName(writer);
}

function persons({ writers, photographers, hasRole }: Byline): readonly string[] {
  const names = writers.length > 0 ? writers : photographers;
  return hasRole ? names : names.filter((name) => isPersonName(name));
}
