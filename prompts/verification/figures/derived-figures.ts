/** The rules by which a figure follows from several: sum, difference, ratio, change, count. */

import { sameValue } from "./figure-rules.ts";
import { readNumber } from "./numerals.ts";
import type { Figure } from "./read-figures.ts";
import { bare, dimensionsAgree } from "./units.ts";

const percent = 100;
const mostFigures = 12;
const mostCounted = 9;

const sumWords =
  /共|总|合计|累计|加起来|之和|两[者项地处]|total|altogether|combined|together|in all|sum/iu;
const differenceWords =
  /还有|还剩|其余|剩|余下|另|不在|没有|未|remaining|rest|other|多|少|差|增|减|升|降|高|低|长|短|下滑|扩大|difference|more|fewer|less|increase|decrease|rose|fell|rise|drop|gain|higher|lower|grew|up|down/iu;
/** The evidence tells how far one value lies from another, so that the other follows. */
const comparedWords =
  /(?:比|较)[^，。；]{1,12}(?:增加|减少|多|少|高|低|长|短|升|降|提高|下降)|\b(?:more|fewer|less|higher|lower) than\b/u;
const restWords = /其余|其他|另|剩|余下|还有|\brest\b|\bremaining\b|\bothers?\b/u;
const ratioWords =
  /倍|番|占|分之|一半|半数|成|比例|比重|times|half|doubled|tripled|quadrupled|share|of the|account|percent|per cent|%/iu;
/** In the evidence, where a word like 多 tells no growth. */
const grewWords = /增长|增加|上升|上涨|提高|扩大|\brais|\bincreas|\bris|\brose|\bgrew/u;
const shrankWords = /下降|减少|下跌|降低|缩减|\bcut|\bdecreas|\bdeclin|\bfell|\bfall/u;
const growthWords =
  /增|升|\brais|加|涨|提高|高|多|扩大|increase|rose|rise|grew|gain|up|higher|more/iu;
const shrinkWords =
  /减|降|跌|下滑|低|少|缩|decrease|decline|fell|fall|drop|down|lower|less|fewer/iu;

/** A value that a rule gives, to be held against the figure said. */
interface Derived {
  readonly rule: string;
  readonly value: number;
}

function sums(values: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (let from = 0; from < values.length; from++) {
    let sum = values[from] ?? 0;
    for (let to = from + 1; to < values.length; to++) {
      sum += values[to] ?? 0;
      found.push(sum);
      if (to > from + 1) found.push((values[from] ?? 0) + (values[to] ?? 0));
    }
  }
  return found;
}

function pairs(figures: readonly Figure[]): readonly (readonly [large: number, small: number])[] {
  return figures.flatMap((one, at) =>
    figures.slice(at + 1).flatMap((other) => {
      if (!dimensionsAgree(one.dimension, other.dimension)) return [];
      const [small, large] = [one.value, other.value].sort((a, b) => a - b);
      return small === undefined || large === undefined || small === 0
        ? []
        : [[large, small] as const];
    }),
  );
}

function isComparable({ dimension }: Figure): boolean {
  return dimension !== "ordinal" && dimension !== "clock";
}

function derive(
  said: Figure,
  clause: string,
  known: readonly Figure[],
  citedPlain: string,
): readonly Derived[] {
  const usable = known.filter(isComparable).slice(0, mostFigures);
  const alike = usable.filter(({ dimension }) => dimensionsAgree(said.dimension, dimension));
  const derived: Derived[] = [];
  if (sumWords.test(clause)) {
    for (const sum of sums(alike.map(({ value }) => value)))
      derived.push({ rule: "sum", value: sum });
  }
  if (differenceWords.test(clause)) {
    const between =
      said.dimension === "points" ? usable.filter((one) => one.dimension === "%") : alike;
    const isWrongUnit = said.dimension === "%";
    for (const [large, small] of isWrongUnit ? [] : pairs(between)) {
      derived.push({ rule: "difference", value: large - small });
    }
  }
  if (said.dimension === "%") {
    const points = usable.filter(({ dimension }) => dimension === "points");
    for (const { value } of usable.filter(({ dimension }) => dimension === "%")) {
      for (const point of points) {
        derived.push({ rule: "value before the change", value: value - point.value });
        derived.push({ rule: "value before the change", value: value + point.value });
      }
    }
  }
  if (said.dimension !== "%" && comparedWords.test(citedPlain)) {
    for (const [large, small] of pairs(alike)) {
      derived.push({ rule: "value before the change", value: large - small });
      derived.push({ rule: "value before the change", value: large + small });
    }
  }
  for (const counted of usable) {
    if (!clause.includes(`每${counted.unit}`) || counted.unit === "" || counted.value === 0)
      continue;
    const count = readNumber(counted.words)?.value ?? counted.value;
    for (const { value } of alike) derived.push({ rule: "part for each", value: value / count });
  }
  const shares = usable.filter(({ dimension }) => dimension === "%");
  if (restWords.test(clause) || restWords.test(citedPlain)) {
    const whole = said.dimension === "%" ? percent : (alike[0]?.value ?? 0);
    const parts = said.dimension === "%" ? shares : alike.slice(1);
    const rest = parts.reduce((left, { value }) => left - value, whole);
    if (parts.length > 0 && rest > 0) derived.push({ rule: "remainder", value: rest });
  }
  for (const share of said.dimension === "%" ? [] : shares) {
    for (const { value } of alike) {
      derived.push({ rule: "part of", value: (value * share.value) / percent });
      const isGrowth = grewWords.test(citedPlain) ? share.value : 0;
      const isLoss = shrankWords.test(citedPlain) ? share.value : 0;
      for (const change of [isGrowth, -isLoss]) {
        const factor = 1 + change / percent;
        if (change !== 0 && factor > 0) {
          derived.push({ rule: "before or after growth", value: value / factor });
        }
      }
    }
  }
  for (const { value: times } of usable.filter(({ dimension }) => dimension === "times")) {
    for (const { value } of said.dimension === "times" ? [] : alike) {
      derived.push({ rule: "before or after growth", value: value * times });
      if (times > 0) derived.push({ rule: "before or after growth", value: value / times });
    }
  }
  if (said.dimension !== "%" && said.dimension !== "times") return derived;
  for (const [large, small] of pairs(usable.filter(({ dimension }) => dimension !== "%"))) {
    if (said.dimension === "times") derived.push({ rule: "ratio", value: large / small });
    else if (ratioWords.test(clause))
      derived.push({ rule: "share", value: (small / large) * percent });
    if (said.dimension !== "%") continue;
    if (growthWords.test(clause)) {
      derived.push({ rule: "percentage change", value: ((large - small) / small) * percent });
    }
    if (shrinkWords.test(clause)) {
      derived.push({ rule: "percentage change", value: ((large - small) / large) * percent });
    }
  }
  return derived;
}

/** Things listed with 、 or commas and 和: `甲、乙和丙` are three. */
function listLengths(plain: string): readonly number[] {
  const lists = plain.matchAll(/[^，。；：,;:、\s]{1,14}(?:、[^，。；：,;:、]{1,20})+/gu);
  return [...lists].flatMap(([list]) => {
    const marks = list.match(/、/gu)?.length ?? 0;
    const joins = list.slice(list.lastIndexOf("、")).match(/[和及与]/gu)?.length ?? 0;
    return [marks + 1, marks + 1 + Math.min(joins, 1)];
  });
}

function englishListLengths(plain: string): readonly number[] {
  const lists = plain.matchAll(/\b[\w -]{2,30}(?:, [\w -]{2,30})+,? and [\w-]+/gu);
  return [...lists].map(([list]) => (list.match(/,(?! and)/gu)?.length ?? 0) + 2);
}

/** Derived values are rarely whole; what is said counts as right within half of its last place. */
function isNear(said: Figure, value: number): boolean {
  if (sameValue(said.value, value)) return true;
  const isDivided = said.dimension === "%" || said.dimension === "times";
  const slack = said.hedge === "exact" && !isDivided ? 0 : said.lastPlace / 2;
  if (said.hedge === "above") return value > said.value && value - said.value < said.lastPlace * 10;
  if (said.hedge === "below" || said.hedge === "under") {
    return value < said.value && said.value - value < said.lastPlace * 10;
  }
  return Math.abs(value - said.value) <= slack + 1e-9;
}

/** @param clause the plain words around the figure that name the rule: 共, 增加, 占 */
export function derivedFigureRule(
  said: Figure,
  clause: string,
  known: readonly Figure[],
  citedPlain: string,
): string | undefined {
  if (said.dimension === "ordinal") return undefined;
  const found = derive(said, clause, known, citedPlain).find(({ value }) => isNear(said, value));
  if (found !== undefined) return found.rule;
  const isCount =
    dimensionsAgree(said.dimension, bare) &&
    !known.some(({ unit }) => unit !== "" && unit === said.unit);
  const isNumbered = known.some(
    ({ dimension, value }) => dimension === "ordinal" && value === said.value,
  );
  const perDimension = known.map(
    ({ dimension }) => known.filter((one) => dimensionsAgree(one.dimension, dimension)).length,
  );
  const isFew = isCount && said.value > 1 && said.value <= mostCounted;
  if (isFew && sumWords.test(clause) && perDimension.includes(said.value))
    return "count of figures";
  if (isCount && isNumbered && sumWords.test(clause)) return "count of numbered things";
  const lengths = isCount ? [...listLengths(citedPlain), ...englishListLengths(citedPlain)] : [];
  return lengths.includes(said.value) ? "count of listed things" : undefined;
}
