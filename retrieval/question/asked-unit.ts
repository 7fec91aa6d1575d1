/** What unit the answer to a question of amount must carry: 多少亩 → a number before 亩. */

import type { QuestionType } from "./question-type.ts";

const measureWords = new Set(
  (
    "个 家 名 人 位 座 条 台 件 部 辆 艘 架 种 次 届 场 项 支 队 岁 年 月 天 日 小时 分钟 秒 元 美元 港元 人民币 块 米 " +
    "公里 千米 厘米 毫米 平方米 平方公里 公顷 亩 吨 公斤 千克 克 升 度 倍 成 % 百分 票 股 集 章 页 字 所 间 层 户 万 亿 " +
    "分 冠 枚 只 头 匹 株 棵 套 款 期 篇 首 张 片 号 届 代 村 镇 县 区 市 省 国 斤"
  ).split(" "),
);
/** What else answers a question that asks with the word: 几个骨干 with 165人. */
const sameMeasure: Readonly<Record<string, string>> = {
  个: "个|名|位|人|家|项|座|条|件|所|处|种|款|只|支|间|户|批|类",
  名: "名|位|人",
  位: "位|名|人",
  人: "人|名|位",
  台: "台|部",
  部: "部|台|辆",
  辆: "辆|台|部",
};
const longestMeasureWord = 4;
const measured = /(?:多少|几)(?!乎)(?:万|亿|千|百|十)?([\u4e00-\u9fff%]{1,4})/u;
const numberBefore = String.raw`(?:\d|[一二三四五六七八九十百千万亿两多余])\s*(?:多|余|万|亿|千|百)*`;

/** A number in digits, or in characters as small ones often are: 二十元. */
const written = String.raw`[一二三四五六七八九十百千万亿两]+[多余]?`;

/** Numbers with one of the units; in characters only before units that mean nothing else. */
function amountOf(inDigits: RegExp, unitsAlways: string): RegExp {
  return new RegExp(`${inDigits.source}|${written}(?:${unitsAlways})`, "u");
}

/** What is asked for, and what a number that answers it looks like. */
interface UnitRule {
  readonly asks: RegExp;
  readonly unit: string;
  readonly answers: RegExp;
}

/** First match wins. */
const unitRules: readonly UnitRule[] = [
  {
    asks: /比例|占比|增长率|增速|率(?:是|为|有|达|$)|百分/u,
    unit: "%",
    answers: /%|百分|成(?!立|为|功)|倍|‰/u,
  },
  {
    asks: /多少钱|价格|售价|票价|造价|投资|资金|经费|成本|费用|花费|营收|收入|产值|总值|gdp|成交额|金额|资助|奖励|奖金|票房|利润|罚款|工资/u,
    unit: "元",
    answers: amountOf(
      /\d[\d.,]*\s*[多余]?[万亿千百]*(?:元|美元|欧元|英镑|日元|港元|块|人民币)/u,
      "元|美元|欧元|英镑|日元|港元|块钱",
    ),
  },
  {
    asks: /面积|(?<!规模.?)多大(?!年|.?规模)|占地/u,
    unit: "平方米/亩/公顷",
    answers: /平方|公顷|亩|坪|km2|m2/u,
  },
  {
    asks: /身高|多高|高度|海拔|多长(?!时间)|长度|全长|多远|距离|多宽|多深|里程|直径|半径/u,
    unit: "米/公里",
    answers: amountOf(
      /\d[\d.,]*\s*[万多余]?(?:米|公里|千米|厘米|公分|毫米|微米|纳米|光年|英里|里|km|m|cm)/u,
      "米|公里|厘米|公分|毫米|微米|纳米|光年|英里",
    ),
  },
  {
    asks: /重量|多重|产量/u,
    unit: "吨/公斤",
    answers: amountOf(
      /\d[\d.,]*\s*[万亿多余]*(?:吨|公斤|千克|克|斤|kg|台|辆|部|片)/u,
      "吨|公斤|千克|克|斤",
    ),
  },
  { asks: /年龄|多少岁|几岁|寿命|活了/u, unit: "岁", answers: /岁|年/u },
  {
    asks: /人口|人数|员工|学生/u,
    unit: "人",
    answers: /\d[\d.,]*\s*[多余]?[万亿千]*(?:名|人|位|户)/u,
  },
  {
    asks: /多久|多长时间/u,
    unit: "年/月/天",
    answers: /\d\s*[多余]?(?:年|个月|天|小时|分钟|秒|周|日)/u,
  },
];

/** 成本降了多少 may be answered in 元 or in 成 and %. */
const asksForChange = /(?:降|涨|增|减|升|提高|下滑|缩短|延长)[^，。？率]{0,4}(?:多少|几)/u;

export interface AskedUnit {
  /** As shown to a reader: 亩, 元, 平方米/亩/公顷. */
  readonly unit: string;
  /** Matches a number with that unit in normalised text. */
  readonly answers: RegExp;
}

interface Measure {
  readonly word: string;
  /** Offset in the question behind the word. */
  readonly end: number;
}

/** The measure word right after 多少 or 几: 多少亩 → 亩. */
function measureWord(question: string): Measure | undefined {
  const match = measured.exec(question);
  const following = match?.[1];
  if (match === null || following === undefined) return undefined;
  const start = match.index + match[0].length - following.length;
  for (let length = longestMeasureWord; length > 0; length--) {
    const word = following.slice(0, length);
    if (measureWords.has(word)) return { word, end: start + length };
  }
  return undefined;
}

/**
 * The word for what is counted: 环卫 in 有多少名环卫工人; undefined where nothing follows the measure
 * word, as in 能摘多少斤.
 *
 * @param question normalised Chinese with its content words
 */
export function countedThing({
  text,
  concepts,
}: {
  readonly text: string;
  readonly concepts: readonly { readonly word: string }[];
}): string | undefined {
  const measure = measureWord(text);
  if (measure === undefined) return undefined;
  const behind = text.slice(measure.end);
  return concepts.map(({ word }) => word).find((word) => behind.startsWith(word));
}

/** Whether things are counted or measured by the word: 所 of 哪所大学. */
export function isMeasureWord(word: string): boolean {
  return measureWords.has(word);
}

/** Matches a number of what the word measures, in normalised text. */
export function measuring(word: string): RegExp {
  return new RegExp(`${numberBefore}(?:${sameMeasure[word] ?? word})`, "u");
}

/** @param question normalised Chinese; undefined where no unit is asked for */
export function askedUnit(question: string, type: QuestionType): AskedUnit | undefined {
  const word = measureWord(question)?.word;
  if (word !== undefined) return { unit: word, answers: measuring(word) };
  // 投资 and 面积 name a unit only where an amount is asked for: 谁投资了… does not.
  if (type !== "amount" || asksForChange.test(question)) return undefined;
  return unitRules.find(({ asks }) => asks.test(question));
}
