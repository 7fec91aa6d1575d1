/** Reads the `[n]` that models write behind what they say. */

import type { DraftStatement } from "../verification/evidence.ts";

const numbers = String.raw`\d{1,4}(?:\s*[,，、;；-]\s*\d{1,4})*`;
const mark = String.raw`(?:\[${numbers}\]|【${numbers}】|［${numbers}］)`;
const marks = new RegExp(mark, "gu");
/** What stands before a group of marks, the group, and a full stop that was meant to stand before it. */
const markedPart = new RegExp(String.raw`(.+?)((?:\s*${mark})+)(\s*[。．.！!？?]*)`, "gsu");
const bullet = /^\s*(?:[-*•·]|\d{1,2}[.、)）]|[#>]+)\s+/u;
const lineOfFrame = /^\s*(?:```\w*|.*[:：])\s*$/u;
const saysAnything = /[\p{L}\p{N}]/u;
/** Control and formatting characters: they hide or turn around what stands beside them. */
const unseen = /(?![\t\n\r])\p{Cc}|\p{Cf}/gu;

function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
}

/** In one line, without marks and unseen characters; the marks' numbers stand among the citations. */
export function cleanStatement({ text, citations }: DraftStatement): DraftStatement {
  const marked = [...text.matchAll(marks)].flatMap(([found]) => numbersIn(found));
  return {
    text: text.replace(marks, "").replace(unseen, "").replace(/\s+/gu, " ").trim(),
    citations: [...new Set([...citations, ...marked])],
  };
}

/** The statements of one line, each up to its marks; the last one may have none. */
export function splitMarkedLine(line: string): readonly DraftStatement[] {
  if (lineOfFrame.test(line)) return [];
  const content = line.replace(bullet, "");
  const statements: DraftStatement[] = [];
  let rest = 0;
  for (const found of content.matchAll(markedPart)) {
    const [whole, said = "", group = "", stop = ""] = found;
    statements.push({ text: `${said.trim()}${stop.trim()}`, citations: numbersIn(group) });
    rest = found.index + whole.length;
  }
  const last = content.slice(rest).trim();
  return !saysAnything.test(last) ? statements : [...statements, { text: last, citations: [] }];
}
