/** Finds the headings that open a piece of writing of their own, as on a newspaper page. */

import { printedDate } from "../dates/printed-date.ts";
import type { Block, ParsedDocument } from "../formats/parsed-document.ts";
import { isByline, isPhotoByline } from "./byline.ts";
import { openingBylineLength } from "./opening-byline.ts";

/** So many lines may stand between a title and its byline: subtitles, boxes, the date, a caption. */
const reach = 5;
/** `时评`, `综合新闻`: the name of a column above a title. */
const maxColumnName = 6;
/** So many pieces with an opening byline show a page of briefs. */
const briefsOnAPage = 2;
/** A piece of so many characters is still a brief, which has no sections. */
const maxBriefLength = 1000;

type Opening = "byline" | "subtitle" | "dateline" | undefined;

/**
 * Indices of headings which a byline or a subtitle shows to be titles, ascending.
 *
 * A byline follows its title, before any text; that of a brief opens its first paragraph. On a page
 * of briefs a heading behind a brief is the next one's title also without.
 *
 * @param words the blocks as a reader sees them, empty for long ones
 */
export function findOpenings(parsed: ParsedDocument, words: readonly string[]): readonly number[] {
  const { blocks } = parsed;
  const openings = blocks.map((block, index) =>
    block.kind === "heading" && !isSubtitle(words[index] ?? "")
      ? openingOf(parsed, words, index)
      : undefined,
  );
  const isPageOfBriefs =
    openings.filter((opening) => opening === "dateline").length >= briefsOnAPage;

  const found: number[] = [];
  let briefLength: number | undefined;
  for (const [index, block] of blocks.entries()) {
    const opening = openings[index];
    const isAfterBrief = isPageOfBriefs && briefLength !== undefined && briefLength > 0;
    const isNext = isAfterBrief && block.kind === "heading" && !isSubtitle(words[index] ?? "");
    if (opening === undefined && !isNext) {
      if (briefLength !== undefined) briefLength += lengthOf(block);
      if (briefLength !== undefined && briefLength > maxBriefLength) briefLength = undefined;
      continue;
    }
    const last = found.at(-1);
    // Of two lines above one text the upper is the title, unless it only names the column.
    if (last !== undefined && last === index - 1) {
      if ((words[last] ?? "").length <= maxColumnName) found[found.length - 1] = index;
    } else found.push(index);
    briefLength = opening === "dateline" || isNext ? 0 : undefined;
  }
  return found;
}

/** What shows the heading at the index to be a title. */
function openingOf(parsed: ParsedDocument, words: readonly string[], index: number): Opening {
  let opening: Opening;
  let headings = 0;
  for (let at = index + 1; at <= index + reach; at += 1) {
    const block = parsed.blocks[at];
    const line = words[at] ?? "";
    if (block === undefined) return opening;
    if (isSubtitle(line) && at === index + 1) opening = "subtitle";
    else if (block.kind === "byline" || (block.kind === "paragraph" && isByline(line))) {
      return isPhotoByline(line) ? opening : "byline";
    } else if (block.kind === "heading") {
      headings += 1;
      if (headings > 1 || opening !== undefined) return opening;
    } else if (block.kind === "paragraph") {
      if (hasOpeningByline(parsed.text, block)) return "dateline";
      if (printedDate(line) === undefined && (line === "" || /[。！？!?，,]/u.test(line))) {
        return opening;
      }
    } else if (block.kind !== "caption" && block.kind !== "dateline") return opening;
  }
  return opening;
}

function isSubtitle(line: string): boolean {
  return /^[—–]{1,2}[^。！？!?]*$/u.test(line);
}

/** Whether the paragraph begins `本报讯（记者某某）` or the like. */
export function hasOpeningByline(text: string, { kind, spans: [first] }: Block): boolean {
  if (kind !== "paragraph" || first === undefined) return false;
  return openingBylineLength(text.slice(first.start, first.end)) > 0;
}

function lengthOf({ spans }: Block): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
