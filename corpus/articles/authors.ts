/** Reads the persons' names out of a byline. */

import { type Byline, readByline } from "./read-byline.ts";
import { isPersonName } from "./person-name.ts";

const inBrackets = /[（(【［[〔]([^（()）【】［\][〔〕]+)[）)】］\]〕]/gu;
/** The outlet and the place before the names: `本报东湖讯 记者…`. */
const dateline = /^.{0,40}?[讯訊电電][】）)]?\s*/u;

/** The persons a byline names, in their order; photographers only where nobody wrote. */
export function authorsOf(byline: string): readonly string[] {
  const candidates = [
    byline,
    ...[...byline.matchAll(inBrackets)].map(([, words = ""]) => words),
    byline.replace(dateline, ""),
  ];
  const read = candidates.flatMap((words) => readByline(words) ?? []);
  const found = read.find((one) => persons(one).length > 0);
  return found === undefined ? [] : persons(found);
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
