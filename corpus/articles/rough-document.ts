/** A parsed document with what each of its blocks looks like. */

import type { ParsedDocument } from "../formats/parsed-document.ts";
import type { Head } from "./find-heads.ts";
import type { RoughLabel } from "./rough-label.ts";

export interface RoughDocument {
  readonly parsed: ParsedDocument;
  /** The blocks as a reader sees them, empty for long ones. */
  readonly words: readonly string[];
  readonly labels: readonly RoughLabel[];
}

/** Characters of text between a head and the next one. */
export function textLength({ parsed }: RoughDocument, head: Head, next: Head | undefined): number {
  const start = (head.indices.at(-1) ?? 0) + 1;
  const end = next?.indices[0] ?? parsed.blocks.length;
  return parsed.blocks
    .slice(start, end)
    .flatMap(({ spans }) => spans)
    .reduce((sum, span) => sum + span.end - span.start, 0);
}
