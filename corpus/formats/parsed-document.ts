/** What every parser hands over: the text a reader sees and what its stretches are. */

import type { PublishedOn } from "../article.ts";
import type { DroppedText } from "../document.ts";
import type { Span } from "../sentence.ts";

/** A stretch of text of one kind; a paragraph that a caption cut in two has two spans. */
export type Block =
  | {
      readonly kind: "heading";
      /** From 1, the outermost. */
      readonly level: number;
      readonly spans: readonly Span[];
    }
  | {
      readonly kind:
        | "paragraph"
        | "list-item"
        | "table-row"
        | "code"
        | "caption"
        | "byline"
        | "dateline";
      readonly spans: readonly Span[];
    };

export type BlockKind = Block["kind"];

export interface ParsedDocument {
  /** Everything citable lies in it; all spans point into it. */
  readonly text: string;
  /** From metadata, not from the text. */
  readonly title?: string;
  /** From metadata, not from the text. */
  readonly publishedOn?: PublishedOn;
  /** In reading order, by their first spans. */
  readonly blocks: readonly Block[];
  readonly dropped: readonly DroppedText[];
}
