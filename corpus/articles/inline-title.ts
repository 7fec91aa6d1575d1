/** Recognises the title with which a brief begins on the same line. */

import type { OpeningLabel } from "./opening-label.ts";

const inBrackets = /^[【［[]([^【】［\][。]{4,30})[】］\]]\s*(?=\S)/u;
/** A gap parts it from the text, which is longer. */
const beforeGap =
  /^([^。！？；，,：:\s]{4,26}(?:\s[^。！？；，,：:\s]{2,14})?)(?:\s*[：:]\s*|\s+)(?=\S.{15,})/su;

/** The title of a brief whose text follows: `【湖水变清】昨日…`, `湖水变清 昨日…`. */
export function inlineTitle(paragraph: string): OpeningLabel | undefined {
  const head = paragraph.slice(0, 80);
  const match = inBrackets.exec(head) ?? beforeGap.exec(head);
  const title = match?.[1];
  return match === null || title === undefined
    ? undefined
    : { label: title, length: match[0].length };
}
