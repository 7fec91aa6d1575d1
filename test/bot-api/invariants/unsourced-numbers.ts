/**
 * Which numbers of an answer lead nowhere.
 *
 * An answer is a message with a quote, a button `📖 n`, or a number that is a link. A message without
 * any of them is one where a line begins with a number and goes on with words, as its sources do in
 * the plain text sent when Telegram declines the looks; numbers in other messages are prose, such as
 * a help that explains them.
 *
 * A number `[n]` has its source where one block of the message, between empty lines, holds exactly
 * one line that begins with `[n]` and goes on with words, and beside it a quote; or in the quote's
 * place a line that names the button `📖 n`, which is there. In a plain text another line is enough. As many numbers may be without as a line
 * that begins with `＋k` owns up to.
 */

import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import { quoteEntities, type ShownText } from "./quotes-in.ts";

interface NumberedText extends ShownText {
  readonly reply_markup?: InlineKeyboardMarkup;
}

/** Stands for every character of a quote, so that quoted numbers and line ends count for nothing. */
const quoted = "▌";
const marker = /\[(\d{1,3})\]/gu;
/** Not a line of numbers alone. */
const sourceLine = /^\[(\d{1,3})\](?!(?:\s*\[\d{1,3}\])*\s*$) ?\S/u;
const moreLine = /^[＋+](\d+)\b/u;

/** In their order, each once. */
export function unsourcedNumbers(message: NumberedText): readonly number[] {
  const text = hide(message.text ?? message.caption ?? "", [
    ...quoteEntities(message),
    ...codeEntities(message),
  ]);
  const blocks = text.split(/\n\s*\n/u).map((block) => block.split("\n"));
  const numbers = new Set(blocks.flat().flatMap(numbersOf));
  if (numbers.size === 0) return [];
  const isPlain = !hasLooks(message);
  if (isPlain && !blocks.flat().some((line) => sourceLine.test(line))) return [];
  const buttons = buttonTexts(message);
  const sourced = new Set(blocks.flatMap((lines) => sourcesOf(lines, buttons, isPlain)));
  const missing = [...numbers].filter((n) => !sourced.has(n));
  const ownedUpTo = blocks
    .flat()
    .reduce((sum, line) => sum + Number(moreLine.exec(line)?.[1] ?? 0), 0);
  return missing.length <= ownedUpTo ? [] : missing;
}

/** Behind its own number a source line holds a title, whose brackets are not ours. */
function numbersOf(line: string): readonly number[] {
  const own = sourceLine.exec(line)?.[1];
  if (own !== undefined) return [Number(own)];
  return [...line.matchAll(marker)].map(([, n]) => Number(n));
}

function hasLooks(message: NumberedText): boolean {
  const text = message.text ?? message.caption ?? "";
  const hasLinkedNumber = (message.entities ?? message.caption_entities ?? []).some(
    ({ type, offset, length }) =>
      type === "text_link" && /^\[\d+\]$/u.test(text.slice(offset, offset + length)),
  );
  const hasButton = [...buttonTexts(message)].some((label) => /^📖 \d+$/u.test(label));
  return hasLinkedNumber || hasButton || quoteEntities(message).length > 0;
}

function sourcesOf(
  lines: readonly string[],
  buttons: ReadonlySet<string>,
  isPlain: boolean,
): readonly number[] {
  const numbers = lines.flatMap((line) => {
    const n = sourceLine.exec(line)?.[1];
    return n === undefined ? [] : [Number(n)];
  });
  const [n] = numbers;
  if (n === undefined || numbers.length > 1) return [];
  const hasQuote = lines.some((line) => line.startsWith(quoted));
  const button = `📖 ${n}`;
  const hasButton =
    buttons.has(button) && lines.some((line) => new RegExp(`${button}(?!\\d)`, "u").test(line));
  return hasQuote || hasButton || (isPlain && lines.length > 1) ? [n] : [];
}

function buttonTexts({ reply_markup: markup }: NumberedText): ReadonlySet<string> {
  return new Set((markup?.inline_keyboard ?? []).flat().map(({ text }) => text));
}

function codeEntities(message: ShownText): readonly MessageEntity[] {
  return (message.entities ?? message.caption_entities ?? []).filter(
    ({ type }) => type === "code" || type === "pre",
  );
}

function hide(text: string, entities: readonly MessageEntity[]): string {
  let hidden = text;
  for (const { type, offset, length } of entities) {
    const cover = (type === "code" || type === "pre" ? " " : quoted).repeat(length);
    hidden = hidden.slice(0, offset) + cover + hidden.slice(offset + length);
  }
  return hidden;
}
