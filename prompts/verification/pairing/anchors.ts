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
}

/** Say how a figure changed, not of what. */
export const thinWords: ReadonlySet<string> = new Set(
  "增长 增加 增幅 增至 上升 升至 下降 降到 降至 减少 提高 提升 提高到 降低 同比 环比 占比 占 比重 平均 达 涨 跌 其中 新增 高 多 年 从 由 到 至 升 降 增 减 grew grow increas ris rose fell fall declin drop year respectively compar month week day".split(
    " ",
  ),
);
const attributeWords = 1;
/** Characters behind a figure within which its time may stand. */
const timeReach = 60;
const listJoint = /、|和|与|以及|及|\band\b|,/u;
const respectively = /分别(?:为|是|达|达到|有|增长|下降)?|各为|依次(?:为|是)?|\brespectively\b/u;
/** A time behind one of these is that of the next figure only. */
const localTime = /[从由比较的]\s?$/u;
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
    return { figure, own, attribute: new Set<string>(), full: own };
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
  return splitClauses(text.plain.slice(start, end)).flatMap((clause) => {
    const from = start + clause.start;
    const to = start + clause.end;
    const figures = text.figures.filter((one) => from <= one.start && one.end <= to);
    const all = wordsWithin(text, from, to);
    subject ??= isThin(all) ? undefined : wordsWithin(text, from, figures[0]?.start ?? to);
    const times = timesOf(text, from, figures, carriedTime);
    let lastOwn: readonly string[] = carried;
    const anchored = figures.map((figure, at): AnchoredFigure => {
      const next = figures[at + 1];
      const lead = wordsWithin(text, figures[at - 1]?.end ?? from, figure.start);
      const joint = text.plain.slice(figure.end, next?.start ?? to).search(/、|和|与|\band\b/u);
      const tailEnd = joint === -1 ? (next?.start ?? to) : figure.end + joint;
      const hasTail = next === undefined || isThin(lead);
      const tail = hasTail ? wordsWithin(text, figure.end, tailEnd) : [];
      const own = isThin([...lead, ...tail]) ? [...lastOwn, ...lead, ...tail] : [...lead, ...tail];
      lastOwn = own;
      const time = times[at];
      const telling = lead.filter((word) => !thinWords.has(word)).slice(-attributeWords);
      return {
        figure,
        own: new Set(time === undefined ? own : [...own, time]),
        attribute: new Set(telling),
        full: new Set([...(subject ?? []), ...own, ...(time === undefined ? [] : [time])]),
      };
    });
    if (!isThin(all)) carried = all;
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
