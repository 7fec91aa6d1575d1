/** Tells whether the best sentences say nothing of what is asked of the thing: no 成立 where it is asked when. */

import type { AnalysedQuestion } from "../question/analyse-question.ts";
import { askedAttribute } from "../question/asked-attribute.ts";
import type { RankedSentence } from "../ranking/rank-sentences.ts";
import { normalise } from "../text/normalise.ts";
import { tagWords } from "../text/tokens.ts";
import { akinWords } from "./akin-words.ts";
import { surroundings } from "./lacks-subject.ts";

const lookedAt = 3;
/** Headings that only repeat the question may stand before a sentence with its date. */
const lookedAtForDate = 8;
const shortest = 2;
/** Name nothing without their sort: 研发投入, 学生人数. */
const light =
  /^(?:投入|费用|经费|资金|支出|金额|数量|总量|总额|总数|人数|规模|情况|数|额|量|率|收入|开支)$/u;
const ofTime = /^(?:时间|日期|地点|年份|时期|年代)$/u;
const asksYear = /哪一?年|何年/u;
const anyYear =
  /\d{4}|年代|世纪|公元|[朝代]|时期|去年|今年|前年|\d{2}年|[〇零一二三四五六七八九]{4}年/u;

const date = "时间";
const asksDate = /何时|什么时候|时间[?？]?$|时间是|哪一?天|几[月号日]/u;
const anyDate =
  /\d\s?[年月日号点时]|[一二三四五六七八九十][月日号点]|世纪|年代|[朝代纪]|[去今明前当次同]年|[昨今明]天|[昨今明当][日晚]|星期|周[一二三四五六日]|上旬|中旬|下旬|年[初底末]|月[初底末]|春|夏|秋|冬|节/u;
/** When a page was put into the web: `Apr 11, 2023 ...`. */
const pageDate = /[a-z]{3} \d{1,2}, \d{4}/gu;

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
  return type !== "date" && tagWords(word).every(({ tag }) => /^(?:n|vn|j|l|s$)/u.test(tag));
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

/** A year, a date, or a number of the unit; other kinds are not told surely. */
function mayHoldValue(question: AnalysedQuestion, { sentence, features }: RankedSentence): boolean {
  const text = normalise(sentence.text);
  if (asksYear.test(question.text)) return anyYear.test(text);
  if (asksDate.test(question.text)) return anyDate.test(text.replaceAll(pageDate, ""));
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
  const isDated = question.type === "date" && asksDate.test(question.text);
  if (question.language !== "zh" || question.tokenGroups !== undefined) return undefined;
  if (word === undefined && !isDated) return undefined;
  const holding = sentences
    .slice(0, isDated ? lookedAtForDate : lookedAt)
    .filter((one) => mayHoldValue(question, one));
  if (word === undefined) return holding.length > 0 ? undefined : date;
  const isSaid = holding.some((one) =>
    says(
      others || asksYear.test(question.text) ? normalise(one.sentence.text) : surroundings(one),
      word,
    ),
  );
  return isSaid ? undefined : word;
}
