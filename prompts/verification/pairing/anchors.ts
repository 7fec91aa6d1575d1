/** Tells what each figure of a text belongs to: the words and the time that stand with it. */

import type { Figure } from "../figures/read-figures.ts";
import { splitClauses, splitSayings } from "../text/clauses.ts";
import type { ReadText } from "../text/read-text.ts";
import { tellingWords } from "../text/telling-words.ts";
import type { AnchoredFigure } from "./anchored-figure.ts";
import { anchorsInOrder } from "./anchors-in-order.ts";
import { phraseBefore, tellsChange } from "./figure-phrase.ts";
import { timeCarried, timesOf } from "./figure-times.ts";
import { isThin, thinWords, wholeMeasures } from "./thin-words.ts";

const attributeWords = 1;
/** Between the ends of a range, which belong to the same thing. */
const rangeJoint = /^\s?(?:\p{Script=Han}{0,4}[至到]|[-—–~～]+|to)\s?$/u;

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

/** 一亩 of 一亩地纯收入800元 is no figure of its own. */
function isEach({ words }: Figure): boolean {
  return /^一(?![十百千万亿])/u.test(words);
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
      const isChange = phrase === "" && tellsChange(stretch);
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
    carriedTime = timeCarried(text, from, to) ?? carriedTime;
    return anchored;
  });
}

/** In reading order. */
export function anchorFigures(text: ReadText): readonly AnchoredFigure[] {
  return splitSayings(text.plain).flatMap(({ start, end }) => anchorsOfSaying(text, start, end));
}
