/** Tells what each figure of a text belongs to: the words and the time that stand with it. */

import type { Moment } from "../dates/read-moments.ts";
import type { Figure } from "../figures/read-figures.ts";
import { splitClauses, splitSayings } from "../text/clauses.ts";
import type { ReadText } from "../text/read-text.ts";
import { tellingWords } from "../text/telling-words.ts";

export interface AnchoredFigure {
  readonly figure: Figure;
  /** Words and time of its own, between its neighbours. */
  readonly own: ReadonlySet<string>;
  /** The words right at it that say what is measured: 净利润. */
  readonly attribute: ReadonlySet<string>;
  /** Its own with those of its saying's subject. */
  readonly full: ReadonlySet<string>;
  /** Words and times of its saying since the figure before. */
  readonly since: ReadonlySet<string>;
  /** The letters right before it, without words like 有 and 约: 规模以上工业企业. */
  readonly phrase: string;
  /** Whether it only tells how the figure before changed, so that the phrase is that one's. */
  readonly isChange: boolean;
}

/** Say how a figure changed, not of what. */
export const thinWords: ReadonlySet<string> = new Set(
  "增长 增加 增幅 增至 上升 升至 下降 降到 降至 减少 提高 提升 提高到 降低 同比 环比 占比 占 比重 平均 达 涨 跌 其中 新增 高 多 年 从 由 到 至 升 降 增 减 grew grow increas ris rose fell fall declin drop year respectively compar month week day".split(
    " ",
  ),
);
/** Thin words that need no figure before: 平均每天130万单. */
const wholeMeasures: ReadonlySet<string> = new Set(["平均", "新增", "达"]);
const attributeWords = 1;
/** Characters behind a figure within which its time may stand. */
const timeReach = 60;
const listJoint = /、|和|与|以及|及|\band\b|,/u;
const respectively = /分别(?:为|是|达|达到|有|增长|下降)?|各为|依次(?:为|是)?|\brespectively\b/u;
/** A time behind one of these is that of the next figure only. */
const localTime = /[从由比较的]\s?$/u;
/** Words between a thing and its figure that say nothing of it. */
const lightEnd =
  /(?:\s|达到|达|为|是|有|共|约|近|超过|超|突破|仅|只|已|累计|总计|合计|了|数量|数|人数|的|计|大约|不足|不到|至少|逾|将近|about|some|of|is|are|was|were|has|had|have)+$/u;
const changeEnd =
  /(?:，|同比|环比|增长|增加|上升|上涨|提高|下降|减少|下跌|降低|增幅|降幅|增|降|升|跌|了|比上年|较上年|比去年同期)+$/u;
/** Between the ends of a range, which belong to the same thing. */
const rangeJoint = /^\s?(?:\p{Script=Han}{0,4}[至到]|[-—–~～]+|to)\s?$/u;
const fromOne = /[从由]|\bfrom\b/u;

function wordsWithin(text: ReadText, start: number, end: number): readonly string[] {
  let stretch = text.plain.slice(start, end);
  const counted = tellingWords(stretch).filter((word) =>
    /[一二三四五六七八九十甲乙丙丁\d]/u.test(word),
  );
  for (const { start: from, end: to } of [...text.moments, ...text.figures]) {
    if (from < start || to > end) continue;
    stretch = `${stretch.slice(0, from - start)}${" ".repeat(to - from)}${stretch.slice(to - start)}`;
  }
  return [...new Set([...tellingWords(stretch), ...counted])];
}

function isThin(words: readonly string[]): boolean {
  return words.every((word) => thinWords.has(word));
}

function keyOf({ value, words }: Moment): string {
  return value ?? words;
}

function momentsWithin(text: ReadText, start: number, end: number): readonly Moment[] {
  return text.moments.filter((one) => !one.isNow && start <= one.start && one.end <= end);
}

/** 一亩 of 一亩地纯收入800元 is no figure of its own. */
function isEach({ words }: Figure): boolean {
  return /^一(?![十百千万亿])/u.test(words);
}

/** Empty where the words only tell a change. */
function phraseBefore(lead: string): string {
  const phrase = lead.replace(lightEnd, "").replace(changeEnd, "").replace(lightEnd, "");
  return /^[，、\s]*$/u.test(phrase) ? "" : phrase;
}

/** `甲、乙分别为3、5`: the first thing with the first figure. */
function anchorsInOrder(text: ReadText, start: number, end: number): readonly AnchoredFigure[] {
  const saying = text.plain.slice(start, end);
  const mark = respectively.exec(saying);
  if (mark === null) return [];
  const isTrailing = mark[0] === "respectively";
  const figures = text.figures.filter(
    (one) =>
      start <= one.start && one.end <= end && (isTrailing || one.start >= start + mark.index),
  );
  const lead = saying.slice(0, isTrailing ? (figures[0]?.start ?? start) - start : mark.index);
  const clause = lead.slice(lead.search(/[^，,]*$/u)).split(listJoint);
  const things = clause.length === figures.length ? clause : lead.split(listJoint);
  if (things.length !== figures.length || things.length < 2) return [];
  return figures.map((figure, at) => {
    const own = new Set(tellingWords(things[at] ?? ""));
    return {
      figure,
      own,
      attribute: new Set<string>(),
      full: own,
      since: new Set<string>(),
      phrase: "",
      isChange: false,
    };
  });
}

/** In English the time follows its figure: `510 in 2019`. */
function timeBehind(text: ReadText, { end }: Figure, next = text.plain.length): string | undefined {
  const until = Math.min(next, end + timeReach);
  const moment = momentsWithin(text, end, until)[0];
  const between = moment === undefined ? "" : text.plain.slice(end, moment.start);
  return moment !== undefined && /^[a-z ]+$/u.test(between) ? keyOf(moment) : undefined;
}

/** Time of each figure of a clause; a span gives its ends where a figure changed from one to another. */
function timesOf(
  text: ReadText,
  start: number,
  figures: readonly Figure[],
  carried: string | undefined,
): readonly (string | undefined)[] {
  let topic = carried;
  let from = start;
  return figures.map((figure, at) => {
    let local: string | undefined;
    for (const moment of momentsWithin(text, from, figure.start)) {
      if (localTime.test(text.plain.slice(0, moment.start))) local = keyOf(moment);
      else topic = keyOf(moment);
    }
    from = figure.end;
    local ??= timeBehind(text, figure, figures[at + 1]?.start);
    const isChange =
      figures.length === 2 && fromOne.test(text.plain.slice(start, figures[0]?.start));
    const [first, last] = topic?.split("/") ?? [];
    if (local === undefined && isChange && last !== undefined) return at === 0 ? first : last;
    return local ?? topic;
  });
}

/** Of a saying: each figure with the words between its neighbours. */
function anchorsOfSaying(text: ReadText, start: number, end: number): readonly AnchoredFigure[] {
  const inOrder = anchorsInOrder(text, start, end);
  if (inOrder.length > 0) return inOrder;
  let carried: readonly string[] = [];
  let carriedTime: string | undefined;
  let subject: readonly string[] | undefined;
  let sinceLast: readonly string[] = [];
  let lastPhrase = "";
  return splitClauses(text.plain.slice(start, end)).flatMap((clause) => {
    const from = start + clause.start;
    const to = start + clause.end;
    const figures = text.figures.filter((one) => from <= one.start && one.end <= to);
    const all = wordsWithin(text, from, to);
    subject ??= isThin(all) ? undefined : wordsWithin(text, from, figures[0]?.start ?? to);
    const times = timesOf(text, from, figures, carriedTime);
    let lastOwn: readonly string[] = carried;
    const isRange = (at: number) =>
      rangeJoint.test(text.plain.slice(figures[at]?.end ?? to, figures[at + 1]?.start ?? to));
    const leads = figures.map((figure, at) =>
      wordsWithin(text, figures[isRange(at - 1) ? at - 2 : at - 1]?.end ?? from, figure.start),
    );
    let leadStart = from;
    const anchored = figures.map((figure, at): AnchoredFigure => {
      const stretch = text.plain.slice(figures[at - 1]?.end ?? from, figure.start);
      const phrase = phraseBefore(stretch);
      const isChange = phrase === "" && changeEnd.test(stretch.replace(lightEnd, ""));
      if (phrase !== "") lastPhrase = phrase;
      const next = figures[isRange(at) ? at + 2 : at + 1];
      const lead = wordsWithin(text, leadStart, figure.start);
      const joint = text.plain.slice(figure.end, next?.start ?? to).search(/、|和|与|\band\b/u);
      const isLast = next === undefined;
      const tailEnd = joint === -1 || isLast ? (next?.start ?? to) : figure.end + joint;
      // 1人死亡、4人受伤: nothing stands between the joint and the next figure.
      const isBehind = !isLast && joint !== -1 && figure.end + joint + 1 === next.start;
      const hasTail = isLast || isBehind || isThin(lead);
      const tail = hasTail ? wordsWithin(text, figure.end, tailEnd) : [];
      if (!isRange(at)) leadStart = joint !== -1 && !isLast ? figure.end + joint + 1 : figure.end;
      const near = [...lead, ...tail];
      const isCarried = isThin(near) && !near.every((word) => wholeMeasures.has(word));
      const own = isCarried && near.length > 0 ? [...lastOwn, ...near] : near;
      lastOwn = own;
      const since = figures.slice(0, at).every(isEach)
        ? [...sinceLast, ...figures.slice(0, at).flatMap((_, before) => leads[before] ?? [])]
        : [];
      const time = times[at];
      const telling = lead.filter((word) => !thinWords.has(word)).slice(-attributeWords);
      return {
        figure,
        own: new Set(time === undefined ? own : [...own, time]),
        attribute: new Set(telling),
        full: new Set([...(subject ?? []), ...own, ...(time === undefined ? [] : [time])]),
        since: new Set([...since, ...own, ...(time === undefined ? [] : [time])]),
        phrase: lastPhrase,
        isChange,
      };
    });
    if (!isThin(all)) carried = all;
    sinceLast = figures.every(isEach) ? [...sinceLast, ...all] : [];
    const topics = momentsWithin(text, from, to).filter(
      (one) => !localTime.test(text.plain.slice(0, one.start)),
    );
    const lastTopic = topics.at(-1);
    if (lastTopic !== undefined) carriedTime = keyOf(lastTopic);
    return anchored;
  });
}

/** In reading order. */
export function anchorFigures(text: ReadText): readonly AnchoredFigure[] {
  return splitSayings(text.plain).flatMap(({ start, end }) => anchorsOfSaying(text, start, end));
}
