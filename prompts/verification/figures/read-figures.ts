/** Finds the figures of a text with what they count and how surely. */

import { hedgeAround, type Hedge } from "./hedges.ts";
import { joinComposites } from "./join-composites.ts";
import { perAround } from "./per-unit.ts";
import { rateAround } from "./rates.ts";
import { numberPatterns, readNumber } from "./numerals.ts";
import { bare, type Unit, unitOf, unitPattern } from "./units.ts";

export interface Figure {
  readonly words: string;
  /** Half-open offsets in the plain text. */
  readonly start: number;
  readonly end: number;
  /** In the base unit of its dimension. */
  readonly value: number;
  /** Worth of one in the last place written, in the same unit. */
  readonly lastPlace: number;
  readonly dimension: string;
  /** As written; empty where none is. */
  readonly unit: string;
  readonly hedge: Hedge;
  /** For which time it holds, in one form for both languages: `month` for 每月 and `a month`. */
  readonly rate: string | undefined;
  /** What it is the price or the yield of: one 公斤, one 亩. */
  readonly per: Unit | undefined;
}

const { digits, han, english } = numberPatterns;
const fractionNames: ReadonlyMap<string, number> = new Map([
  ["third", 3],
  ["quarter", 4],
  ["fifth", 5],
  ["tenth", 10],
]);
const monthsPerDecade = 120;
/** `aged 60`: the word for the unit stands before the number. */
const agedBefore = /\b(?:aged?|ages)(?: (?:over|under|about|of|between))?\s$/u;
/** 三分之一 is said of anything from 32 to 35 of a hundred. */
const fractionSlack = 3;
const currencySigns: ReadonlyMap<string, string> = new Map([
  ["$", "dollar"],
  ["¥", "yuan"],
  ["€", "euro"],
  ["£", "pound"],
]);
/** Of `£4.6m`. */
const moneyScales: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["bn", 1e9],
  ["tn", 1e12],
]);
const figure = new RegExp(
  [
    String.raw`(?<half12>上午|早上|早晨|清晨|凌晨|中午|下午|傍晚|晚上|晚|夜里)?(?:(?<![\d.])(?<hour>[01]?\d|2[0-4])|(?<hanHour>二?十?[一二三四五六七八九两十]))(?:时(?!代|候|期|段|隔|长|间|常)|点(?![\d一二三四五六七八九建要意]|以上))(?:(?<minute>[0-5]?\d)分|(?<halfHour>半)|整)?`,
    String.raw`(?<![\d:：])(?<hour24>[01]?\d|2[0-4])[:：](?<minute60>[0-5]\d)(?![\d:：])(?:\s?(?<meridiem>[ap])\.?m\b\.?)?`,
    String.raw`(?<![\d:.])(?<hour12>1[0-2]|\d)\s?(?<meridiem12>[ap])\.?m\b\.?`,
    String.raw`(?<currency>[$¥€£])\s?(?<money>${digits})(?:(?<moneyScale>bn|m|k|tn)\b)?`,
    String.raw`(?:(?<per>[百千万])分之)(?<share>${digits}|${han})`,
    String.raw`(?<whole>${han}|\d+)分之(?<part>${han}|\d+)`,
    String.raw`第\s?(?<ordinal>\d+|[一二三四五六七八九十百]+)(?!天)`,
    String.raw`(?<![\d.])(?<englishOrdinal>\d+)(?:st|nd|rd|th)\b`,
    String.raw`(?<tenths>\d(?:\.\d)?|[一二两三四五六七八九]{1,2})成(?![为了立功员本果长都绩就熟交人分效]|年人)`,
    String.raw`(?<doubling>翻(?:了)?(?<doublings>[一两二三四])?番|\b(?:doubled?|doubling|twice|twofold|tripled?|threefold|quadrupled)\b)`,
    String.raw`(?<halfAs>\bhalf as (?:many|much|big|large|long|high)\b)`,
    String.raw`(?<decade>\ba decade\b)`,
    String.raw`\b(?<fractions>an?|one|two|three) (?<fraction>thirds?|quarters?|fifths?|tenths?)\b`,
    String.raw`(?<half>一半|半数|\bhalf of\b|\bhalved\b)`,
    String.raw`(?<number>${digits}|${han}|${english})(?<more>多|余|几)?[\s-]?(?<measure>(?:个)?(?:${unitPattern}))?`,
  ].join("|"),
  "gu",
);

/** 一 without a measure is an article or part of a word: 一些, 统一. */
const countsForSure =
  /^(?:%|百分点|倍|人|名|位|户|家|所|座|台|辆|项|件|条|次|场|个|大|批|套|栋|岁|年|个月|天|小时|分钟|[万亿]|.*(?:元|米|里|吨|顷|亩|斤|克|美金|度|瓦))$/u;
/** 六张 counts where 一张 may be an article. */
const severalThings =
  /^[二两三四五六七八九](?:张|只|头|棵|株|本|门|间|层|斤|亩|轮|届|根|块|瓶|箱|首|部|篇|幅|份|架|艘|处)/u;
const vagueBefore = /[数几上成好第双]$/u;
/** Behind the number of a line or a plan: 12315平台. */
const namedByNumber = /^(?:平台|热线|电话|工程|计划|行动|模式|线路)/u;
/** Words and idioms in which Han numerals count nothing. */
const notCounting =
  /^(?:一(?:次性|方面|些|起|下|定|直|样|批|位|个|种|家|名|项|座|条|场|支|次|张|片|块|份|部|所|年来|年一度|人一|时间|线|流|带|路|体|般|旦|系列)|万(?:一|物|里|家|年青|名)|千(?:家|年)|百(?:姓|年|家)|十(?:分|足)|两(?:岸|会|者|侧|地|翼)|三(?:农|峡|亚|明|位一体)|四(?:川|周|处|面)|五(?:一|四|粮)|六(?:一|合)|八(?:一|仙))/u;
const afterNumber = /^\s?(?:[-—–~～至到]|、|和|与|以及|and|to)\s?/u;
const sharedScale = /[十百千万亿]+$/u;

interface Candidate extends Figure {
  readonly scale: string;
}

function isWordPart(text: string, start: number, words: string, unit: string): boolean {
  if (!/^\p{Script=Han}/u.test(words)) return false;
  if (vagueBefore.test(text.slice(0, start))) return true;
  if (notCounting.test(text.slice(start))) return true;
  if (unit !== "" && severalThings.test(words)) return false;
  return !countsForSure.test(unit) && !/[十百千万亿].|.[万亿]/u.test(words);
}

/** Latin letters at a number make it a name: C919, 5g. */
function isCode(text: string, start: number, end: number): boolean {
  return /[a-z][-–]?$/u.test(text.slice(0, start)) || /^[a-z]/u.test(text.slice(end));
}

function makeFigure(text: string, match: RegExpExecArray): Candidate | undefined {
  const groups = match.groups ?? {};
  const start = match.index;
  const words = match[0];
  const end = start + words.length;
  const hedge = hedgeAround(text, start, end);
  const make = (value: number, dimension: string, lastPlace = 1, unit = ""): Candidate => ({
    words,
    start,
    end,
    value,
    lastPlace,
    dimension,
    unit,
    hedge,
    rate: rateAround(text, start, end),
    per: perAround(text, start, end),
    scale: "",
  });
  const clock = clockMinutes(groups);
  if (clock !== undefined) return make(clock, "clock");
  const { currency, money, per, share, whole, part, ordinal, englishOrdinal, tenths } = groups;
  if (currency !== undefined && money !== undefined) {
    const read = readNumber(money);
    if (read === undefined) return undefined;
    const scale = moneyScales.get(groups["moneyScale"] ?? "") ?? 1;
    const value = Number((read.value * scale).toPrecision(12));
    return make(value, currencySigns.get(currency) ?? bare, read.lastPlace * scale);
  }
  if (per !== undefined && share !== undefined) {
    const read = readNumber(share);
    const factor = per === "百" ? 1 : per === "千" ? 0.1 : 0.01;
    return read && make(read.value * factor, "%", read.lastPlace * factor);
  }
  if (whole !== undefined && part !== undefined) {
    const [of, parts] = [readNumber(whole), readNumber(part)];
    return of && parts && make((parts.value / of.value) * 100, "%", fractionSlack);
  }
  if (ordinal !== undefined || englishOrdinal !== undefined) {
    const read = readNumber(ordinal ?? englishOrdinal ?? "");
    return read && make(read.value, "ordinal");
  }
  if (tenths !== undefined) {
    const read = readNumber(tenths);
    const share10 =
      read === undefined
        ? 0
        : /^[一二三四五六七八九]{2}$/u.test(tenths)
          ? read.value
          : read.value * 10;
    return read && make(share10, "%", 10);
  }
  if (groups["doubling"] !== undefined) return make(doublingOf(groups), "times");
  if (groups["halfAs"] !== undefined) return make(0.5, "times");
  if (groups["decade"] !== undefined) return make(monthsPerDecade, "months");
  const { fraction, fractions = "" } = groups;
  if (fraction !== undefined) {
    const parts = Math.max(1, ["", "one", "two", "three"].indexOf(fractions));
    const of = fractionNames.get(fraction.replace(/s$/u, "")) ?? 1;
    return make((parts / of) * 100, "%", fractionSlack);
  }
  if (groups["half"] !== undefined) return make(50, "%");
  return plainFigure(text, text.slice(0, start), groups, make);
}

/** Minutes since midnight. */
function clockMinutes(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const { hour, hanHour, hour24, hour12, half12 = "", meridiem, meridiem12 } = groups;
  const written = hour ?? hour24 ?? hour12;
  const hours = written === undefined ? readNumber(hanHour ?? "x")?.value : Number(written);
  if (hours === undefined || (written ?? hanHour) === undefined) return undefined;
  const isLate = /下午|傍晚|晚|夜/u.test(half12) || (meridiem ?? meridiem12) === "p";
  const minutes = Number(groups["minute"] ?? groups["minute60"] ?? 0);
  const halfHour = groups["halfHour"] === undefined ? 0 : 30;
  return (isLate && hours < 12 ? hours + 12 : hours) * 60 + minutes + halfHour;
}

function doublingOf(groups: Readonly<Record<string, string | undefined>>): number {
  const words = groups["doubling"] ?? "";
  if (/^(?:triple|threefold)/u.test(words)) return 3;
  if (words.startsWith("quadrupled")) return 4;
  const times = "一两三四".indexOf((groups["doublings"] ?? "一").replace("二", "两")) + 1;
  return 2 ** times;
}

function plainFigure(
  text: string,
  lead: string,
  groups: Readonly<Record<string, string | undefined>>,
  make: (value: number, dimension: string, lastPlace?: number, unit?: string) => Candidate,
): Candidate | undefined {
  const { number = "", measure = "" } = groups;
  const read = readNumber(number);
  if (read === undefined) return undefined;
  const unit: Unit | undefined = unitOf(measure) ?? unitOf(measure.replace(/^个/u, ""));
  const factor = unit?.factor ?? 1;
  const made = make(
    Number((read.value * factor).toPrecision(12)),
    unit?.dimension ?? (agedBefore.test(lead) ? "age" : bare),
    read.lastPlace * factor,
    measure,
  );
  if (isWordPart(text, made.start, made.words, unit?.words ?? measure)) return undefined;
  const bareEnd = made.start + number.length;
  if (unit === undefined && namedByNumber.test(text.slice(bareEnd))) {
    return make(read.value, "ordinal");
  }
  if (unit === undefined && /^\d/u.test(number) && isCode(text, made.start, bareEnd))
    return undefined;
  if (/[a-z][-–]?$/u.test(text.slice(0, made.start)) && /^\d/u.test(number)) return undefined;
  return { ...made, scale: sharedScale.exec(number)?.[0] ?? "" };
}

/** `3至5万人`: the first takes scale and unit of the second. */
function shareUnits(text: string, candidates: readonly Candidate[]): readonly Figure[] {
  const shared: Candidate[] = [];
  for (const one of candidates.toReversed()) {
    const next = shared.at(-1);
    const isJoined =
      next !== undefined &&
      one.dimension === bare &&
      next.dimension !== bare &&
      afterNumber.exec(text.slice(one.end, next.start))?.[0].length === next.start - one.end;
    if (!isJoined) {
      shared.push(one);
      continue;
    }
    const factor = unitOf(next.unit)?.factor ?? 1;
    shared.push({ ...one, dimension: next.dimension, unit: next.unit, value: one.value * factor });
  }
  return shared.toReversed();
}

/** In reading order; times must have been blanked, as the 5 of 5月 is no figure. */
export function readFigures(plainWithoutTimes: string): readonly Figure[] {
  const found: Candidate[] = [];
  for (const match of plainWithoutTimes.matchAll(figure)) {
    const made = makeFigure(plainWithoutTimes, match);
    if (made !== undefined) found.push(made);
  }
  return joinComposites(plainWithoutTimes, shareUnits(plainWithoutTimes, found));
}
