/** Finds the titles of briefs that have neither byline nor dateline. */

import { lineMark } from "../formats/plain-text/line-marks.ts";
import { columnOf } from "./column-label.ts";
import type { Head } from "./find-heads.ts";
import { type RoughDocument, textLength } from "./rough-document.ts";

const maxBriefLength = 500;
/** So many pieces in a row show a column of briefs. */
const leastBriefs = 3;
/** Share of them that must begin as news do. */
const newsShare = 0.6;
/** With these words a brief says when it happened, among its first characters. */
const fresh =
  /近日|日前|昨[日天晚]|今[日天早晨]|连日来|近期|即日起|[本上]周|本月|\d{1,2}月\d{1,2}日|\d{1,2}日[，,上下]|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|刚刚(?:结束|闭幕)|今年|去年|获悉|从.{2,14}(?:了解到|获悉)/u;
const maxFreshLength = 40;

/** Heads that follow one another with a short news text each, or stand under `简讯`. */
export function findBriefHeads(
  document: RoughDocument,
  heads: readonly Head[],
  opened: ReadonlySet<Head>,
): readonly Head[] {
  const found: Head[] = [];
  let run: Head[] = [];
  let isInColumn = false;
  const close = (): void => {
    if (isInColumn ? run.length > 1 : isNews(document, run)) found.push(...run);
    run = [];
    isInColumn = false;
  };
  for (const [at, head] of heads.entries()) {
    const isBriefly = textLength(document, head, heads[at + 1]) <= maxBriefLength;
    const isNamed = namesBriefs(document, head);
    const isBrief = isBriefly && !isChapter(document, head);
    if (isNamed || opened.has(head) || !isBrief || head.next !== "body") close();
    if (!isBrief || (opened.has(head) && !isNamed)) continue;
    if (head.next === "body") run.push(head);
    isInColumn ||= isNamed;
  }
  close();
  return found;
}

/** Whether the heading is numbered as the parts of one text are: `三、附则`. */
function isChapter({ words }: RoughDocument, { titles: [first = 0] }: Head): boolean {
  return lineMark(words[first] ?? "")?.kind === "outline";
}

/** Whether `简讯` or the like stands above the head's title. */
function namesBriefs({ words }: RoughDocument, head: Head): boolean {
  return head.indices.some((index) => columnOf(words[index] ?? "") === "briefs");
}

function isNews(document: RoughDocument, run: readonly Head[]): boolean {
  if (run.length < leastBriefs) return false;
  const { parsed } = document;
  const news = run.filter((head) => {
    const span = parsed.blocks[(head.indices.at(-1) ?? 0) + 1]?.spans[0];
    if (span === undefined) return false;
    return fresh.test(parsed.text.slice(span.start, span.start + maxFreshLength));
  });
  return news.length >= run.length * newsShare;
}
