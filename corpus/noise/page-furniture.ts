/** Recognises lines that belong to a web page or an app around an article, not to the article. */

import { foldTerms } from "../articles/fold-terms.ts";
import { hasHan } from "../text/characters.ts";
import { endsComplete } from "../text/ends-complete.ts";
import {
  furnitureAnywhere,
  furnitureAroundText,
  noticeWords,
  strongWords,
  weakWords,
} from "./furniture-words.ts";
import { commentsStart, listsBehind, paperLists } from "./lists-behind.ts";
import { pageBreaks } from "./page-breaks.ts";
import { recordFields } from "./record-fields.ts";

/** Furniture is short; longer lines say something. */
const maxLength = 60;
const maxLatinLength = 100;
/** Above a page that was read off a telephone's screen. */
const clock = /^\d{1,2}:\d{2}$/u;
/** Shorter lines without a sentence's end are furniture where furniture stands around them. */
const maxNeighbourLength = 30;
/** Links of a menu have so few characters, and stand so many in a row. */
const maxLinkLength = 6;
const linksInAMenu = 4;
/** Share of a line's letters that must be words of the trade. */
const tradeShare = 0.6;
/** A line of so many characters that ends as a sentence does is running text. */
const minRunningLength = 25;
const minLatinRunningLength = 40;
/** A line of so many characters that ends as a sentence does says something. */
const minSayingLength = 12;
/** So many such lines with words of the trade, one in five, show a text about apps and pages. */
const linesThatShowATopic = 3;
const shareThatShowsATopic = 5;
/** A notice is so long, and holds so many words of law. */
const maxNoticeLength = 300;
const wordsOfANotice = 4;

/**
 * Indices of such lines.
 *
 * Known phrases are told anywhere, but only beside running text: without it they are the text.
 * Before and behind the running text, lines made of the trade's words are furniture too, and so are
 * short lines between them, menus, lists of links, comments and notices of rights, unless the text
 * is itself about apps.
 *
 * @param linesAsShown in reading order, as a reader sees them
 */
export function pageFurniture(linesAsShown: readonly string[]): ReadonlySet<number> {
  const lines = linesAsShown.map((line) =>
    line.length <= maxNoticeLength ? foldTerms(line) : line,
  );
  const comments = commentsStart(lines);
  const notices = noticesBehind(lines.slice(0, comments));
  const running = [...lines.keys()].filter(
    (index) => index < comments && !notices.has(index) && isRunning(lines[index] ?? ""),
  );
  if (running.length === 0) return new Set();
  const found = new Set(notices);
  for (let index = comments; index < lines.length; index += 1) found.add(index);
  for (const [index, line] of lines.entries()) {
    if (line.length <= maxLengthOf(line) && furnitureAnywhere.test(line)) found.add(index);
  }
  if (clock.test(lines[0] ?? "")) found.add(0);
  const lists = [...recordFields(lines), ...paperLists(lines), ...pageBreaks(lines)];
  for (const index of lists) found.add(index);
  for (const index of listsBehind(lines, running.at(-1) ?? 0)) found.add(index);
  if (isAboutPages(lines, running)) return found;
  const around = new Set([...found, ...furnitureAround(lines, running, found)]);
  // A page has more text than furniture; what looks so much like furniture is the text.
  return lettersAt(lines, around) <= lettersAt(lines, new Set(running)) ? around : found;
}

/** Furniture that is told by its place before, behind and beside what surely is furniture. */
function furnitureAround(
  lines: readonly string[],
  running: readonly number[],
  certain: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set(certain);
  const text = running.filter((index) => !found.has(index));
  const first = text[0] ?? 0;
  const last = text.at(-1) ?? lines.length;
  for (const index of menusAbove(lines, first)) found.add(index);
  for (const [index, line] of lines.entries()) {
    const isOutside = index < first || index > last;
    const isAround = isOutside || found.has(index - 1) || found.has(index + 1);
    if (isAround && (isTrade(line) || furnitureAroundText.test(line))) found.add(index);
  }
  for (let index = last + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const isBetween =
      found.has(index - 1) && (index + 1 === lines.length || hasLater(found, index));
    if (isBetween && line.length <= maxNeighbourLength && !endsComplete(line)) found.add(index);
  }
  return found;
}

/** Latin letters say less than Chinese characters do. */
function maxLengthOf(line: string): number {
  return hasHan(line) ? maxLength : maxLatinLength;
}

function lettersAt(lines: readonly string[], indices: ReadonlySet<number>): number {
  let letters = 0;
  for (const index of indices) letters += lines[index]?.length ?? 0;
  return letters;
}

/** Whether the text itself is about apps and pages. */
function isAboutPages(lines: readonly string[], running: readonly number[]): boolean {
  const saying = lines.filter((line) => line.length >= minSayingLength && endsComplete(line));
  const topical = saying.filter((line) => countLetters(line, strongWords) > 0);
  const ofText = running.filter((index) => countLetters(lines[index] ?? "", strongWords) > 0);
  const isOften = topical.length * shareThatShowsATopic >= saying.length;
  return (topical.length >= linesThatShowATopic && isOften) || ofText.length * 2 > running.length;
}

function hasLater(found: ReadonlySet<number>, index: number): boolean {
  return found.has(index + 1) || found.has(index + 2);
}

function isRunning(line: string): boolean {
  const least = hasHan(line) ? minRunningLength : minLatinRunningLength;
  const isText = line.length >= least && endsComplete(line);
  return isText && !isTrade(line) && !furnitureAroundText.test(line);
}

/** Whether the line says nothing but what to do with the page. */
function isTrade(line: string): boolean {
  if (line.length > maxLength) return false;
  const letters = line.replace(/[^\p{L}\p{N}]/gu, "").length;
  const strongLetters = countLetters(line, strongWords);
  if (strongLetters === 0) return false;
  return (
    strongLetters + countLetters(line.replace(strongWords, "|"), weakWords) >= letters * tradeShare
  );
}

/** Runs of very short lines above the text, of which one is of the trade: `首页`, `新闻`, `登录`. */
function menusAbove(lines: readonly string[], first: number): readonly number[] {
  const found: number[] = [];
  let run: number[] = [];
  for (let index = 0; index <= first; index += 1) {
    const line = lines[index] ?? "";
    if (index < first && line.length <= maxLinkLength) run.push(index);
    else {
      const isMenu = run.length >= linksInAMenu && run.some((at) => isTrade(lines[at] ?? ""));
      if (isMenu) found.push(...run);
      run = [];
    }
  }
  return found;
}

/** Notices of rights with which a page ends, and what stands between and behind them. */
function noticesBehind(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let index = lines.length - 1; index > 0; index -= 1) {
    const line = lines[index] ?? "";
    if (isNotice(line)) found.add(index);
    else if (isRunning(line)) break;
  }
  return found;
}

function isNotice(line: string): boolean {
  if (line.length > maxNoticeLength) return false;
  const words = new Set(line.match(noticeWords)?.map((word) => word.toLowerCase()));
  return words.size >= wordsOfANotice;
}

function countLetters(line: string, words: RegExp): number {
  return [...line.matchAll(words)].reduce((sum, [word]) => sum + word.length, 0);
}
