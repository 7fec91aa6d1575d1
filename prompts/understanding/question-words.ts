/** What a question is made of: the words that name what it is about, apart from what it asks of it. */

import { questionWordPattern, stopWords } from "../../retrieval/question/stop-words.ts";
import { normalise } from "../../retrieval/text/normalise.ts";
import { type TaggedWord, tagWords } from "../../retrieval/text/tokens.ts";
import { notPlaces } from "../verification/names/name-words.ts";
import { isRelational } from "./relational-words.ts";

/** How much of its subject a question says itself. */
export interface OwnSubject {
  /** Whether a name stands in it. */
  readonly isNamed: boolean;
  /** Common nouns that are no attribute of something unsaid. */
  readonly nouns: number;
}

const quoted = /[《“「"‘][^》”」"’]{2,}[》”」"’]/u;
const nameTag = /^(?:ns|nt|nz|nr|nrt|nrfg|x|eng)$/u;
const nounTag = /^(?:n|j|s|eng|ng)$/u;
const idiomTag = /^[il]$/u;
const idiomLength = 4;
/** 青石 and 县 apart. */
const placeEnd = /^(?:省|市|县|区|镇|乡|村|州|公司|大学|中学|小学|一中|二中|大桥|高新区)$/u;
const notNamed = /[多几这那该每哪何年]|^(?:大桥|城市|国家|地方)$/u;
const brokenTag = /^(?:n|ng|vg|nr|nz|x|zg|j|g|b)$/u;
/** Tagged as a number, and none that people count with: 兆 of 兆驰. */
const rareNumeral = /^[^\d一二三四五六七八九十百千万亿两几半零〇多数]$/u;
const shortestBroken = 2;
const isHan = /^\p{Script=Han}+$/u;
const latinWord = /[A-Za-zÀ-ž][\p{Script=Latin}\d'’-]*/gu;
const capital = /^[A-ZÀ-Ž]/u;

function isName({ word, tag }: TaggedWord): boolean {
  if (word.length < 2 || notNamed.test(word) || notPlaces.has(word)) return false;
  return (
    nameTag.test(tag) && !isRelational(word) && (isHan.test(word) || /\p{L}{2}|[a-z]\d/u.test(word))
  );
}

function chineseSubject(text: string): OwnSubject {
  const pieces = tagWords(text).filter(
    ({ word }) => !stopWords.has(word) && !questionWordPattern.test(word) && /\p{L}/u.test(word),
  );
  const isPlace = pieces.some(
    ({ word }, at) =>
      placeEnd.test(word) &&
      nounTag.test(pieces[at - 1]?.tag ?? "") &&
      !isRelational(pieces[at - 1]?.word ?? ""),
  );
  const nouns = pieces.filter(
    ({ word, tag }) =>
      (nounTag.test(tag) ||
        nameTag.test(tag) ||
        (idiomTag.test(tag) && word.length >= idiomLength)) &&
      word.length > 1 &&
      !notNamed.test(word.length > 2 ? "" : word) &&
      !isRelational(word),
  );
  return {
    isNamed: quoted.test(text) || isPlace || pieces.some(isName),
    nouns: nouns.length + brokenNames(tagWords(text)),
  };
}

/** 超级碗, 固始站: pieces of a name that the segmenter does not know. */
function brokenNames(pieces: readonly TaggedWord[]): number {
  let run = "";
  let least = shortestBroken;
  let found = 0;
  const end = () => {
    if (run.length >= least && !isRelational(run)) found++;
    run = "";
    least = shortestBroken;
  };
  for (const piece of pieces) {
    const isBroken =
      brokenTag.test(piece.tag) || (piece.tag === "m" && rareNumeral.test(piece.word));
    const isPiece = isBroken && (piece.word.length === 1 || piece.tag === "b");
    // 固始/a 站/v
    const isTail = run.length > 1 && piece.word.length === 1 && /^[vq]/u.test(piece.tag);
    const isTelling = !stopWords.has(piece.word) && !isRelational(piece.word);
    if ((isPiece || isTail) && isHan.test(piece.word) && isTelling) run += piece.word;
    else if (piece.tag === "a" && piece.word.length > 1 && isTelling) {
      end();
      run = piece.word;
      least = run.length + 1;
    } else end();
  }
  end();
  return found;
}

function englishSubject(text: string): OwnSubject {
  const words = [...text.matchAll(latinWord)].map(([word]) => word);
  const telling = words.filter((word) => {
    const plain = word.toLowerCase().replace(/['’]s$/u, "");
    return !stopWords.has(plain) && !isRelational(plain);
  });
  const isNamed = telling.some((word) => capital.test(word) && word !== words[0]);
  return { isNamed: isNamed || quoted.test(text), nouns: telling.length };
}

/** Chinese where the text holds a Han character. */
export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** @param text as written: English names are told by their capitals */
export function ownSubject(text: string): OwnSubject {
  return isChinese(text) ? chineseSubject(normalise(text)) : englishSubject(text);
}
