/** Tells lines about a piece or its page from lines of its text. */

import { isByline, isPhotoByline, photoCreditLength } from "../../articles/byline.ts";
import { readPageHeader } from "../../articles/page-header.ts";
import { printedDate } from "../../dates/printed-date.ts";

const maxCaptionLength = 150;

/** `dateline` also for the line that heads a page. */
export type LineRole = "body" | "byline" | "dateline" | "caption";

export function lineRole(line: string): LineRole {
  if (printedDate(line) !== undefined || readPageHeader(line) !== undefined) return "dateline";
  if (isByline(line)) return isPhotoByline(line) ? "caption" : "byline";
  return line.length <= maxCaptionLength && photoCreditLength(line) > 0 ? "caption" : "body";
}
