/** Cuts a message into paragraphs of runs that look alike, and wraps them into lines. */

import type { MessageEntity } from "grammy/types";
import { textWidth } from "./measure-text.ts";

export interface Run {
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isCode: boolean;
  readonly isLink: boolean;
}

/** A stretch between line ends or at the edges of a quote. */
export interface Paragraph {
  readonly quote: "none" | "open" | "folded";
  readonly runs: readonly Run[];
}

export type Line = readonly Run[];

const linkTypes = new Set<MessageEntity["type"]>([
  "text_link",
  "url",
  "mention",
  "text_mention",
  "bot_command",
  "hashtag",
]);

/** Marks that never begin a line; they may stand beyond its end instead. */
const hangs = /^[，。；：！？、）】》”’…,.;:!?)]$/u;

/** @param entities offsets in UTF-16 units of the text */
export function paragraphsOf(
  text: string,
  entities: readonly MessageEntity[],
): readonly Paragraph[] {
  const paragraphs: { quote: Paragraph["quote"]; runs: Run[] }[] = [];
  let offset = 0;
  let isNew = true;
  for (const character of text) {
    const covering = entities.filter(
      (entity) => entity.offset <= offset && offset < entity.offset + entity.length,
    );
    offset += character.length;
    const quote = quoteOf(covering);
    const last = paragraphs.at(-1);
    // A quote ends its line by itself.
    const endsQuote = character === "\n" && !isNew && quote === "none" && last?.quote !== "none";
    if (endsQuote && last !== undefined) {
      isNew = true;
      continue;
    }
    if (last === undefined || isNew || last.quote !== quote) paragraphs.push({ quote, runs: [] });
    isNew = character === "\n";
    if (!isNew) addCharacter(paragraphs.at(-1)?.runs ?? [], character, covering);
  }
  return paragraphs;
}

function quoteOf(covering: readonly MessageEntity[]): Paragraph["quote"] {
  if (covering.some(({ type }) => type === "expandable_blockquote")) return "folded";
  return covering.some(({ type }) => type === "blockquote") ? "open" : "none";
}

function addCharacter(runs: Run[], character: string, covering: readonly MessageEntity[]): void {
  const has = (type: MessageEntity["type"]): boolean =>
    covering.some((entity) => entity.type === type);
  const run: Run = {
    text: character,
    isBold: has("bold"),
    isItalic: has("italic"),
    isCode: has("code") || has("pre"),
    isLink: covering.some(({ type }) => linkTypes.has(type)),
  };
  const last = runs.at(-1);
  if (last !== undefined && looksLike(last, run)) {
    runs[runs.length - 1] = { ...last, text: last.text + character };
  } else runs.push(run);
}

function looksLike(one: Run, other: Run): boolean {
  return (
    one.isBold === other.isBold &&
    one.isItalic === other.isItalic &&
    one.isCode === other.isCode &&
    one.isLink === other.isLink
  );
}

/** Lines no wider than `maxPixels`; Latin words stay whole, Chinese breaks anywhere. */
export function wrapRuns(
  runs: readonly Run[],
  { maxPixels, fontPixels }: { readonly maxPixels: number; readonly fontPixels: number },
): readonly Line[] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const run of runs) {
    for (const word of run.text.match(/[!-~]+ ?|\s|[^]/gu) ?? []) {
      const width = textWidth(word, fontPixels);
      if (used + width > maxPixels && used > 0 && !hangs.test(word)) {
        lines.push([]);
        used = 0;
      }
      used += width;
      addWord(lines.at(-1) ?? [], { ...run, text: word });
    }
  }
  return lines;
}

function addWord(line: Run[], word: Run): void {
  const last = line.at(-1);
  if (last !== undefined && looksLike(last, word)) {
    line[line.length - 1] = { ...last, text: last.text + word.text };
  } else line.push(word);
}
