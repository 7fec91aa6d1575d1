/** Tells lines about a piece or its page from lines of its text. */

import { isByline, isPhotoByline, photoCreditLength } from "../../articles/byline.ts";
import { isYearlessStamp, readDateLine, readStampLine } from "../../articles/date-line.ts";
import { isPicturesCredit } from "../../articles/closing-credits.ts";
import { readPageHeader } from "../../articles/page-header.ts";
import { isOffice } from "../../articles/rough-label.ts";

const maxCaptionLength = 150;

/** So many lines with somebody's name and the time stand in a chat, and none is its date. */
const stampsInAChat = 3;

/** `dateline` also for the line that heads a page. */
export type LineRole = "body" | "byline" | "dateline" | "caption";

/** Whether lines with a name, a date and the time are dates of the page. */
export function hasPageStamps(lines: readonly string[]): boolean {
  let stamps = 0;
  for (const line of lines) {
    if (readStampLine(line) !== undefined || isYearlessStamp(line)) stamps += 1;
    if (stamps >= stampsInAChat) return false;
  }
  return stamps > 0;
}

/** @param isPageStamp whether a line with a name, a date and the time is a date of the page */
export function lineRole(line: string, isPageStamp: boolean): LineRole {
  if (readStampLine(line) !== undefined || isYearlessStamp(line))
    return isPageStamp ? "dateline" : "body";
  if (readDateLine(line) !== undefined || readPageHeader(line) !== undefined) return "dateline";
  if (isOffice(line)) return "byline";
  if (isPicturesCredit(line)) return "caption";
  if (isByline(line)) return isPhotoByline(line) ? "caption" : "byline";
  return line.length <= maxCaptionLength && photoCreditLength(line) > 0 ? "caption" : "body";
}
