/** Tells a question that stands alone from one that says only a part of what it asks. */

import { questionWordPattern } from "../../retrieval/question/stop-words.ts";
import { normalise } from "../../retrieval/text/normalise.ts";
import { tagWords } from "../../retrieval/text/tokens.ts";
import { askedAtEnd, isRelational } from "./relational-words.ts";
import { isChinese, ownSubject } from "./question-words.ts";

/** `unsure`: either may be meant, 骨干有几个 after a question about lawyers, or about anything. */
export type Standing = "alone" | "unsure" | "continues";

/** Words of a sequel, with which also a whole question may begin. */
const sequel =
  /^(?:那么|那(?![个些座家所项条次种位名部款届里边年时天])|还有|另外|然后|以及|[,，\s])+/u;
const englishSequel = /^(?:(?:and|but|or|so|then|also|ok|okay)\b[\s,]*)+/iu;
const asksForMore =
  /^(?:还有|别的|其他的?|其它的?|另外|更多)(?:的|别的|其他的?)?(?:呢|吗|什么|哪些|谁|没有|啥)?$/u;
const englishAsksForMore =
  /^(?:(?:what|who|where|anything|any(?:one|body)|something) else|(?:any |some |tell me )?more|any others?|(?:and )?others?)\b.{0,12}$/iu;
const pronoun = /(?<![其吉])[它他她](?!人|乡|国)们?/u;
const pointer =
  /(?:这|那)(?:[个些座家所项条次种位名部款届篇场片支]|[里边儿](?!程))|(?<![应])该(?=[校馆院县市区镇村局厅厂店桥站园所项公企平机基景报书剧片活工产品])|其中|上述|前者|后者|里面|里边|当时(?!间)|那[年时天]|同年|此(?=[事处地举人项])|其(?=面积|人口|产量|作者|成员|余|总|主|导|校|馆|院)/u;
const englishPronoun = /\b(?:it|its|they|them|their|theirs|he|his|him|she|her|hers)\b/iu;
const englishPointer =
  /\b(?:this|these|those)\b(?! (?:year|month|week|morning|evening|century|day|summer|winter|spring|autumn)\b)|\bthat(?= (?:one|year|time|place|school|bridge|museum|project|company|person|number|figure|day)\b|\s*\??$)|(?<!\b(?:is|are|was|were|be|been) )\bthere\b(?! (?:is|are|was|were)\b)|\bthe (?:same|former|latter|others?|(?:first|second|third|last|other) one)\b/iu;
const englishEllipsis = /^(?:what|how) about\b/iu;
const loneAsking =
  /^(?:why|who|when|where|how|since when|how many|how much|how long|how come|which one|which)(?: (?:exactly|so|not))?$/iu;
const definition =
  /^什么(?:是|叫)|是什么(?:意思)?$|^(?:what|who) (?:is|are|was|were) (?!it|they|he|she)/iu;
const ending = /[?？。.!！~～\s]+$/u;
const nounTag = /^n(?![rst])/u;
/** Nouns of one letter that are always of something, or a person. */
const ofSomething = /^[量价数钱人事话家门色味形声底头边]$/u;
const yesOrNo = /吗$|是否|有没有/u;
const longestLoneName = 6;
/** A sequel that says as much asks a thing of its own. */
const muchSaid = 4;

function hasSubject(text: string): boolean {
  const { isNamed, nouns } = ownSubject(text);
  return isNamed || nouns > 1;
}

/** Whether a word points out of the question: nothing before it in there could be meant. */
function pointsOut(text: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => {
    const found = pattern.exec(text);
    return found !== null && !hasSubject(text.slice(0, found.index));
  });
}

/**
 * Whether the clause before the first pronoun begins with a noun of one letter, 硅 of
 * 硅这么便宜,为什么用它: no name, and often a thing all the same.
 */
function namesInOneLetter(text: string): boolean {
  const clause = /^(?<clause>[^,，;；]{2,})[,，;；]/u.exec(text.slice(0, text.search(pronoun)));
  const [first, second] = tagWords(clause?.groups?.["clause"] ?? "");
  if (first === undefined || second === undefined || first.word.length > 1) return false;
  return nounTag.test(first.tag) && !ofSomething.test(first.word) && !isRelational(first.word);
}

function isLoneName(text: string): boolean {
  return (
    text.length <= longestLoneName &&
    hasSubject(text) &&
    !/的|[《》“”]/u.test(text) &&
    askedAtEnd(text) === undefined
  );
}

function bySubject(text: string): Standing {
  const { isNamed, nouns } = ownSubject(text);
  if (isNamed || nouns > 1) return "alone";
  if (nouns === 0) return "continues";
  return definition.test(text) ? "alone" : "unsure";
}

function chineseStanding(asked: string): Standing {
  const text = normalise(asked).replace(ending, "");
  if (asksForMore.test(text)) return "continues";
  const rest = text.replace(sequel, "");
  if (rest.endsWith("呢") && !questionWordPattern.test(rest)) return "continues";
  if (pointsOut(rest, [pronoun, pointer])) return namesInOneLetter(rest) ? "unsure" : "continues";
  const isAsked = questionWordPattern.test(rest) || yesOrNo.test(rest);
  if (rest !== text && !isAsked) return "continues";
  // A name alone is looked up, or put in the place of another.
  if (!isAsked && /[?？]\s*$/u.test(asked) && isLoneName(rest)) return "unsure";
  return bySubject(rest);
}

function englishStanding(asked: string): Standing {
  const text = asked.trim().replace(ending, "");
  if (englishAsksForMore.test(text) || loneAsking.test(text)) return "continues";
  const rest = text.replace(englishSequel, "");
  if (englishEllipsis.test(rest))
    return ownSubject(rest).nouns >= muchSaid ? "unsure" : "continues";
  if (pointsOut(rest, [englishPronoun, englishPointer])) return "continues";
  const isAsked =
    /\b(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|has|have|can|will)\b/iu;
  if (rest !== text && !isAsked.test(rest)) return "continues";
  return bySubject(rest);
}

export function standingOf(question: string): Standing {
  return isChinese(question) ? chineseStanding(question) : englishStanding(question);
}

/** 还有呢？: the same again, but what was not said yet. */
export function isForMore(question: string): boolean {
  const text = question.trim().replace(ending, "");
  return (
    asksForMore.test(normalise(text)) ||
    englishAsksForMore.test(text.replace(englishSequel, "")) ||
    englishAsksForMore.test(text)
  );
}

/** 云溪县 of 那云溪县呢？, and `2023` of `What about 2023?`; undefined where something whole is asked. */
export function elliptic(question: string): string | undefined {
  const text = question.trim().replace(ending, "");
  if (!isChinese(text)) {
    const rest = text.replace(englishSequel, "").replace(englishEllipsis, "").trim();
    const isCut =
      rest !== text &&
      !/\b(?:what|which|who|when|where|why|how|is|are|was|were|do|does|did)\b/iu.test(rest);
    return isCut && rest !== "" ? rest : undefined;
  }
  if (questionWordPattern.test(text) || yesOrNo.test(text)) return undefined;
  const rest = text
    .replace(sequel, "")
    .replace(/的?呢$/u, "")
    .replace(/的$/u, "")
    .trim();
  return rest === "" ? undefined : rest;
}
