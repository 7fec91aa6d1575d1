/** Joins lines that were broken at a fixed width, as e-mails and old text files are. */

import { readPageHeader } from "../../articles/page-header.ts";
import { hasHan } from "../../text/characters.ts";
import { type TextLine, textLines } from "../../text/text-lines.ts";
import { visibleText } from "../../text/visible-text.ts";
import { endsComplete } from "../../text/ends-complete.ts";
import { lineMark } from "./line-marks.ts";

/** Text is hard-wrapped at between so many columns; a Chinese character takes two. */
const minColumns = 40;
const maxColumns = 120;
/** Lines of one width differ by so many columns, for punctuation that must not begin a line. */
const slackColumns = 4;
const linesThatShowAWidth = 3;
/** An unfinished item, or line of this many characters, is continued by a line that begins in lower case. */
const minUnfinishedLength = 30;

/** The text's lines, those of one wrapped paragraph made one. */
export function rewrapLines(text: string): readonly TextLine[] {
  const runs = runsOf(textLines(text));
  const columns = largest(runs.map((run) => wrapColumns(run)));
  return runs.flatMap((run) => rewrapRun(text, run, columns));
}

/** Lines without a blank one between them. */
function runsOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const runs: TextLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last === undefined || line.isAfterBlank) runs.push([line]);
    else last.push(line);
  }
  return runs;
}

/** The width at which all lines of the run are broken, 0 where there is none. */
function wrapColumns(run: readonly TextLine[]): number {
  if (run.length < linesThatShowAWidth) return 0;
  // Rows and verses have a width too, but no sentences.
  if (!run.some((line) => /[。！？.!?]/u.test(line.text))) return 0;
  const columns = largest(run.map((line) => columnsOf(line.text)));
  if (columns < minColumns || columns > maxColumns) return 0;
  let continued = 0;
  for (const [index, line] of run.slice(0, -1).entries()) {
    const next = run[index + 1];
    if (next === undefined || !fillsWidth(line, next, columns)) return 0;
    if (continuesSentence(line, next)) continued += 1;
  }
  return continued * 2 >= run.length - 1 ? columns : 0;
}

/** Whether the next line's first word found no room on this one. */
function fillsWidth(line: TextLine, next: TextLine, columns: number): boolean {
  const width = columnsOf(line.text);
  const firstWord = /^(?:[!-~]+|.)/u.exec(next.text)?.[0] ?? "";
  const needed = width + (hasHan(firstWord) ? 0 : 1) + columnsOf(firstWord);
  return width <= columns + slackColumns && needed > columns - slackColumns;
}

function continuesSentence(line: TextLine, next: TextLine): boolean {
  return !endsComplete(line.text) && /^[\p{Ll}\p{Script=Han}，、。“‘（(]/u.test(next.text);
}

function rewrapRun(text: string, run: readonly TextLine[], columns: number): readonly TextLine[] {
  const groups: TextLine[][] = [];
  for (const line of run) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && isWrapped(last, line, columns)) {
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

function isWrapped(line: TextLine, next: TextLine, columns: number): boolean {
  if (lineMark(next.text) !== undefined || lineMark(line.text)?.kind === "heading") return false;
  // The line that heads a page is set to its full width.
  if (columns > 0 && fillsWidth(line, next, columns)) return readPageHeader(line.text) === undefined;
  // A short Chinese item ends where its line does.
  const isItem = lineMark(line.text) !== undefined && !hasHan(line.text.slice(-1));
  return (
    (line.text.length >= minUnfinishedLength || isItem) &&
    !endsComplete(line.text) &&
    /^\p{Ll}/u.test(next.text)
  );
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
