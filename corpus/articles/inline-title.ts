/** Recognises the title with which a brief begins on the same line. */

import { hasDateline, openingBylineLength } from "./opening-byline.ts";
import type { OpeningLabel } from "./opening-label.ts";

const inBrackets = /^[【［[]([^【】［\][。]{4,30})[】］\]]\s*(?=\S)/u;
/** A gap parts it from the text, which is longer. */
const beforeGap =
  /^(?=[^\s]*\p{Script=Han})([^。！？；，,：:\s]{4,26}(?:\s[^。！？；，,：:\s]{2,14})?)(?:\s*[：:]\s*|\s+)(?=\S.{15,})/su;

/** A blank parts the title from `本报讯` or the like. */
const beforeDateline =
  /^[^\p{L}\p{N}“《]{0,3}([^。！？；\n]{4,40}?)[\s]+(?=[^\s。，；]{2,20}[讯訊电電消])/u;

/** The title of a brief before its dateline: `湖水变清 本报讯（记者某某）昨日…`. */
export function titleBeforeDateline(paragraph: string): OpeningLabel | undefined {
  const match = beforeDateline.exec(paragraph.slice(0, 80));
  const title = match?.[1];
  if (match === null || title === undefined) return undefined;
  const { length } = match[0];
  return openingBylineLength(title) === 0 && hasDateline(paragraph.slice(length))
    ? { label: title, length }
    : undefined;
}

/** The title of a brief whose text follows: `【湖水变清】昨日…`, `湖水变清 昨日…`. */
export function inlineTitle(paragraph: string): OpeningLabel | undefined {
  const head = paragraph.slice(0, 80);
  const match = inBrackets.exec(head) ?? beforeGap.exec(head);
  const title = match?.[1];
  return match === null || title === undefined
    ? undefined
    : { label: title, length: match[0].length };
}
