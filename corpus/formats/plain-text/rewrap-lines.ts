/** Joins lines that were broken at a fixed width, as e-mails and old text files are. */

import { isByline } from "../../articles/byline.ts";
import { readPageHeader } from "../../articles/page-header.ts";
import { hasHan } from "../../text/characters.ts";
import { type TextLine, textLines } from "../../text/text-lines.ts";
import { visibleText } from "../../text/visible-text.ts";
import { endsComplete } from "../../text/ends-complete.ts";
import { lineMark } from "./line-marks.ts";

/** Text is hard-wrapped at between so many columns; a Chinese character takes two. */
const minColumns = 40;
/** A newspaper's column is as narrow as this; so many lines break within a word to show it. */
const narrowColumns = 16;
const linesThatShowAColumn = 4;
const maxColumns = 120;
/** Lines of one width differ by so many columns, for punctuation that must not begin a line. */
const slackColumns = 4;
const linesThatShowAWidth = 3;
/** An unfinished item, or line of this many characters, is continued by a line that begins in lower case. */
const minUnfinishedLength = 30;
/** A Latin line of so many characters without an end goes on with a figure or a quotation too. */
const minFullLength = 60;
const minProseLength = 90;
/** A title of at most so many lines, each at most so long, is set broken where a word ends. */
const maxTitleLines = 3;
const maxTitleLine = 22;
/** With these words no line of a title ends. */
const unfinishedTitle = /(?:[的和与及在为把被让对从向以之将]|关于|印发|转发|举办|召开|开展)$/u;
/** Closing marks that a scan tore off the line above. */
const tornOff = /^[”’」』）)》】。！？；，、]{1,4}$/u;

/** The text's lines, those of one wrapped paragraph made one. */
export function rewrapLines(text: string): readonly TextLine[] {
  const runs = runsOf(text, withoutTornMarks(text, textLines(text)));
  const columns = largest(runs.map((run) => wrapColumns(text, run)));
  return runs.flatMap((run) => rewrapRun(text, run, columns));
}

/** A closing mark alone on its line belongs to the line above that has the opening one. */
function withoutTornMarks(text: string, lines: readonly TextLine[]): readonly TextLine[] {
  const kept: TextLine[] = [];
  for (const line of lines) {
    const above = kept.at(-1);
    if (above !== undefined && tornOff.test(line.text) && isUnclosed(above.text, line.text)) {
      const end = line.end;
      kept[kept.length - 1] = { ...above, end, text: visibleText(text.slice(above.start, end)) };
    } else kept.push(line);
  }
  return kept;
}

function isUnclosed(above: string, marks: string): boolean {
  const closer = /[”’」』）)》】]/u.exec(marks)?.[0];
  if (closer === undefined) return hasHan(above) && !endsComplete(above);
  const opener = "“‘「『（(《【".charAt("”’」』）)》】".indexOf(closer));
  return above.lastIndexOf(opener) > above.lastIndexOf(closer);
}

/** Lines without a blank one between them, nor an indented one that begins a paragraph. */
function runsOf(text: string, lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const runs: TextLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const last = runs.at(-1);
    const above = lines[index - 1];
    // The further lines of a list's item are indented too.
    const isIndented =
      above !== undefined &&
      indentOf(text, line) > 0 &&
      indentOf(text, above) === 0 &&
      lineMark(above.text) === undefined;
    if (last === undefined || line.isAfterBlank || isIndented) runs.push([line]);
    else last.push(line);
  }
  return runs;
}

/** Columns of white space before the line. */
function indentOf(text: string, { start }: TextLine): number {
  let from = start;
  while (from > 0 && text.charAt(from - 1) !== "\n") from -= 1;
  return columnsOf(text.slice(from, start));
}

/** The width at which all lines of the run are broken, 0 where there is none. */
function wrapColumns(text: string, run: readonly TextLine[]): number {
  if (run.length < linesThatShowAWidth) return 0;
  // Rows and verses have a width too, but no sentences.
  if (!run.some((line) => /[。！？.!?]/u.test(line.text))) return 0;
  const widths = run.map((line, index) => widthOf(text, line, index));
  const columns = largest(widths);
  if (columns < narrowColumns || columns > maxColumns) return 0;
  let continued = 0;
  let broken = 0;
  for (const [index, line] of run.slice(0, -1).entries()) {
    const next = run[index + 1];
    if (next === undefined || !fillsWidth(widths[index] ?? 0, next, columns)) return 0;
    if (continuesSentence(line, next)) continued += 1;
    if (/[\p{L}\p{N}]$/u.test(line.text)) broken += 1;
  }
  if (continued * 2 < run.length - 1) return 0;
  // Verses of one length pause where their lines end.
  const isColumn = broken + 1 >= linesThatShowAColumn && broken * 2 >= run.length - 1;
  return columns >= minColumns || isColumn ? columns : 0;
}

/** Columns of the line, of a run's first with its indent. */
function widthOf(text: string, line: TextLine, index: number): number {
  return columnsOf(line.text) + (index === 0 ? indentOf(text, line) : 0);
}

/** Whether the next line's first word found no room on this one. */
function fillsWidth(width: number, next: TextLine, columns: number): boolean {
  const firstWord = /^(?:[!-~]+|.)/u.exec(next.text)?.[0] ?? "";
  const needed = width + (hasHan(firstWord) ? 0 : 1) + columnsOf(firstWord);
  return width <= columns + slackColumns && needed > columns - slackColumns;
}

function continuesSentence(line: TextLine, next: TextLine): boolean {
  return !endsComplete(line.text) && /^[\p{Ll}\p{Script=Han}，、。“‘（(]/u.test(next.text);
}

function rewrapRun(text: string, run: readonly TextLine[], columns: number): readonly TextLine[] {
  const groups: TextLine[][] = [];
  const isTitle = isBrokenTitle(run);
  for (const [index, line] of run.entries()) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const width = last === undefined ? 0 : widthOf(text, last, index - 1);
    if (
      group !== undefined &&
      last !== undefined &&
      (isWrapped(last, line, { width, columns }) || (isTitle && goesOn(last, line)))
    ) {
      group.push(line);
    } else groups.push([line]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    const end = group.at(-1)?.end;
    if (first === undefined || end === undefined) return [];
    return [{ ...first, end, text: visibleText(text.slice(first.start, end)) }];
  });
}

/** Whether the run is short lines without an end, as titles and bylines are. */
function isBrokenTitle(run: readonly TextLine[]): boolean {
  return (
    run.length > 1 &&
    run.length <= maxTitleLines &&
    run.every(({ text }) => !endsComplete(text) && lineMark(text)?.kind !== "bullet")
  );
}

/** Whether the line of a title goes on in the next. */
function goesOn({ text: line }: TextLine, { text: next }: TextLine): boolean {
  if (hasHan(line)) return line.length <= maxTitleLine && unfinishedTitle.test(line);
  return /^\p{Lu}/u.test(line) && /^\p{Ll}/u.test(next);
}

interface Widths {
  /** Of the line. */
  readonly width: number;
  /** Of the whole text, 0 where it has none. */
  readonly columns: number;
}

function isWrapped(line: TextLine, next: TextLine, { width, columns }: Widths): boolean {
  if (lineMark(next.text) !== undefined || lineMark(line.text)?.kind === "heading") return false;
  if (columns > 0 && fillsWidth(width, next, columns)) {
    // The line that heads a page is set to its full width.
    return readPageHeader(line.text) === undefined && !isByline(next.text);
  }
  // A short Chinese item ends where its line does.
  const isItem = lineMark(line.text) !== undefined && !hasHan(line.text.slice(-1));
  const isLong = line.text.length >= minUnfinishedLength || isItem;
  const isFull = line.text.length >= minFullLength && !hasHan(line.text);
  const isOpen = isLong && !endsComplete(line.text);
  // No headline is as long as this, so a name may follow too.
  if (isOpen && isFull && line.text.length >= minProseLength) return !isByline(next.text);
  const goesOnWith = isFull ? /^[\p{Ll}\d$€£"“(]/u : /^\p{Ll}/u;
  return isOpen && goesOnWith.test(next.text);
}

function columnsOf(text: string): number {
  if (text.length > maxColumns) return text.length;
  let columns = 0;
  for (const character of text) columns += /[\u1100-\uffdc]/u.test(character) ? 2 : 1;
  return columns;
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, candidate) => Math.max(most, candidate), 0);
}
