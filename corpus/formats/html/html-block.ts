/** A stretch of a page as a reader sees it, with what its markup says of it. */

import type { HtmlElement, HtmlText } from "./html-tree.ts";

export type HtmlBlockKind =
  | "heading"
  | "paragraph"
  | "list-item"
  | "table-row"
  | "code"
  | "caption"
  | "byline"
  | "dateline";

export interface HtmlBlock {
  readonly kind: HtmlBlockKind;
  /** Of a heading, from 1; 0 for all others. */
  readonly level: number;
  /** As it is shown. */
  readonly text: string;
  /** Of a row of a table: what its cells show, empty ones too. */
  readonly cells?: readonly string[];
  /** The innermost element that begins and ends a line around it; undefined in a bare fragment. */
  readonly element: HtmlElement | undefined;
  readonly textNodes: readonly HtmlText[];
  /** Characters of the text that are no white space. */
  readonly length: number;
  /** As many of them as lead elsewhere. */
  readonly linkLength: number;
  readonly links: number;
  readonly isBold: boolean;
  /** Nothing but pictures stands between it and the text before. */
  readonly isBelowPicture: boolean;
}

/** What the source holds but a reader does not read. */
export interface UnseenText {
  readonly text: string;
  readonly reason: string;
  /** Index of the block before which it stands. */
  readonly blockIndex: number;
}

/** Indexes of the blocks within an element: from `first` up to, not including, `end`. */
export interface BlockRange {
  readonly first: number;
  readonly end: number;
}

export interface HtmlBlocks {
  /** In reading order. */
  readonly blocks: readonly HtmlBlock[];
  /** In reading order. */
  readonly unseen: readonly UnseenText[];
  /** For each element that begins and ends a line. */
  readonly ranges: ReadonlyMap<HtmlElement, BlockRange>;
}
