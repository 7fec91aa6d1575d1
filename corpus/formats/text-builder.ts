/** Writes the text a reader sees, block by block, for formats whose source holds markup. */

import type { DroppedText } from "../document.ts";
import { hasWord } from "../text/characters.ts";
import type { Block, BlockKind, ParsedDocument } from "./parsed-document.ts";

/** Dropped text is kept in the report only up to this many characters. */
const maxDroppedLength = 200;

export interface TextBuilder {
  /** Adds a block; one without letter or digit is dropped. */
  add(kind: Exclude<BlockKind, "heading">, text: string): void;
  addHeading(level: number, text: string): void;
  /** Notes text that stays out, at the place where it stood. */
  drop(text: string, reason: string): void;
  build(): Pick<ParsedDocument, "text" | "blocks" | "dropped">;
}

export function createTextBuilder(): TextBuilder {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const dropped: DroppedText[] = [];
  let length = 0;

  function write(text: string): { readonly start: number; readonly end: number } {
    const separator = length === 0 ? "" : "\n\n";
    parts.push(separator, text);
    const start = length + separator.length;
    length = start + text.length;
    return { start, end: length };
  }

  function drop(text: string, reason: string): void {
    const trimmed = text.trim();
    if (trimmed === "") return;
    const excerpt =
      trimmed.length > maxDroppedLength ? `${trimmed.slice(0, maxDroppedLength)}…` : trimmed;
    dropped.push({ text: excerpt, reason, start: length, end: length });
  }

  return {
    add(kind, text) {
      const trimmed = text.trim();
      if (hasWord(trimmed)) blocks.push({ kind, spans: [write(trimmed)] });
      else drop(trimmed, "no letter or digit");
    },
    addHeading(level, text) {
      const trimmed = text.trim();
      if (hasWord(trimmed)) blocks.push({ kind: "heading", level, spans: [write(trimmed)] });
      else drop(trimmed, "no letter or digit");
    },
    drop,
    build: () => ({ text: parts.join(""), blocks, dropped }),
  };
}
