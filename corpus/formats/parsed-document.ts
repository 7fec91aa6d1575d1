/** What every parser hands over: the text a reader sees and what its stretches are. */

import type { PublishedOn } from "../article.ts";
import type { DroppedText } from "../document.ts";
import type { Place } from "../place.ts";
import type { Span } from "../sentence.ts";

interface Stretch {
  /** Ascending; a paragraph that a caption cut in two has two. */
  readonly spans: readonly Span[];
  /** Page or row on which the block begins. */
  readonly place?: Place;
}

/** A stretch of text of one kind. */
export type Block =
  | (Stretch & {
      readonly kind: "heading";
      /** From 1, the outermost. */
      readonly level: number;
    })
  | (Stretch & {
      readonly kind:
        | "paragraph"
        | "list-item"
        | "table-row"
        | "code"
        | "caption"
        | "byline"
        | "dateline";
    });

export type BlockKind = Block["kind"];

export interface ParsedDocument {
  /** Everything citable lies in it; all spans point into it. */
  readonly text: string;
  /** From metadata, not from the text. */
  readonly title?: string;
  /** Who wrote it, from metadata, not from the text. */
  readonly byline?: string;
  /** From metadata, not from the text. */
  readonly publishedOn?: PublishedOn;
  /** In reading order, by their first spans. */
  readonly blocks: readonly Block[];
  readonly dropped: readonly DroppedText[];
}
