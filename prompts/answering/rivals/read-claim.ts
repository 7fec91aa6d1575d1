/** Reads what a sentence claims of the thing asked: its value, and of when, where and how measured. */

import type { RankedSentence } from "../../../retrieval/ranking/rank-sentences.ts";
import type { AnalysedQuestion } from "../../../retrieval/question/analyse-question.ts";
import { plainText, tidyText } from "../../verification/text/plain-text.ts";
import { readText, type ReadText } from "../../verification/text/read-text.ts";
import { tellingWords } from "../../verification/text/telling-words.ts";
import { type AskedValue, askedValues } from "./asked-values.ts";
import { type AskedWords, askedWords, heldShare, holdsAny } from "./asked-words.ts";
import { sayingTheSame } from "../../../retrieval/text/saying-the-same.ts";
import { claimArea, type ClaimArea, rootOf } from "./claim-area.ts";
import { type Definitions, isDefining, readDefinitions } from "./claim-definitions.ts";
import { claimTime, type ClaimTime, publication } from "./claim-time.ts";
import { inWordsOf } from "./in-words-of.ts";
import { isLight } from "./light-words.ts";
import { placesIn, sayingAround, sayingOf } from "./value-saying.ts";

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

/** Share of the question's words, by their letters, that the sentence and its title must hold … */
const leastHeld = 0.85;
/** … and that the sentence itself must. */
const leastHeldInSentence = 0.5;
/** Of a part, of another's, of a change: no value of the thing itself. */
const ofAPart = /其中|当中|之一|另有|另外|还有|比[^，。]{1,12}[多少高低]|增加了?$|减少了?$/u;
/** 总面积 is the 面积. */
const wholeBefore = /^[总全共](?=\p{Script=Han}{2})/u;
const yearOrNumber = /^\d+$/u;

/** With or without the rank of a place: 云台 for 云台县. */
function isNamed(plain: string, name: string): boolean {
  return plain.includes(name) || plain.includes(rootOf(name));
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

/** Undefined where the sentence gives no one value of the kind asked for the thing asked. */
export function readClaim(
  asAsked: AnalysedQuestion,
  { sentence, passage: { chunk } }: RankedSentence,
): Claim | undefined {
  const text = readText(tidyText(sentence.text), chunk.publishedOn);
  const { plain } = text;
  const heading = plainText(tidyText([chunk.title, sentence.section].join(" ")));
  const question = inWordsOf(asAsked, `${plain}\n${heading}`);
  const asked = askedWords(question);
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
    !known.includes(word.replace(wholeBefore, "")) && !isLight(word) && !isDefining(word);
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
