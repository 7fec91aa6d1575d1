/** Tells whether the best sentences say nothing of what is asked of the thing: no 成立 where it is asked when. */

import type { AnalysedQuestion } from "../question/analyse-question.ts";
import { askedAttribute } from "../question/asked-attribute.ts";
import type { RankedSentence } from "../ranking/rank-sentences.ts";
import { normalise } from "../text/normalise.ts";
import { tagWords } from "../text/tokens.ts";
import { akinWords } from "./akin-words.ts";
import { surroundings } from "./lacks-subject.ts";

const lookedAt = 3;
const shortest = 2;
/** Name nothing without their sort: 研发投入, 学生人数. */
const light =
  /^(?:投入|费用|经费|资金|支出|金额|数量|总量|总额|总数|人数|规模|情况|数|额|量|率|收入|开支)$/u;
const ofTime = /^(?:时间|日期|地点|年份|时期|年代)$/u;
const asksYear = /哪一?年|何年/u;
const anyYear =
  /\d{4}|年代|世纪|公元|[朝代]|时期|去年|今年|前年|\d{2}年|[〇零一二三四五六七八九]{4}年/u;

/** Whether the text says the word, another for it, a part of it that names it, or counts by it: 500股. */
function says(text: string, word: string): boolean {
  const isSaid = akinWords(word).some((one) =>
    one.length < shortest ? new RegExp(`${one}[约达为]?\\d`, "u").test(text) : text.includes(one),
  );
  if (isSaid || new RegExp(`\\d[万亿余多]*[${word}]`, "u").test(text)) return true;
  const characters = [...word];
  if (characters.length > shortest) {
    return text.includes(word.slice(0, shortest)) || text.includes(word.slice(-shortest));
  }
  return characters.every((character) => text.includes(character));
}

/** A verb without others that say the same may be said in any words; so may what happens at a time. */
function isNamed(word: string, { type }: AnalysedQuestion): boolean {
  if (akinWords(word).length > 1) return true;
  return type !== "date" && tagWords(word).every(({ tag }) => /^(?:n|vn|j|l)/u.test(tag));
}

/** The word that must be said: a light one's sort; undefined where others may well say it. */
function telling(question: AnalysedQuestion): string | undefined {
  const attribute = askedAttribute(question);
  if (attribute === undefined) return undefined;
  const { head, sort, isCounted } = attribute;
  const word = ofTime.test(head) || light.test(head) ? sort : head;
  if (word === undefined || word.length < shortest) return undefined;
  return isCounted || isNamed(word, question) ? word : undefined;
}

/** A number of years, or of the unit; other kinds are not told surely. */
function mayHoldValue(question: AnalysedQuestion, { sentence, features }: RankedSentence): boolean {
  if (asksYear.test(question.text)) return anyYear.test(normalise(sentence.text));
  return question.unit === undefined || features.unitSentence > 0;
}

/**
 * The word for what is asked, where none of the best sentences that hold a value of the
 * kind says it, nor what stands around them; undefined where one does.
 *
 * @param sentences that speak of the asked thing, best first
 * @param others whether some that speak of another were left out: then neighbours may be those
 */
export function lacksAttribute(
  question: AnalysedQuestion,
  sentences: readonly RankedSentence[],
  others: boolean,
): string | undefined {
  const word = telling(question);
  if (word === undefined) return undefined;
  const isSaid = sentences
    .slice(0, lookedAt)
    .filter((one) => mayHoldValue(question, one))
    .some((one) => says(others ? normalise(one.sentence.text) : surroundings(one), word));
  return isSaid ? undefined : word;
}
