/** Tells what kind of writing a piece is. */

import type { Article } from "../article.ts";
import { beginsWithName } from "./authors.ts";

/** Longer pieces, and those with sections, are reports and no briefs. */
const maxBriefLength = 1000;
/** So many claims of what must be, and more than reports of what was said, show an opinion. */
const leastClaims = 2;

const opinionLabel =
  /评论员|社论|社评|时评|短评|快评|锐评|微评|锐言|论坛|杂谈|漫谈|随笔|随想|观点|众议|一家之言|笔谈|谈$|[Oo]pinion|[Ee]ditorial|[Cc]ommentary/u;
const claims = /要|应当?|必须|须|不能|不应|需要|不仅|才能|理应|should|must|ought/gu;
const reports =
  /记者|介绍|告诉|透露|获悉|据了解|据悉|(?:表示|说)[，,:：。]|[。！？”][^。！？]{0,20}说[。，]|told|said/gu;

export interface PieceFacts {
  readonly isNote: boolean;
  readonly title: string | undefined;
  readonly labels: readonly string[];
  /** Empty where there is none. */
  readonly byline: string;
  /** Whether its first words are `本报讯` or the like. */
  readonly hasDateline: boolean;
  readonly hasSections: boolean;
  /** All of its text. */
  readonly text: string;
}

/** Never `caption`, which its layout shows. */
export function articleKind(piece: PieceFacts): Article["kind"] {
  if (piece.isNote) return "note";
  if (isCommentary(piece)) return "commentary";
  const isBrief = piece.hasDateline && !piece.hasSections && piece.text.length <= maxBriefLength;
  return isBrief ? "brief" : "feature";
}

function isCommentary({ labels, byline, title = "", hasDateline, text }: PieceFacts): boolean {
  if (hasDateline) return false;
  if (labels.some((label) => opinionLabel.test(label)) || /评论员/u.test(byline)) return true;
  if (/(?:^|[丨|｜【])\s*(?:时评|社论|短评|快评|锐评|评论)/u.test(title)) return true;
  if (!beginsWithName(byline)) return false;
  const claimed = text.match(claims)?.length ?? 0;
  return claimed >= leastClaims && claimed > (text.match(reports)?.length ?? 0);
}
