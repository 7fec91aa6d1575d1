/** Does the sentence hold something of the kind asked for: a number, a date, a person, a place? */

import { LRUCache } from "lru-cache";
import type { Candidate } from "../candidate.ts";
import type { WeighedQuestion } from "../weighed-question.ts";
import { wordsOfConcept } from "../../question/analyse-question.ts";
import { tagWords } from "../../text/tokens.ts";

const unknown = 0.5;
const number = /\d[\d.,]*|[一二三四五六七八九十百千万亿两]+/u;
const digits = /\d[\d.,]*/gu;
const dateParts = /^[年月日]/u;
const date =
  /\d{1,4}年|\d{1,2}月|\d{1,2}[日号]|世纪|年代|[一二三四五六七八九十]月|朝|星期|周[一二三四五六日]|上午|下午|凌晨|\d{4}-\d|小时|分钟|期间|时期|\d点|(?:january|february|march|april|june|july|august|september|october|november|december)/gu;
const reason =
  /因为|由于|因此|所以|导致|为了|原因|因而|以便|使得|得益|缘于|源于|因|because|due to|thanks to/u;
const manner = /通过|采用|利用|采取|使用|方式|方法|首先|步骤|依靠|借助|by |through|using/u;
const nearnessScale = 8;
const candidatesCounted = 3;
/** Nearness where the kind has no position in the sentence. */
const nearnessUnknown = 0.3;

/** What of the asked kind a sentence holds. */
interface KindFound {
  /** 1 where it holds something of the kind, 0 where not, ½ where the kind is open. */
  readonly has: number;
  /** The same for something that the question does not say itself. */
  readonly hasNew: number;
  /** Where the possible answers stand in the normalised text. */
  readonly positions: readonly number[];
}

const namesOfSentences = new LRUCache<string, { persons: string[]; places: string[] }>({
  max: 10_000,
});

function namedThings(text: string): { persons: string[]; places: string[] } {
  const known = namesOfSentences.get(text);
  if (known !== undefined) return known;
  const pieces = tagWords(text).filter(({ word }) => word.length > 1);
  const found = {
    persons: pieces.filter(({ tag }) => tag.startsWith("nr")).map(({ word }) => word),
    places: pieces.filter(({ tag }) => /^n[st]/u.test(tag)).map(({ word }) => word),
  };
  namesOfSentences.set(text, found);
  return found;
}

function foundAmount(question: WeighedQuestion, text: string): KindFound {
  const numbers = [...text.matchAll(digits)].filter(([found]) => !question.text.includes(found));
  const { unit } = question;
  const positions =
    unit === undefined
      ? numbers
          .filter((match) => !dateParts.test(text.slice(match.index + match[0].length)))
          .map((match) => match.index)
      : [...text.matchAll(new RegExp(unit.answers.source, "gu"))].map((match) => match.index);
  return { has: number.test(text) ? 1 : 0, hasNew: numbers.length > 0 ? 1 : 0, positions };
}

function foundDate(question: WeighedQuestion, text: string): KindFound {
  const dates = [...text.matchAll(date)];
  const fresh = dates.filter(([found]) => !question.text.includes(found));
  return {
    has: dates.length > 0 ? 1 : 0,
    hasNew: fresh.length > 0 ? 1 : 0,
    positions: fresh.map((match) => match.index),
  };
}

function foundNames(question: WeighedQuestion, text: string, names: readonly string[]): KindFound {
  const fresh = names.filter((name) => !question.text.includes(name));
  return {
    has: names.length > 0 ? 1 : 0,
    hasNew: fresh.length > 0 ? 1 : 0,
    positions: fresh.map((name) => text.indexOf(name)),
  };
}

function foundWording(found: boolean): KindFound {
  return { has: found ? 1 : 0, hasNew: found ? 1 : 0, positions: [] };
}

function foundOf(question: WeighedQuestion, text: string): KindFound {
  switch (question.type) {
    case "amount":
      return foundAmount(question, text);
    case "date":
      return foundDate(question, text);
    case "person":
      return foundNames(question, text, namedThings(text).persons);
    case "place":
      return foundNames(question, text, namedThings(text).places);
    case "reason":
      return foundWording(reason.test(text));
    case "manner":
      return foundWording(manner.test(text));
    case "other":
      return { has: unknown, hasNew: unknown, positions: [] };
  }
}

/** e^(−d/8) for the smallest distance d, in characters, between a possible answer and a concept. */
function nearness(
  positions: readonly number[],
  concepts: readonly { start: number; end: number }[],
): number {
  if (positions.length === 0 || concepts.length === 0) return 0;
  let closest = Number.POSITIVE_INFINITY;
  for (const position of positions) {
    for (const { start, end } of concepts) {
      const distance = position < start ? start - position : Math.max(0, position - end);
      closest = Math.min(closest, distance);
    }
  }
  return Math.exp(-closest / nearnessScale);
}

function conceptPositions(question: WeighedQuestion, candidate: Candidate, onlyAttribute: boolean) {
  return question.concepts.flatMap((concept, at) => {
    if (candidate.sentenceHits[at] !== true || (onlyAttribute && !concept.isAttribute)) return [];
    return wordsOfConcept(concept).flatMap((word) => {
      const start = candidate.sentence.text.indexOf(word);
      return start < 0 ? [] : [{ start, end: start + word.length }];
    });
  });
}

/** A row of a table names what its numbers count and leaves out the unit: `人口:12,000`. */
const labelledNumber = /([^;:,。]{1,20}):\s?[-+]?\d/gu;

function isLabelled({ concepts }: WeighedQuestion, text: string): boolean {
  return [...text.matchAll(labelledNumber)].some(([, label = ""]) =>
    concepts.some(({ word }) => word.length > 1 && label.includes(word)),
  );
}

/** All 0…1. */
export function answerKindFeatures(question: WeighedQuestion, candidate: Candidate) {
  const { text } = candidate.sentence;
  const found = foundOf(question, text);
  const asksUnit = question.type === "amount" || question.unit !== undefined;
  const unit = asksUnit ? question.unit?.answers : undefined;
  const hasUnit = (inText: string): number =>
    unit === undefined ? unknown : unit.test(inText) || isLabelled(question, inText) ? 1 : 0;
  const isPlaced = !["other", "reason", "manner"].includes(question.type);
  const near = (onlyAttribute: boolean): number =>
    isPlaced
      ? nearness(found.positions, conceptPositions(question, candidate, onlyAttribute))
      : nearnessUnknown;
  const newOf = (type: WeighedQuestion["type"]): number =>
    question.type === type ? found.hasNew : 0;
  return {
    hasKind: found.has,
    hasNewKind: found.hasNew,
    newAmount: newOf("amount"),
    newDate: newOf("date"),
    newPerson: newOf("person"),
    newPlace: newOf("place"),
    newReason: newOf("reason"),
    newManner: newOf("manner"),
    unitSentence: hasUnit(text),
    unitWindow: hasUnit(candidate.windowText),
    unitPassage: hasUnit(candidate.passage.text),
    answerCandidates: Math.min(1, found.positions.length / candidatesCounted),
    nearAttribute: near(true),
    nearConcept: near(false),
  };
}
