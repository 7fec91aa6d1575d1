/** Writes the text a reader sees, block by block, for formats whose source holds markup. */

import type { DroppedText } from "../document.ts";
import type { Place } from "../place.ts";
import { hasWord } from "../text/characters.ts";
import type { Block, BlockKind, ParsedDocument } from "./parsed-document.ts";

/** Dropped text is kept in the report only up to this many characters. */
const maxDroppedLength = 200;

type UnplacedBlock =
  | { readonly kind: "heading"; readonly level: number }
  | { readonly kind: Exclude<BlockKind, "heading"> };

export interface TextBuilder {
  /** Adds a block that begins at a place; one without letter or digit is dropped. */
  add(kind: Exclude<BlockKind, "heading">, text: string, place?: Place): void;
  addHeading(level: number, text: string, place?: Place): void;
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

  function addBlock(block: UnplacedBlock, text: string, place: Place | undefined): void {
    const trimmed = text.trim();
    if (!hasWord(trimmed)) {
      drop(trimmed, "no letter or digit");
      return;
    }
    const placed = place === undefined ? {} : { place };
    blocks.push({ ...block, spans: [write(trimmed)], ...placed });
  }

  return {
    add: (kind, text, place) => addBlock({ kind }, text, place),
    addHeading: (level, text, place) => addBlock({ kind: "heading", level }, text, place),
    drop,
    build: () => ({ text: parts.join(""), blocks, dropped }),
  };
}
