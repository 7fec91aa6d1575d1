/** Finds the lists of links and the readers' comments that a page shows behind its article. */

import { hasHan } from "../text/characters.ts";
import { endsComplete } from "../text/ends-complete.ts";
import {
  besideComment,
  contact,
  indexLine,
  opensAdvertisement,
  opensComments,
  opensIndex,
  opensLinks,
} from "./furniture-words.ts";

/** So many lines beside comments, `3小时前 回复`, show that the lines between are comments. */
const linesBesideComments = 2;

/** `▶ 东湖十年`, a link of a list. */
const link = /^[▶►•·●○■◆>»-]\s*\S/u;

/**
 * Indices of their lines, with the lines that name them.
 *
 * Behind the last running text a list reaches to the end; above it only marked links belong to it,
 * for the title of the next article may follow.
 *
 * @param last index of the last line of running text
 */
export function listsBehind(lines: readonly string[], last: number): readonly number[] {
  const found: number[] = [];
  let isInLinks = false;
  for (const [index, line] of lines.entries()) {
    if (opensLinks.test(line)) {
      const next = lines[index + 1] ?? "";
      isInLinks = index > last || link.test(next);
    } else isInLinks &&= index > last || link.test(line);
    if (isInLinks) found.push(index);
  }
  return found;
}

/** Indices of what a paper says of its other pages, `导读`, and of advertisements of a line. */
export function paperLists(lines: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1] ?? "";
    const below = lines[index + 1] ?? "";
    const isIndex = found.at(-1) === index - 1 || opensIndex.test(above);
    if (opensIndex.test(line) && indexLine.test(below)) found.push(index);
    else if (isIndex && indexLine.test(line)) found.push(index);
    else if (opensAdvertisement.test(above) && contact.test(line) && !isChineseSentence(line)) {
      found.push(index);
    }
  }
  return found;
}

function isChineseSentence(line: string): boolean {
  return hasHan(line) && endsComplete(line);
}

/** Index of the line from which on there are only readers' comments; the count of lines for none. */
export function commentsStart(lines: readonly string[]): number {
  const start = lines.findIndex((line, index) => index > 0 && opensComments.test(line));
  if (start === -1) return lines.length;
  let beside = 0;
  for (const line of lines.slice(start)) if (besideComment.test(line)) beside += 1;
  return beside >= linesBesideComments ? start : lines.length;
}
