/** Tells a sentence whose value belongs to another thing or year than the question's. */

import type { AnalysedQuestion } from "../question/analyse-question.ts";
import { askedAttribute } from "../question/asked-attribute.ts";
import { sayingTheSame } from "../text/saying-the-same.ts";
import { searchWords, type TaggedWord, tagWords } from "../text/tokens.ts";
import { type Mistaken, siblingIn } from "./sibling-in.ts";
import type { Told } from "./told-by.ts";

/** Not the month of a page's own date. */
const title = /《[^》]+》|(?<![a-z])(?![a-z]{3} \d)[a-z][a-z\d-]{2,}(?![a-z])/gu;
const clauseEnd = /[,，;；:：。!！?？]/u;
/** What may stand in the noun phrase with which a clause begins. */
const nominal = /^(?:n|x|j|l|vn|zg|b|a$|an|s|f|g|ng|vg|k|h)/u;
/** What may stand before it. */
const opening = /^(?:t|m|q|c|p|d|y|e|f|u|r)/u;
const openingWord =
  /^(?:截至|截止|据|其中|目前|此外|另外|同时|年|月|日|第?[一二三四]季度|上半年|下半年|全年|年底)$/u;
/** Goes on speaking of what was named. */
const pointsBack = /^[该其此这本]/u;
const isHan = /^\p{Script=Han}{2,}$/u;
const nameTag = /^(?:n[stz]|nr|nrt|nrfg|x)$/u;
const ofTime = /^(?:时间|日期|地点)$/u;
const personTag = /^nr/u;
const noName = /^(?:城市|国家|地方)$|[有设共达会将为是多几哪]/u;
const placeOrOrganisation = /^n[st]/u;
/** Tagged as names, and so wide that they stand for any asked thing, or none. */
const wide =
  /^(?:中国|我国|全国|全球|世界|国内|国际|[全本]\p{Script=Han}|城市|国家|地区|当地|[东南西北中]部)$/u;
/** Of an unknown word that the segmenter cut wrong: 共设, 高达. */
const cutWrong = /^[万亿]|[有设共达会将为是至值这那经从与和及用]/u;
/** Tells what others say: whose figure it is stands behind. */
const tells = /^(?:说|称|表示|认为|预计|预测|估计|宣布|公布|发布|显示|介绍|报道|透露|指出)/u;
const report = /(?:数据|统计|报告|消息)$/u;

/** Names of the question that stand before what is asked, with their parts. */
function askedNames(text: string, before: number): readonly string[] {
  return tagWords(text.slice(0, before))
    .filter(({ word, tag }) => nameTag.test(tag) && isHan.test(word) && !noName.test(word))
    .flatMap(({ word }) => [word, ...searchWords(word)].filter((part) => isHan.test(part)));
}

/** Where the sentence says what is asked, by any word for it. */
function placeOf(head: string, text: string): number {
  const found = sayingTheSame(head)
    .filter((word) => word.length > 1)
    .map((word) => text.indexOf(word))
    .filter((at) => at >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

interface Phrase {
  readonly pieces: readonly TaggedWord[];
  /** The word behind it; empty where the clause ends with it. */
  readonly next: string;
  /** Whether a preposition stands before it. */
  readonly isAdjunct: boolean;
}

/** The noun phrase with which a clause begins. */
function leadingPhrase(clause: string): Phrase {
  const pieces: TaggedWord[] = [];
  let isAdjunct = false;
  for (const piece of tagWords(clause)) {
    const isWord = /\p{Script=Han}/u.test(piece.word);
    const isNominal = isWord && nominal.test(piece.tag) && !openingWord.test(piece.word);
    if (isNominal) pieces.push(piece);
    else if (pieces.length > 0) return { pieces, next: piece.word, isAdjunct };
    else if (piece.tag === "p") isAdjunct = true;
    else if (isWord && !opening.test(piece.tag) && !openingWord.test(piece.word)) break;
  }
  return { pieces, next: "", isAdjunct };
}

/** Whether the text may mean the name: 政协 by 政治协商会议. */
function mayMean(text: string, name: string): boolean {
  let at = 0;
  for (const character of name) {
    const found = text.indexOf(character, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}

/** Whether the thing asked about is a person, and no more is said of it: 布林肯 in 布林肯访华时间. */
function asksOfPerson(subject: string): boolean {
  const pieces = tagWords(subject);
  return pieces.length > 0 && pieces.every(({ tag }) => personTag.test(tag));
}

/** The place or organisation named in the phrase, if it names one. */
function namedIn(
  { pieces, next, isAdjunct }: Phrase,
  question: AnalysedQuestion,
  ofPerson: boolean,
): string | undefined {
  // 在英国 alone says of where the rest is told; where something was done, no more than that.
  if (isAdjunct && next !== "") return undefined;
  const last = pieces.at(-1);
  if (tells.test(next) && (last === undefined || report.test(last.word) || last.tag === "nt"))
    return undefined;
  return pieces.find(({ word, tag }, at) => {
    if (!isHan.test(word) || wide.test(word) || question.text.includes(word)) return false;
    if (ofPerson && (personTag.test(tag) || (tag === "x" && at === 0))) return true;
    if (placeOrOrganisation.test(tag)) return true;
    const following = pieces[at + 1]?.tag ?? "";
    return tag === "x" && /^(?:n$|nz|vn)/u.test(following) && !cutWrong.test(word);
  })?.word;
}

/** Works and names in Latin letters: those of the question, and those of a clause. */
function titlesIn(text: string): readonly string[] {
  return [...text.matchAll(title)].map(([found]) => found);
}

/** GPT-4 of 发布了GPT-4 where the date of another one is asked, which no word before it names. */
function otherTitle(question: string, lead: string, clause: string): Mistaken | undefined {
  const [asked, ...more] = titlesIn(question);
  if (asked === undefined || more.length > 0) return undefined;
  if (lead.includes(asked.replace(/[《》]/gu, ""))) return undefined;
  const isWork = asked.startsWith("《");
  const other = titlesIn(clause).find((one) => one.startsWith("《") === isWork);
  return other === undefined ? undefined : { asked, other };
}

/**
 * The other thing of which the sentence says what is asked: 越南 in `越南GDP增长率为3.3%`
 * for China's. Clauses without a name go on speaking of the one before.
 */
export function toldOfAnother(
  question: AnalysedQuestion,
  { text, around }: Told,
): Mistaken | undefined {
  if (question.language !== "zh") return undefined;
  const sibling = siblingIn(question.text, text) ?? siblingIn(question.text, `${around} ${text}`);
  if (sibling !== undefined) return sibling;
  const attribute = askedAttribute(question);
  if (attribute === undefined) return undefined;
  const { start, head, sort } = attribute;
  const at = placeOf(ofTime.test(head) ? (sort ?? head) : head, text);
  if (at < 0) return undefined;
  const length = text.slice(at).search(clauseEnd);
  const end = length < 0 ? text.length : at + length;
  const own = text.slice(0, at).split(clauseEnd).at(-1) ?? "";
  const before = question.text.slice(0, start).replace(/的$/u, "");
  const titled = otherTitle(before, text.slice(0, end), own + text.slice(at, end));
  if (titled !== undefined) return titled;
  const asked = askedNames(question.text, start);
  // Who holds an office may be told before whose it is.
  const lead = question.type === "person" ? text : text.slice(0, end);
  if (asked.length === 0 || asked.some((name) => lead.includes(name))) return undefined;
  const ofPerson = asksOfPerson(before);
  for (const clause of text.slice(0, at).split(clauseEnd).toReversed()) {
    if (pointsBack.test(clause)) return undefined;
    if (asked.some((name) => mayMean(clause, name))) return undefined;
    const name = namedIn(leadingPhrase(clause), question, ofPerson);
    if (name !== undefined) return { asked: asked[0] ?? "", other: name };
  }
  return undefined;
}
