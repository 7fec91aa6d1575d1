/** Walks a page as a reader's eye does, block by block. */

import { maxMarkupDepth } from "../../limits.ts";
import type { BlockRange, HtmlBlock, HtmlBlockKind, HtmlBlocks, UnseenText } from "./html-block.ts";
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
  textContent,
  textsOf,
} from "./html-tree.ts";
import { findLandmarks } from "./landmarks.ts";
import { cellTexts, type InlinePart, isRun, lineText, splitLines } from "./inline-text.ts";
import { readPreformatted } from "./preformatted.ts";
import { isDataRow } from "./table-layout.ts";
import { buttonReason, unseenReason } from "./unseen-reason.ts";
import { unseenText } from "./unseen-text.ts";

const blockTags = new Set(
  (
    "address article blockquote body caption center dd details dir div dl dt fieldset figcaption " +
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main marquee menu nav ol " +
    "p pre section summary table tbody td tfoot th thead tr ul xmp listing plaintext"
  ).split(" "),
);
const preformattedTags = new Set(["pre", "xmp", "listing", "plaintext"]);
const pictureTags = new Set(["img", "picture", "video", "svg", "canvas"]);
const boldTags = new Set(["b", "strong"]);
const kindOfTag: Readonly<Record<string, HtmlBlockKind>> = {
  li: "list-item",
  dt: "list-item",
  dd: "list-item",
  figcaption: "caption",
  caption: "caption",
};
/** What makes a figure more than a picture with words below it. */
const figureText = /^(?:figcaption|table|pre|blockquote|ul|ol|dl)$/u;
const maxElementsOfFigure = 50;
/** A longer one was never closed. */
const maxHeadingLength = 300;

interface Place {
  readonly kind: HtmlBlockKind;
  /** Level of the heading the place lies in, 0 in running text. */
  readonly headingLevel: number;
  readonly isInArticle: boolean;
  /** In headings and rows, inner blocks end no line. */
  readonly isOneLine: boolean;
  readonly isBold: boolean;
  readonly link: HtmlElement | undefined;
  readonly element: HtmlElement | undefined;
  readonly depth: number;
}

const start: Place = {
  kind: "paragraph",
  headingLevel: 0,
  isInArticle: false,
  isOneLine: false,
  isBold: false,
  link: undefined,
  element: undefined,
  depth: 0,
};

/** What a reader sees of the page, and what the source holds besides, with reasons. */
export function readBlocks(root: HtmlNode): HtmlBlocks {
  const landmarks = findLandmarks(root);
  const blocks: HtmlBlock[] = [];
  const unseen: UnseenText[] = [];
  const ranges = new Map<HtmlElement, BlockRange>();
  let parts: InlinePart[] = [];
  let hasText = false;
  let isPictureAbove = false;
  let isBelowPicture = false;

  function flush(place: Place): void {
    const lines = place.isOneLine ? [parts] : splitLines(parts);
    for (const line of lines) {
      const cells = place.kind === "table-row" ? cellTexts(line) : undefined;
      const text = cells === undefined ? shownText(line, place) : rowText(cells);
      if (text === "") continue;
      const ofRow = cells === undefined ? {} : { cells };
      blocks.push({ ...describe(line, text, place), ...ofRow, isBelowPicture });
      isBelowPicture = false;
    }
    parts = [];
    hasText = false;
  }

  function visit(node: HtmlNode, place: Place): void {
    if (isText(node)) {
      if (!hasText && node.value.trim() !== "") {
        hasText = true;
        isBelowPicture = isPictureAbove;
        isPictureAbove = false;
      }
      parts.push({ node, text: node.value, link: place.link, isBold: place.isBold });
    } else if (isElement(node)) visitElement(node, place);
    else visitChildren(node, place);
  }

  function visitChildren(node: HtmlNode, place: Place): void {
    if ("childNodes" in node) for (const child of node.childNodes) visit(child, place);
  }

  function visitElement(element: HtmlElement, outer: Place): void {
    const { tagName } = element;
    if (pictureTags.has(tagName)) isPictureAbove = true;
    const isInHeading = outer.headingLevel > 0;
    const reason =
      outer.depth > maxMarkupDepth
        ? "nested too deeply"
        : unseenReason(element, { landmarks, isInArticle: outer.isInArticle, isInHeading });
    if (reason !== undefined) {
      unseen.push({ text: unseenText(element), reason, blockIndex: blocks.length });
      // Words on both sides of a button stay apart, those around a note's mark do not.
      if (reason === buttonReason) parts.push("gap");
    } else if (tagName === "br") parts.push("break");
    else if (!blockTags.has(tagName)) visitChildren(element, placeIn(element, outer));
    else if (outer.isOneLine) {
      parts.push(tagName === "td" || tagName === "th" ? "cell" : "break");
      visitChildren(element, placeIn(element, outer));
      parts.push("break");
    } else visitBlock(element, outer);
  }

  function visitBlock(element: HtmlElement, outer: Place): void {
    flush(outer);
    const first = blocks.length;
    const place = placeOf(element, outer);
    if (preformattedTags.has(element.tagName)) addPreformatted(element, place);
    else visitChildren(element, place);
    flush(place);
    ranges.set(element, { first, end: blocks.length });
  }

  function addPreformatted(element: HtmlElement, place: Place): void {
    const prose = readPreformatted(element);
    const texts = prose?.paragraphs ?? [textContent(element)];
    const kind = prose === undefined ? "code" : place.kind;
    const nodes = [...textsOf(element)];
    const runs = nodes.map((node) => ({ node, text: "", link: place.link, isBold: false }));
    for (const text of texts) {
      blocks.push({ ...describe(runs, text, { ...place, kind }), isBelowPicture: false });
    }
    for (const { text, reason } of prose?.dropped ?? []) {
      unseen.push({ text, reason, blockIndex: blocks.length });
    }
  }

  visit(root, start);
  flush(start);
  return { blocks, unseen, ranges };
}

function rowText(cells: readonly string[]): string {
  return cells.filter((cell) => cell !== "").join(" | ");
}

function shownText(line: readonly InlinePart[], { headingLevel }: Place): string {
  return lineText(line, headingLevel > 0 ? " " : "\n");
}

function describe(
  line: readonly InlinePart[],
  text: string,
  { kind, headingLevel, element }: Place,
): Omit<HtmlBlock, "isBelowPicture"> {
  const runs = line.filter((part) => isRun(part));
  const shown = runs.filter((run) => run.text.trim() !== "");
  const linked = runs.filter(({ link }) => link !== undefined);
  return {
    kind: headingLevel > 0 ? "heading" : kind,
    level: headingLevel,
    text,
    element,
    textNodes: runs.map(({ node }) => node),
    length: solidLength(text),
    linkLength: linked.reduce((sum, run) => sum + solidLength(run.text), 0),
    links: new Set(linked.map(({ link }) => link)).size,
    isBold: shown.length > 0 && shown.every(({ isBold }) => isBold),
  };
}

function solidLength(text: string): number {
  return text.replace(/\s/gu, "").length;
}

/** Within a line. */
function placeIn(element: HtmlElement, outer: Place): Place {
  const { tagName } = element;
  const isLink = tagName === "a" && attribute(element, "href") !== undefined;
  return {
    ...outer,
    isBold: outer.isBold || boldTags.has(tagName),
    link: isLink ? element : outer.link,
    depth: outer.depth + 1,
  };
}

/** Within lines of its own. */
function placeOf(element: HtmlElement, outer: Place): Place {
  const { tagName } = element;
  const level = headingLevelOf(element) || outer.headingLevel;
  const isRow = tagName === "tr" && isDataRow(element);
  return {
    ...placeIn(element, outer),
    kind: isRow ? "table-row" : (kindOf(element) ?? outer.kind),
    headingLevel: level,
    isInArticle: outer.isInArticle || tagName === "article" || tagName === "main",
    isOneLine: level > 0 || isRow,
    element,
  };
}

function headingLevelOf(element: HtmlElement): number {
  const level = Number(/^h([1-6])$/u.exec(element.tagName)?.[1] ?? 0);
  return level > 0 && solidLength(textContent(element)) <= maxHeadingLength ? level : 0;
}

function kindOf(element: HtmlElement): HtmlBlockKind | undefined {
  if (element.tagName !== "figure") return kindOfTag[element.tagName];
  let elements = 0;
  for (const { tagName } of elementsOf(element)) {
    elements += 1;
    if (figureText.test(tagName) || elements > maxElementsOfFigure) return undefined;
  }
  return "caption";
}
