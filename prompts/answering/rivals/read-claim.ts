/** Reads what a sentence claims of the thing asked: its value, and of when, where and how measured. */

import type { RankedSentence } from "../../../retrieval/ranking/rank-sentences.ts";
import {
  type AnalysedQuestion,
  wordsOfConcept,
} from "../../../retrieval/question/analyse-question.ts";
import { tagWords } from "../../../retrieval/text/tokens.ts";
import { unitOf } from "../../verification/figures/units.ts";
import { splitClauses, type Stretch } from "../../verification/text/clauses.ts";
import { plainText, tidyText } from "../../verification/text/plain-text.ts";
import { readText, type ReadText } from "../../verification/text/read-text.ts";
import { tellingWords } from "../../verification/text/telling-words.ts";
import { type AskedValue, askedValues } from "./asked-values.ts";
import { sayingTheSame } from "./attribute-words.ts";
import { claimArea, type ClaimArea, rootOf } from "./claim-area.ts";
import { type Definitions, isDefining, readDefinitions } from "./claim-definitions.ts";
import { claimTime, type ClaimTime, publication } from "./claim-time.ts";

export interface Claim {
  readonly value: AskedValue;
  /** As the sentence says it; undefined where it does not. */
  readonly time: ClaimTime | undefined;
  readonly publication: ClaimTime | undefined;
  readonly area: ClaimArea | undefined;
  readonly definitions: Definitions;
  /** Its clause, plain. */
  readonly saying: string;
  /** Words of its clause for which neither the question nor time, place and definition account. */
  readonly unaccounted: readonly string[];
  /** Places, organisations and works named up to its end, but not in the question. */
  readonly places: readonly string[];
  /** Plain text of the sentence. */
  readonly plain: string;
}

const shortestWord = 2;
/** Share of the question's words, by their letters, that the sentence and its title must hold … */
const leastHeld = 0.85;
/** … and that the sentence itself must. */
const leastHeldInSentence = 0.5;
/** Of a part, of another's, of a change: no value of the thing itself. */
const ofAPart = /其中|当中|之一|另有|另外|还有|比[^，。]{1,12}[多少高低]|增加了?$|减少了?$/u;
/** Say nothing of what is measured. */
const light =
  /^(?:项目|工程|正式|对外|据了解|了解|记者|报道|消息|公布|发布|数据|统计|有着|拥有|达|达到|长达|高达|降至|降到|升至|增至|增加到|提高到|突破|约为|大约|总|总共|一共|共|共有|现有|现存|全部|各类|已经|已|如今|目前|截至|截止|年底|年末|底|末|位于|坐落|坐落于|当时|这|那|这场|这座|该|发生|造成|导致|一年|哪年|年|月|日|左右|以上|余|多|整|首日|那年|当年|当天|于|在|被|由|后|前|时|出任|担任|任|就任|上任|为|了|期间|其|规模|数量|数|量|水平|情况|显示|地|名|家|全|这里|这个|降|升|增|仅|就|才|刚刚|终于|开始|至|到|成为|全体|人家|全书|全文|所有|(?:已|现|共|建|设|足|仍|只|仅)[有达为]|[全我本该][国省市县区镇乡村州])$/u;
/** Letters beside a time that alone make a clause. */
const longestJoint = 1;
/** 村有 of 天目村有多少户: glued by the segmenter. */
const gluedEnd = /(?<=\p{Script=Han})[有是为在的了]$/u;
const scale = /^[十百千万亿]+/u;
/** 总面积 is the 面积. */
const wholeBefore = /^[总全共](?=\p{Script=Han}{2})/u;
const placeTag = /^n[stz]/u;
const yearOrNumber = /^\d+$/u;

interface AskedWords {
  readonly subjects: readonly string[];
  /** Each with the words that say the same. */
  readonly attributes: readonly (readonly string[])[];
}

function askedWords({ concepts }: AnalysedQuestion): AskedWords {
  const telling = concepts.filter(
    ({ word }) =>
      word.length >= shortestWord &&
      !yearOrNumber.test(word) &&
      unitOf(word.replace(scale, "")) === undefined &&
      !light.test(word),
  );
  return {
    subjects: telling
      .filter(({ isAttribute }) => !isAttribute)
      .map(({ word }) => word.replace(gluedEnd, "")),
    attributes: telling
      .filter(({ isAttribute }) => isAttribute)
      .map((concept) => wordsOfConcept(concept).flatMap(sayingTheSame)),
  };
}

/** Share of the question's words by their letters that the text holds, 0…1. */
function heldShare({ subjects, attributes }: AskedWords, text: string): number {
  let [held, all] = [0, 0];
  for (const words of [...subjects.map((word) => [word, rootOf(word)]), ...attributes]) {
    const letters = words[0]?.length ?? 0;
    all += letters;
    if (words.some((word) => text.includes(word))) held += letters;
  }
  return all === 0 ? 0 : held / all;
}

/** With or without the rank of a place: 云台 for 云台县. */
function isNamed(plain: string, name: string): boolean {
  return plain.includes(name) || plain.includes(rootOf(name));
}

function clauseOf(plain: string, { start, end }: AskedValue): Stretch {
  const clause = splitClauses(plain).find((one) => one.start <= start && end <= one.end);
  return clause ?? { text: plain, start: 0, end: plain.length };
}

/** The clause of the value; where that is a bare time, 2005年，…, with the one behind it. */
function sayingOf(plain: string, value: AskedValue): Stretch {
  const clause = clauseOf(plain, value);
  if (clause.text.trim().length > value.end - value.start + longestJoint) return clause;
  const next = splitClauses(plain).find(({ start }) => start >= clause.end);
  const end = next?.end ?? clause.end;
  return { text: plain.slice(clause.start, end), start: clause.start, end };
}

function holdsAny(text: string, lists: readonly (readonly string[])[]): boolean {
  return lists.some((words) => words.some((word) => text.includes(word)));
}

/** The one value that stands with what is asked; undefined where it is not sure which. */
function valueOf(
  question: AnalysedQuestion,
  text: ReadText,
  { attributes }: AskedWords,
): AskedValue | undefined {
  const values = askedValues(question, text);
  const [only] = values;
  if (only === undefined || values.length === 1) {
    // What happened at a time is told beside it; of the only figure it may stand anywhere.
    const near = only?.kind === "time" ? sayingOf(text.plain, only).text : text.plain;
    return attributes.length === 0 || holdsAny(near, attributes) ? only : undefined;
  }
  const inClause = values.filter((value) => holdsAny(sayingOf(text.plain, value).text, attributes));
  if (inClause.length < 2) return inClause[0];
  const atWord = inClause.filter((value) => {
    const before = values.findLast(({ end }) => end <= value.start)?.end ?? 0;
    const from = Math.max(before, sayingOf(text.plain, value).start);
    return holdsAny(text.plain.slice(from, value.start), attributes);
  });
  return atWord.length === 1 ? atWord[0] : undefined;
}

/** Where the first of the words stands in the text; its length where none does. */
function firstOf(text: string, words: readonly string[]): number {
  return Math.min(text.length, ...words.map((word) => text.indexOf(word)).filter((at) => at >= 0));
}

/**
 * What the clause of the value says beside figures and times: from its subject on where 的 leads to that,
 * and of what happened at a time without who did it.
 */
function sayingAround(
  { plain, moments, figures }: ReadText,
  value: AskedValue,
  { subjects, attributes }: AskedWords,
): string {
  const saying = sayingOf(plain, value);
  let text = saying.text;
  for (const { start, end } of [...moments, ...figures, value]) {
    const [from, to] = [start - saying.start, end - saying.start];
    if (from < 0 || to > text.length) continue;
    text = text.slice(0, from) + " ".repeat(to - from) + text.slice(to);
  }
  const first = firstOf(text, subjects);
  if (value.kind === "time") return text.slice(Math.min(first, firstOf(text, attributes.flat())));
  return first < text.length && text.charAt(first - 1) === "的" ? text.slice(first) : text;
}

/** Places, organisations and works that the sentence names up to the end of the value's saying. */
function placesIn(plain: string, value: AskedValue): readonly string[] {
  return tagWords(plain.slice(0, sayingOf(plain, value).end))
    .filter(({ word, tag }) => placeTag.test(tag) && word.length >= shortestWord)
    .map(({ word }) => word);
}

/** Undefined where the sentence gives no one value of the kind asked for the thing asked. */
export function readClaim(
  question: AnalysedQuestion,
  { sentence, passage: { chunk } }: RankedSentence,
): Claim | undefined {
  const text = readText(tidyText(sentence.text), chunk.publishedOn);
  const { plain } = text;
  const asked = askedWords(question);
  const heading = plainText(tidyText([chunk.title, sentence.section].join(" ")));
  if (heldShare(asked, `${plain}\n${heading}`) < leastHeld) return undefined;
  if (heldShare(asked, plain) < leastHeldInSentence) return undefined;
  if (!question.names.every((name) => yearOrNumber.test(name) || isNamed(plain, name)))
    return undefined;
  const value = valueOf(question, text, asked);
  if (value === undefined) return undefined;

  const saying = sayingOf(plain, value);
  if (ofAPart.test(plain.slice(saying.start, value.start))) return undefined;
  const area = claimArea(plain.slice(0, value.start), asked.subjects);
  const known = [
    question.text,
    ...asked.attributes.flat(),
    ...sayingTheSame(question.text),
    area?.words ?? "",
  ].join(" ");
  const isLeft = (word: string): boolean =>
    !known.includes(word.replace(wholeBefore, "")) && !light.test(word) && !isDefining(word);
  return {
    value,
    time: value.kind === "time" ? undefined : claimTime(text, value, chunk.publishedOn),
    publication: publication(chunk.publishedOn),
    area,
    definitions: readDefinitions(saying.text),
    unaccounted: tellingWords(sayingAround(text, value, asked)).filter(isLeft),
    places: placesIn(plain, value).filter(isLeft),
    saying: saying.text,
    plain,
  };
}
