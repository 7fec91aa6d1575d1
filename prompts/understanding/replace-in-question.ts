/** Puts what a short follow-up names in the place of its like in the question before: 那云溪县呢？ */

import { findTimes } from "../../corpus/dates/find-times.ts";
import { questionWordPattern, stopWords } from "../../retrieval/question/stop-words.ts";
import { type TaggedWord, tagWords } from "../../retrieval/text/tokens.ts";
import { personsIn } from "./find-referent.ts";
import { isChinese } from "./question-words.ts";
import { isRelational } from "./relational-words.ts";

const chineseTime =
  /^(?:(?:1[5-9]|20)\d\d年?(?:\d{1,2}月(?:份)?|[上下]半年|第?[一二三四]季度)?|[今去前明后]年|[上本下]个?月|\d{1,2}月份?|[上下]半年|第?[一二三四]季度|昨[天日]|今[天日]|现在|目前)$/u;
const numbered = /^第?(?:[一二三四五六七八九十]+|\d+)(\p{Script=Han}{1,6})$/u;
const partOfYear = /^(?:\d{1,2}月份?|[上下]半年|第?[一二三四]季度)$/u;
const bareYear = /^(?:1[5-9]|20)\d\d$/u;
const saidYear = /^((?:1[5-9]|20)\d\d)年?/u;
const englishTime =
  /^(?:in |for |during )?((?:1[5-9]|20)\d\d|(?:last|this|next) (?:year|month)|now|today|yesterday)$/iu;
const englishSaidTime =
  /\b(?:in |for |during )?((?:1[5-9]|20)\d\d|(?:last|this|next) (?:year|month)|now|today|yesterday)\b/iu;
const longestItem = 6;
const mostUneven = 2;
const capitalRun = /\b[A-Z][\w'’.-]*(?: (?:of |the |and |for |No\. ?)*(?:[A-Z\d][\w'’.-]*))*/gu;
/** Capitals of a sentence's beginning. */
const openers =
  /^(?:What|Which|Who|Whom|Whose|When|Where|Why|How|Is|Are|Was|Were|Do|Does|Did|Has|Have|Can|Will|In|The|A|An|And|At|On|For)$/u;

/** Whether the follow-up names a time and nothing else. */
export function isTime(item: string): boolean {
  return chineseTime.test(item) || bareYear.test(item) || englishTime.test(item);
}

function withTime(earlier: string, item: string): string {
  const time = bareYear.test(item) ? `${item}年` : item;
  const said = findTimes(earlier).find(({ words }) => !/^(?:目前|现在)$/u.test(words));
  if (said === undefined) return time + earlier;
  // 6月 after a question about 2023年5月 is of that year.
  const year = partOfYear.test(time) ? (saidYear.exec(said.words)?.[1] ?? "") : "";
  const inYear = year === "" ? time : `${year}年${time}`;
  return earlier.slice(0, said.start) + inYear + earlier.slice(said.end);
}

function kindOf({ tag }: TaggedWord): string {
  if (/^n[st]/u.test(tag)) return "place";
  if (tag.startsWith("nr")) return "person";
  return /^(?:n|j|x|eng|nz|vn|zg)$/u.test(tag) ? "noun" : tag;
}

/** Runs of words that could be what the item stands for, as half-open ranges of pieces. */
function runsIn(pieces: readonly TaggedWord[]): readonly (readonly [number, number])[] {
  const canStand = ({ word, tag }: TaggedWord): boolean =>
    !/^(?:u|p|c|r|d|y|v$|w)/u.test(tag) &&
    /[\p{L}\p{N}]/u.test(word) &&
    !questionWordPattern.test(word) &&
    !stopWords.has(word);
  return pieces.flatMap((_, from) => {
    const runs: (readonly [number, number])[] = [];
    for (let to = from + 1; to <= Math.min(pieces.length, from + longestItem); to++) {
      const last = pieces[to - 1];
      if (last === undefined || !canStand(last)) break;
      runs.push([from, to]);
    }
    return runs;
  });
}

function sharedEnding(one: string, other: string): number {
  let length = 0;
  while (
    length < Math.min(one.length, other.length) &&
    one.at(-1 - length) === other.at(-1 - length)
  ) {
    length++;
  }
  return length;
}

/** 二中 in the place of 一中, 2号线 in that of 1号线. */
function withNumbered(earlier: string, item: string): string | undefined {
  const found = numbered.exec(item);
  const rest = found?.[1] ?? "";
  const like = new RegExp(`第?(?:[一二三四五六七八九十]+|\\d+)${rest}`, "u");
  return rest !== "" && like.test(earlier) ? earlier.replace(like, () => item) : undefined;
}

function withPerson(earlier: string, item: string): string | undefined {
  const [asked, ...others] = personsIn(earlier);
  const isPerson = personsIn(item).some((name) => name === item);
  if (!isPerson || asked === undefined || others.length > 0) return undefined;
  return earlier.replace(asked, () => item);
}

function withThing(earlier: string, item: string): string | undefined {
  const pieces = tagWords(earlier);
  const runs = runsIn(pieces).map(([from, to]) => {
    const text = pieces
      .slice(from, to)
      .map(({ word }) => word)
      .join("");
    return { from, to, text };
  });
  const [best] = runs
    .filter(
      ({ text }) =>
        text !== item &&
        text.at(-1) === item.at(-1) &&
        Math.abs(text.length - item.length) <= mostUneven,
    )
    .toSorted(
      (one, other) =>
        sharedEnding(other.text, item) - sharedEnding(one.text, item) ||
        Math.abs(one.text.length - item.length) - Math.abs(other.text.length - item.length),
    );
  const put = (from: number, to: number): string =>
    [pieces.slice(0, from), pieces.slice(to)]
      .map((part) => part.map(({ word }) => word).join(""))
      .join(item);
  if (best !== undefined) return put(best.from, best.to);
  const [own, ...more] = tagWords(item);
  if (own === undefined || more.length > 0) return undefined;
  const alike = runs.filter(
    ({ from, to, text }) =>
      to === from + 1 &&
      kindOf(pieces[from] ?? own) === kindOf(own) &&
      !isRelational(text) &&
      text.length > 1,
  );
  // Of several nouns the one nearest to what is asked: 青石县小麦的产量.
  const like = alike.at(-1);
  return like === undefined ? undefined : put(like.from, like.to);
}

function englishNames(text: string): readonly RegExpMatchArray[] {
  return [...text.matchAll(capitalRun)].filter(([run]) => !openers.test(run));
}

function englishReplaced(earlier: string, asked: string): string | undefined {
  const item = asked.replace(/^(?:the|a|an) /iu, "");
  const time = englishTime.exec(asked)?.[1];
  if (time !== undefined) {
    const inTime = /^\d/u.test(time) ? `in ${time}` : time;
    const replaced = earlier.replace(englishSaidTime, inTime);
    return replaced === earlier ? earlier.replace(/\s*[?.]*\s*$/u, ` ${inTime}?`) : replaced;
  }
  if (!/^(?:[A-Z]|\d)/u.test(item)) return undefined;
  const names = englishNames(earlier);
  const last = item.split(" ").at(-1);
  const like =
    names.find(([run]) => run.split(" ").at(-1) === last) ??
    (names.length === 1 ? names[0] : undefined);
  if (like?.index === undefined || like[0] === item) return undefined;
  return earlier.slice(0, like.index) + item + earlier.slice(like.index + like[0].length);
}

/**
 * @param earlier a whole question
 * @param item what the follow-up names, without 那 and 呢
 * @returns the whole question about the item; undefined where nothing in the question is like it
 */
export function replaceInQuestion(earlier: string, item: string): string | undefined {
  if (!isChinese(earlier)) return isChinese(item) ? undefined : englishReplaced(earlier, item);
  return isTime(item)
    ? withTime(earlier, item)
    : (withNumbered(earlier, item) ?? withPerson(earlier, item) ?? withThing(earlier, item));
}
