/** Finds the names of people, places and organisations in Chinese text. */

import { type TaggedWord, tagWords } from "../../../retrieval/text/tokens.ts";
import {
  kindsOfPlace,
  notPlaces,
  personAfter,
  personBefore,
  placeEnds,
  surnames,
} from "./name-words.ts";

export interface Name {
  readonly kind: "person" | "place" | "organisation";
  /** As it stands in the plain text. */
  readonly words: string;
  /** What must be found: 青石 of 青石县. */
  readonly core: string;
  readonly start: number;
  readonly end: number;
}

const isHan = /^\p{Script=Han}+$/u;
const organisationEnd = /(?:大学|学院|银行|社|报|党|法院|公司|集团|证券|委员会)$/u;
const placeEnd = /(?:特别行政区|自治区|自治州|省|市|县|区|镇|乡|村|州)$/u;
const speaks =
  /^(?:先生|女士|老师|教授|医生|同志|老人|大爷|大妈|奶奶|说|表示|介绍|告诉|认为|坦言|指出|强调|称|透露)/u;
const acts = /^(?:带领|率|出任|担任|当选|任|获|夺|主持|负责|接替|创办|今年|是|已)/u;
const clauseStart = /(?:^|[，。；：！？,;:!?\n])$/u;
/** End common nouns as often as names: 窄路, 人工湖. */
const commonEnds = /^(?:湖|岛|山|路|街|寺|大桥|水库)$/u;
const contextLength = 6;
const longestCore = 4;
const foreignName = /[\p{Script=Han}]{1,8}(?:·[\p{Script=Han}]{1,8})+/gu;

interface PlacedWord extends TaggedWord {
  readonly start: number;
}

function placeWords(plain: string): readonly PlacedWord[] {
  let start = 0;
  return tagWords(plain).map((piece) => {
    const placed = { ...piece, start };
    start += piece.word.length;
    return placed;
  });
}

function person(plain: string, words: readonly PlacedWord[], at: number): Name | undefined {
  const { word, tag, start } = words[at] ?? { word: "", tag: "", start: 0 };
  const next = words[at + 1]?.word ?? "";
  const isAlone = surnames.has(word) && tag.startsWith("nr");
  // 李/nr 大海/ns: the segmenter knows the given name as a word.
  const full = isAlone && isHan.test(next) && next.length <= 2 ? word + next : word;
  const isNamed =
    isHan.test(full) &&
    full.length >= 2 &&
    full.length <= 4 &&
    (isAlone || /^(?:nr|x)/u.test(tag)) &&
    (surnames.has(full.charAt(0)) || surnames.has(full.slice(0, 2)));
  if (!isNamed) return undefined;
  const end = start + full.length;
  const lead = plain.slice(Math.max(0, start - contextLength), start);
  const follow = plain.slice(end);
  const isCued = personBefore.test(lead) && personAfter.test(follow);
  const isSpeaking = speaks.test(follow) || (clauseStart.test(lead) && acts.test(follow));
  return isCued || isSpeaking ? { kind: "person", words: full, core: full, start, end } : undefined;
}

function withoutEnd(word: string): string {
  const core = word.replace(placeEnd, "");
  return core.length >= 2 ? core : word;
}

function place(words: readonly PlacedWord[], at: number): Name | undefined {
  const { word, tag, start } = words[at] ?? { word: "", tag: "", start: 0 };
  if (tag === "ns" && word.length >= 2 && isHan.test(word) && !notPlaces.has(word)) {
    return { kind: "place", words: word, core: withoutEnd(word), start, end: start + word.length };
  }
  if (tag === "nt" && organisationEnd.test(word)) {
    return { kind: "organisation", words: word, core: word, start, end: start + word.length };
  }
  const before = words[at - 1];
  const isEnd = placeEnds.has(word) && before !== undefined && isHan.test(before.word);
  if (!isEnd || before.word.length > longestCore || kindsOfPlace.has(before.word)) return undefined;
  if (before.word.length < 2 || /^[vdpcurm]/u.test(before.tag) || notPlaces.has(before.word)) {
    return undefined;
  }
  if (commonEnds.test(word) && !/^n[srz]/u.test(before.tag)) return undefined;
  const full = before.word + word;
  const kind = /公司|集团|学|院/u.test(word) ? "organisation" : "place";
  return { kind, words: full, core: before.word, start: before.start, end: start + word.length };
}

/** Words that may be people's names, with or without words around them that say so. */
export function possiblePersons(plain: string): readonly string[] {
  const words = placeWords(plain);
  return words.flatMap(({ word, tag }, at) => {
    const given = words[at + 1]?.word ?? "";
    if (!tag.startsWith("nr") && tag !== "x") return [];
    if (surnames.has(word)) return isHan.test(given) && given.length <= 2 ? [word + given] : [];
    const isPerson = isHan.test(word) && word.length <= 4 && word.length >= 2;
    return isPerson && surnames.has(word.charAt(0)) ? [word] : [];
  });
}

/** In reading order; one stretch may hold a place and an organisation that it is part of. */
export function chineseNames(plain: string): readonly Name[] {
  const words = placeWords(plain);
  const foreign = [...plain.matchAll(foreignName)].map(({ 0: name, index }): Name => ({
    kind: "person",
    words: name,
    core: name,
    start: index,
    end: index + name.length,
  }));
  const found = words.flatMap((_, at) => {
    const name = person(plain, words, at) ?? place(words, at);
    return name === undefined ? [] : [name];
  });
  return [...foreign, ...found];
}
