/** Leaves out of a parsed document what belongs to the page around it or only repeats. */

import type { DroppedText } from "../document.ts";
import type { Block, ParsedDocument } from "../formats/parsed-document.ts";
import { visibleText } from "../text/visible-text.ts";
import { pageFurniture } from "./page-furniture.ts";
import { repeatedLines } from "./repeated-lines.ts";

/** The document without such blocks; they stand in `dropped`. Rows and code are never touched. */
export function siftBlocks(parsed: ParsedDocument): ParsedDocument {
  const furniture = pageFurniture(parsed.blocks.map((block) => wordsOf(parsed.text, block)));
  const blocks = parsed.blocks.filter((_, index) => !furniture.has(index));
  const repeated = repeatedLines(blocks.map((block) => wordsOf(parsed.text, block)));
  const kept = blocks.filter((_, index) => !repeated.has(index));
  if (kept.length === parsed.blocks.length) return parsed;
  return {
    ...parsed,
    blocks: kept,
    dropped: [
      ...parsed.dropped,
      ...dropsOf(parsed, furniture, parsed.blocks, "page furniture"),
      ...dropsOf(parsed, repeated, blocks, "repeated"),
    ],
  };
}

function wordsOf(text: string, { kind, spans }: Block): string {
  if (kind === "table-row" || kind === "code") return "";
  return visibleText(spans.map(({ start, end }) => text.slice(start, end)).join("\n"));
}

function dropsOf(
  { text }: ParsedDocument,
  indices: ReadonlySet<number>,
  blocks: readonly Block[],
  reason: string,
): readonly DroppedText[] {
  return [...indices].flatMap((index) =>
    (blocks[index]?.spans ?? []).map(({ start, end }) => ({
      text: text.slice(start, end),
      reason,
      start,
      end,
    })),
  );
}
