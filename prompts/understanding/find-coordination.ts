/** Finds 甲和乙 in a Chinese question: what stands beside each other there, and what both share. */

import { questionWordPattern } from "../../retrieval/question/stop-words.ts";
import { type TaggedWord, tagWords } from "../../retrieval/text/tokens.ts";

export interface CoordinatedItem {
  readonly text: string;
  readonly words: readonly string[];
}

/** The question is `before`, one of `items` and `after`. */
export interface Coordination {
  readonly before: string;
  /** Two or more, in the order asked. */
  readonly items: readonly CoordinatedItem[];
  readonly after: string;
}

/** Lengths in words of the item before the conjunction and of the one behind it. */
interface Extents {
  readonly left: number;
  readonly right: number;
}

/** In characters, of two items that end alike. */
const mostUneven = 1;
const conjunctions: ReadonlySet<string> = new Set(["和", "与", "及", "以及", "、", "跟"]);
/** Said in one breath, though they are two. */
const setPhrases = /国家和地区|地区和国家|港澳和台湾|专家和学者/u;
const years = /(?<!\d)((?:1[5-9]|20)\d\d)(年?)(?:和|与|及|、|以及)((?:1[5-9]|20)\d\d)(年?)/u;
/** `emnlp2022和2023`. */
const namedYears = /([a-z]+)(\d{4})(?:和|与|及|、|以及)(?:\1)?(\d{4})(?!\d)/u;
const longestItem = 6;
/** Words of a subject with which a question begins. */
const longestSubject = 3;
const severally = /分别|各/u;
const opens = /[《“「（(]/gu;
const closes = /[》”」）)]/gu;

function isPunctuation({ word }: TaggedWord): boolean {
  return !/[\p{L}\p{N}]/u.test(word);
}

/** Whether a word may stand in an item at all. */
function canStand(piece: TaggedWord): boolean {
  const { word, tag } = piece;
  if (isPunctuation(piece) && !/[《》“”·]/u.test(word)) return false;
  return !/^(?:u|p|c|r|d|y)/u.test(tag) && !questionWordPattern.test(word);
}

/** Kinds of words that take each other's place: names of places, numbers, verbs, and the rest. */
function kindOf({ word, tag }: TaggedWord): string {
  if (/^n[^s]?$|^(?:j|x|i|l|vn|eng|s)$/u.test(tag)) return "n";
  if (tag === "nrt" || tag === "nrfg") return "n";
  if (/^\d+$/u.test(word)) return "number";
  return tag;
}

function areParallel(left: readonly TaggedWord[], right: readonly TaggedWord[]): boolean {
  return left.every((piece, at) => {
    const other = right[at];
    return other !== undefined && (kindOf(piece) === kindOf(other) || piece.word === other.word);
  });
}

/** 青石县和云溪县, 男单和女单: about as long as each other, with the same last character. */
function rhymingExtents(
  pieces: readonly TaggedWord[],
  at: number,
  most: Extents,
): Extents | undefined {
  let best: (Extents & { readonly unevenness: number }) | undefined;
  for (let left = 1; left <= most.left; left++) {
    const one = textOf(pieces.slice(at - left, at));
    for (let right = 1; right <= most.right; right++) {
      const other = textOf(pieces.slice(at + 1, at + 1 + right));
      const unevenness = Math.abs(one.length - other.length);
      if (one.at(-1) !== other.at(-1) || unevenness > mostUneven) continue;
      if (best === undefined || unevenness < best.unevenness) best = { left, right, unevenness };
    }
  }
  return best;
}

function sharesCharacter(one = "", other = ""): boolean {
  return [...one].some((character) => other.includes(character));
}

function runFrom(pieces: readonly TaggedWord[], start: number, step: 1 | -1): number {
  let length = 0;
  for (let at = start; length < longestItem; at += step) {
    const piece = pieces[at];
    if (piece === undefined || !canStand(piece)) break;
    length++;
  }
  return length;
}

function extents(pieces: readonly TaggedWord[], at: number): Extents | undefined {
  const most = { left: runFrom(pieces, at - 1, -1), right: runFrom(pieces, at + 1, 1) };
  if (most.left === 0 || most.right === 0) return undefined;
  const leftOf = (length: number) => pieces.slice(at - length, at);
  const rightOf = (length: number) => pieces.slice(at + 1, at + 1 + length);

  const rhyming = rhymingExtents(pieces, at, most);
  if (rhyming !== undefined) return rhyming;
  // 最佳电视剧和最佳电视动画: both begin alike.
  const first = pieces[at + 1]?.word;
  for (let length = most.left; length > 0; length--) {
    if (pieces[at - length]?.word === first) return { left: length, right: most.right };
  }
  for (let length = Math.min(most.left, most.right); length > 0; length--) {
    if (areParallel(leftOf(length), rightOf(length))) return { left: length, right: length };
  }
  // 北京冬奥会和冬残奥会的…: all before and all up to 的.
  const endsAtParticle = pieces[at + 1 + most.right]?.tag === "uj";
  if (endsAtParticle && most.left === at && at <= longestSubject) return most;
  // 考研和高考: one word each where they share a character.
  if (sharesCharacter(pieces[at - 1]?.word, first)) return { left: 1, right: 1 };
  // The nearest noun on either side.
  const noun = rightOf(most.right).findIndex((piece) => kindOf(piece) === "n");
  return { left: 1, right: noun < 0 ? 1 : noun + 1 };
}

function isInBrackets(before: string): boolean {
  return (before.match(opens)?.length ?? 0) > (before.match(closes)?.length ?? 0);
}

function textOf(pieces: readonly TaggedWord[]): string {
  return pieces.map(({ word }) => word).join("");
}

function itemOf(pieces: readonly TaggedWord[]): CoordinatedItem {
  return { text: textOf(pieces), words: pieces.map(({ word }) => word) };
}

function coordinatedYears(text: string): Coordination | undefined {
  const named = namedYears.exec(text);
  if (named !== null) {
    const [whole, name = "", one = "", other = ""] = named;
    return {
      before: text.slice(0, named.index) + name,
      items: [one, other].map((year) => ({ text: year, words: [year] })),
      after: text.slice(named.index + whole.length),
    };
  }
  const found = years.exec(text);
  if (found === null) return undefined;
  const [whole, one = "", , other = ""] = found;
  return {
    before: text.slice(0, found.index),
    items: [one, other].map((year) => ({ text: `${year}年`, words: [year] })),
    after: text.slice(found.index + whole.length),
  };
}

/**
 * The first coordination that stands before what is asked, or anywhere where the question says 分别.
 *
 * @param text normalised
 */
export function findCoordination(text: string): Coordination | undefined {
  const ofYears = coordinatedYears(text);
  if (ofYears !== undefined) return ofYears;
  const pieces = tagWords(text);
  for (const [at, piece] of pieces.entries()) {
    if (!conjunctions.has(piece.word)) continue;
    const before = textOf(pieces.slice(0, at));
    if (isInBrackets(before)) continue;
    if (questionWordPattern.test(before) && !severally.test(text)) continue;
    const found = extents(pieces, at);
    if (found === undefined) continue;
    const left = pieces.slice(at - found.left, at);
    const items = [left, pieces.slice(at + 1, at + 1 + found.right)];
    let end = at + 1 + found.right;
    // 甲、乙和丙
    while (conjunctions.has(pieces[end]?.word ?? "")) {
      const length = Math.min(runFrom(pieces, end + 1, 1), left.length);
      if (length === 0) break;
      items.push(pieces.slice(end + 1, end + 1 + length));
      end += 1 + length;
    }
    if (setPhrases.test(items.map(textOf).join(piece.word))) continue;
    return {
      before: textOf(pieces.slice(0, at - found.left)),
      items: items.map(itemOf),
      after: textOf(pieces.slice(end)),
    };
  }
  return undefined;
}
