/**
 * Where sentences end in running Chinese or English text.
 *
 * A sentence ends at `。！？；!?`, at `;` in Chinese text, and at an English full stop, each with
 * the closing quotes and brackets behind it; `……` and `——` end none.
 */

import { countHan, hasHan } from "../text/characters.ts";

const chineseEnds = new Set("。！？；｡");
const asciiEnds = new Set("!?;");
const fullStops = new Set(".．");
const closers = new Set("”’」』）)》〉】]〕");
/** A sentence mark before one of these stands inside a sentence: `“去吗？”，他问`. */
const continuations = new Set("，、,：:");
const openers = new Set("“‘\"'「『（([《〈【");

/** Always followed by what they shorten. */
const titles = new Set(
  "mr mrs ms dr prof st gen col lt capt rev hon gov sen rep messrs mt al dept approx est cf vs viz inc ltd co corp eg ie".split(
    " ",
  ),
);
/** Shorten something only before a number: `No. 5` but `He said no. Then he left.` */
const beforeNumbers = new Set(
  "no nos vol vols p pp fig figs ch sec eq art para jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);
const longestAbbreviation = 12;
/** `一.` or `12.` at the start of a sentence numbers it. */
const longestNumbering = 3;
/** Share of Han characters from which `;` counts as the Chinese `；`. */
const chineseShare = 0.2;

/** Offsets just behind each sentence end, ascending; the end of the text itself is not among them. */
export function sentenceEnds(text: string): readonly number[] {
  const isChinese = countHan(text) >= chineseShare * text.replace(/\s/gu, "").length;
  const ends: number[] = [];
  let start = 0;
  let isQuoteOpen = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') isQuoteOpen = !isQuoteOpen;
    if (!endsSentence(text, at, start, isChinese)) continue;
    let end = at + 1;
    for (; end < text.length; end += 1) {
      const next = text.charAt(end);
      if (next === '"' && isQuoteOpen) isQuoteOpen = false;
      else if (!isEndMark(next) && !closers.has(next)) break;
    }
    at = end - 1;
    if (continuations.has(text.charAt(end)) || text.charAt(end - 1) === "》") continue;
    if (end < text.length) ends.push(end);
    start = end;
  }
  return ends;
}

function isEndMark(character: string): boolean {
  return chineseEnds.has(character) || asciiEnds.has(character);
}

function endsSentence(text: string, at: number, start: number, isChinese: boolean): boolean {
  const character = text.charAt(at);
  if (chineseEnds.has(character)) return true;
  if (asciiEnds.has(character)) {
    // `page?id=1` and `a;b` are one word.
    const isInWord = /\w/u.test(text.charAt(at - 1)) && /[\w=/&]/u.test(text.charAt(at + 1));
    return !isInWord && (character !== ";" || isChinese);
  }
  return fullStops.has(character) && endsWithFullStop(text, at, start);
}

function endsWithFullStop(text: string, at: number, start: number): boolean {
  const before = text.charAt(at - 1);
  if (fullStops.has(before) || fullStops.has(text.charAt(at + 1))) return false;
  const piece = text.slice(start, Math.min(at, start + longestNumbering + 8)).trim();
  if (piece.length <= longestNumbering && /^[\d\p{Script=Han}]+$/u.test(piece)) return false;

  let next = at + 1;
  while (next < text.length && (closers.has(text.charAt(next)) || text.charAt(next) === '"')) {
    next += 1;
  }
  const behind = next;
  while (next < text.length && /\s/u.test(text.charAt(next))) next += 1;
  if (next === text.length) return true;
  const following = text.charAt(next);
  const isBetweenHan = hasHan(before) && (hasHan(following) || openers.has(following));
  // Between two words without a blank, `．` also joins the parts of a name.
  if (isBetweenHan && (text.charAt(at) === "." || next > behind)) return true;
  if (next === behind) return false;
  if (!/[\p{Lu}\p{N}]/u.test(following) && !openers.has(following) && !hasHan(following)) {
    return false;
  }
  return !isAbbreviation(text, at, /\p{N}/u.test(following));
}

function isAbbreviation(text: string, at: number, isBeforeNumber: boolean): boolean {
  const window = text.slice(Math.max(0, at - longestAbbreviation), at);
  const word = /[\p{L}.]+$/u.exec(window)?.[0] ?? "";
  // A single capital is an initial; a word with stops inside is `U.S` or `e.g`.
  if (/^\p{Lu}$/u.test(word) && word !== "I") return true;
  if (/\p{L}\.\p{L}/u.test(word)) return true;
  const lowerCase = word.toLowerCase();
  return titles.has(lowerCase) || (isBeforeNumber && beforeNumbers.has(lowerCase));
}
