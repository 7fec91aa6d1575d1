/** `parse_mode: "MarkdownV2"` and the older `"Markdown"`, with the server's refusals. */

import type { MessageEntity } from "grammy/types";
import type { FormattedText } from "../formatted-text.ts";
import {
  byteOffset,
  cantParse,
  closeMark,
  createMarkedText,
  type MarkedText,
} from "./marked-text.ts";

const marks = {
  "*": { type: "bold", word: "Bold" },
  _: { type: "italic", word: "Italic" },
  __: { type: "underline", word: "Underline" },
  "~": { type: "strikethrough", word: "Strikethrough" },
  "||": { type: "spoiler", word: "Spoiler" },
  "`": { type: "code", word: "Code" },
  "```": { type: "pre", word: "PreCode" },
} as const;
type Mark = keyof typeof marks;
const longestFirst: readonly Mark[] = ["```", "__", "||", "*", "_", "~", "`"];
const reserved = new Set("_*[]()~`>#+-=|{}.!");
const linkEnd = /\]\(([^)]*)\)/uy;

/**
 * @throws {ApiRefusal} for reserved characters that are not escaped, and for open entities
 * @see tdlib/td, `parse_markdown_v2`
 */
export function parseMarkdownV2(text: string): FormattedText {
  const marked = createMarkedText();
  const quote = { start: -1 };
  for (let index = 0; index < text.length;) {
    const character = text.charAt(index);
    const next = text.charAt(index + 1);
    if (character === "\\" && next > " " && next <= "~") {
      marked.text += next;
      index += 2;
      continue;
    }
    const innermost = marked.open.at(-1)?.name;
    const isInCode = innermost === "`" || innermost === "```";
    const mark = longestFirst.find((candidate) => text.startsWith(candidate, index));
    if (mark !== undefined && (!isInCode || mark === innermost)) {
      if (mark === innermost) closeMark(marked);
      else openMark(marked, mark, byteOffset(text, index));
      index += mark.length;
      continue;
    }
    if (character === ">" && !isInCode && (index === 0 || text.charAt(index - 1) === "\n")) {
      if (quote.start < 0) quote.start = marked.text.length;
      index += 1;
      continue;
    }
    if (character === "[" && !isInCode) {
      openLink(marked, byteOffset(text, index));
      index += 1;
      continue;
    }
    if (character === "]" && innermost === "[") {
      index = closeLink(marked, text, index);
      continue;
    }
    if (reserved.has(character) && !isInCode) {
      throw cantParse(
        `Character '${character}' is reserved and must be escaped with the preceding '\\'`,
      );
    }
    if (character === "\n" && quote.start >= 0 && next !== ">") endQuote(marked, quote);
    marked.text += character;
    index += 1;
  }
  endQuote(marked, quote);
  const unclosed = marked.open.at(-1);
  if (unclosed !== undefined) {
    const word = isMark(unclosed.name) ? marks[unclosed.name].word : "TextUrl";
    throw cantParse(`Can't find end of ${word} entity at byte offset ${unclosed.atByte}`);
  }
  return marked;
}

/**
 * Knows bold, italic, code and links, and nests nothing.
 * @throws {ApiRefusal} for open entities
 * @see tdlib/td, `parse_markdown`
 */
export function parseLegacyMarkdown(text: string): FormattedText {
  const marked = createMarkedText();
  for (let index = 0; index < text.length;) {
    const character = text.charAt(index);
    const innermost = marked.open.at(-1)?.name;
    if (character === "\\" && innermost === undefined && "_*`[".includes(text.charAt(index + 1))) {
      marked.text += text.charAt(index + 1);
      index += 2;
      continue;
    }
    const mark = (["```", "*", "_", "`"] as const).find((candidate) =>
      text.startsWith(candidate, index),
    );
    if (mark !== undefined && (innermost === undefined || innermost === mark)) {
      if (innermost === mark) closeMark(marked);
      else openMark(marked, mark, byteOffset(text, index));
      index += mark.length;
      continue;
    }
    if (character === "[" && innermost === undefined) {
      openLink(marked, byteOffset(text, index));
      index += 1;
      continue;
    }
    if (character === "]" && innermost === "[") {
      index = closeLink(marked, text, index);
      continue;
    }
    marked.text += character;
    index += 1;
  }
  const unclosed = marked.open.at(-1);
  if (unclosed !== undefined) {
    throw cantParse(`Can't find end of the entity starting at byte offset ${unclosed.atByte}`);
  }
  return marked;
}

function isMark(name: string): name is Mark {
  return name in marks;
}

function openMark(marked: MarkedText, mark: Mark, atByte: number): void {
  marked.open.push({
    name: mark,
    atByte,
    offset: marked.text.length,
    finish: (offset, length) => ({ type: marks[mark].type, offset, length }),
  });
}

function openLink(marked: MarkedText, atByte: number): void {
  marked.open.push({ name: "[", atByte, offset: marked.text.length, finish: () => undefined });
}

/** @returns where reading goes on; brackets without an address are dropped, as on the server */
function closeLink(marked: MarkedText, text: string, index: number): number {
  const link = marked.open.at(-1);
  linkEnd.lastIndex = index;
  const [whole = "]", url] = linkEnd.exec(text) ?? [];
  closeMark(marked);
  const length = marked.text.length - (link?.offset ?? 0);
  if (url !== undefined && url !== "" && link !== undefined && length > 0) {
    const entity: MessageEntity = { type: "text_link", offset: link.offset, length, url };
    marked.entities.push(entity);
  }
  return index + whole.length;
}

function endQuote(marked: MarkedText, quote: { start: number }): void {
  const length = marked.text.length - quote.start;
  if (quote.start >= 0 && length > 0) {
    marked.entities.push({ type: "blockquote", offset: quote.start, length });
  }
  quote.start = -1;
}
