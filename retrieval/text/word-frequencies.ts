/** How common a word is in Chinese at large, so that a corpus of ten documents has sane weights. */

import { dict } from "@node-rs/jieba/dict.js";

/** Sum of all frequencies in jieba's dictionary, in words of the text it was counted on. */
const totalFrequency = 60_101_964;
/** Words in a stretch of text the size of a passage: turns word frequency into passage frequency. */
const wordsPerPassage = 120;
const smallestIdf = 0.3;
export const largestBackgroundIdf = 10;
const unknownNumberIdf = 6;
const number = /^[\d.,%]+$/u;

const newline = 0x0a;
const space = 0x20;
const digitZero = 0x30;
/** Slots of the hash table over the dictionary's bytes: a power of two above 349,000 · 1.5. */
const slots = 2 ** 19 * 2;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const han = /^[\u3400-\u9fff]$/u;
/** Of one character in UTF-8. */
const hanBytes = 3;
const longestWordBytes = 256;
const scratch = new Uint8Array(longestWordBytes);

/** Where each word's line starts, plus one; 0 is free. Bytes stay in the dictionary. */
let lineStarts: Int32Array | undefined;

function slotOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) & (slots - 1);
}

function isWordAt(line: number, length: number): boolean {
  if (dict[line + length] !== space) return false;
  for (let at = 0; at < length; at++) if (dict[line + at] !== scratch[at]) return false;
  return true;
}

function indexDictionary(): Int32Array {
  const starts = new Int32Array(slots);
  for (let line = 0; line < dict.length;) {
    const wordEnd = dict.indexOf(space, line);
    if (wordEnd < 0) break;
    let slot = slotOf(dict, line, wordEnd);
    while (starts[slot] !== 0) slot = (slot + 1) & (slots - 1);
    starts[slot] = line + 1;
    const lineEnd = dict.indexOf(newline, wordEnd);
    if (lineEnd < 0) break;
    line = lineEnd + 1;
  }
  return starts;
}

function frequencyOf(word: string): number {
  lineStarts ??= indexDictionary();
  const { read, written: length } = encoder.encodeInto(word, scratch);
  if (length === 0 || read < word.length) return 0;
  for (let slot = slotOf(scratch, 0, length); ; slot = (slot + 1) & (slots - 1)) {
    const line = (lineStarts[slot] ?? 0) - 1;
    if (line < 0) return 0;
    if (!isWordAt(line, length)) continue;
    let frequency = 0;
    for (let at = line + length + 1; (dict[at] ?? 0) >= digitZero; at++) {
      frequency = frequency * 10 + (dict[at] ?? 0) - digitZero;
    }
    return frequency;
  }
}

/** Whether jieba's dictionary (349,045 words) knows the word. Takes normalised text. */
export function isDictionaryWord(word: string): boolean {
  return frequencyOf(word) > 0;
}

/** The Han characters that jieba's dictionary lists as words of their own, the commonest first. */
export function dictionaryCharacters(): readonly string[] {
  const found: { readonly character: string; readonly frequency: number }[] = [];
  for (let line = 0; line < dict.length;) {
    const lineEnd = dict.indexOf(newline, line);
    const end = lineEnd < 0 ? dict.length : lineEnd;
    if (dict[line + hanBytes] === space) {
      const character = decoder.decode(dict.subarray(line, line + hanBytes));
      if (han.test(character)) found.push({ character, frequency: frequencyOf(character) });
    }
    line = end + 1;
  }
  return found
    .sort((one, other) => other.frequency - one.frequency)
    .map(({ character }) => character);
}

/**
 * Inverse passage frequency of a word in general Chinese: ln(total / (120 · frequency)), within
 * 0.3…10; unknown numbers 6, other unknown words 10. Takes normalised text.
 */
export function backgroundIdf(word: string): number {
  const frequency = frequencyOf(word);
  if (frequency === 0) return number.test(word) ? unknownNumberIdf : largestBackgroundIdf;
  const idf = Math.log(totalFrequency / (wordsPerPassage * frequency));
  return Math.min(largestBackgroundIdf, Math.max(smallestIdf, idf));
}
