/** Tells what kind of writing a piece is. */

import type { Article } from "../article.ts";
import { beginsWithName } from "./authors.ts";
import { columnOf } from "./column-label.ts";
import { foldTerms } from "./fold-terms.ts";

/** Longer pieces, and those with sections, are reports and no briefs. */
const maxBriefLength = 1000;
/** So many claims of what must be, and more than reports of what was said, show an opinion. */
const leastClaims = 2;

const claims = /要|应当?|必须|须|不能|不应|需要|不仅|才能|理应|should|must|ought/gu;
const reports =
  /记者|介绍|告诉|透露|获悉|据了解|据悉|(?:表示|说)[，,:：。]|[。！？”][^。！？]{0,20}说[。，]|told|said/gu;

export interface PieceFacts {
  readonly isNote: boolean;
  /** Whether it stands among briefs. */
  readonly isBrief: boolean;
  readonly title: string | undefined;
  readonly labels: readonly string[];
  /** Empty where there is none. */
  readonly byline: string;
  /** Whether its first words are `本报讯` or the like. */
  readonly hasDateline: boolean;
  /** Whether its author is named on a line of its own. */
  readonly hasBylineAbove: boolean;
  readonly hasSections: boolean;
  /** All of its text. */
  readonly text: string;
}

/** Never `caption`, which its layout shows. */
export function articleKind(piece: PieceFacts): Article["kind"] {
  if (piece.isNote) return "note";
  if (isCommentary(piece)) return "commentary";
  if (piece.isBrief) return "brief";
  const isShort = !piece.hasSections && piece.text.length <= maxBriefLength;
  return piece.hasDateline && !piece.hasBylineAbove && isShort ? "brief" : "feature";
}

function isCommentary({ labels, byline, title = "", hasDateline, text }: PieceFacts): boolean {
  if (hasDateline) return false;
  if (labels.some((label) => columnOf(label) === "opinion")) return true;
  if (/评论员|社论/u.test(foldTerms(byline))) return true;
  if (/(?:^|[丨|｜【])\s*(?:时评|社论|短评|快评|锐评|评论)/u.test(title)) return true;
  if (!beginsWithName(byline)) return false;
  const claimed = text.match(claims)?.length ?? 0;
  return claimed >= leastClaims && claimed > (text.match(reports)?.length ?? 0);
}
