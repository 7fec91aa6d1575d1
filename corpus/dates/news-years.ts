/**
 * Finds what speaks for the newest year that a piece of news names, or for the year after it.
 *
 * The weights are logarithms of odds, rounded, as counted in 20,000 pieces of news from a known
 * summer: so often was a year that stands so the year of publication.
 */

import { daysBetween } from "./civil-day.ts";
import type { YearVote } from "./date-evidence.ts";
import type { DatedSentence, NamedTime } from "./dated-sentence.ts";
import { findFreshDays, type FreshDay, retrospect } from "./fresh-days.ts";
import { partDays } from "./resolve-times.ts";

const weights = {
  /** A full date among the first words of the page. */
  head: 3,
  /** A full date and, elsewhere, a day without its year a few days from it. */
  "near day": 2.5,
  /** `2025年1至10月`: such figures are given while the year lasts. */
  figures: 2,
  "quarter figures": 1.7,
  "fresh day": 1.8,
  "in progress": 1.4,
  "fresh month": 1.2,
  "fresh year": 1.1,
  /** `2025年实现营收…亿元`: given when the year is over. */
  total: 0.9,
} as const;

/** Characters that may stand before the date at the page's head. */
const headLength = 40;
const nearDays = 7;
/** Farther apart the two may stand in different pieces of the page, and be close by chance. */
const nearSentences = 3;
/** A day without its year stands at most so long after the date at the page's head. */
const headDays = 60;
/** A life or a source in brackets, or what the piece is about: `（1889年1月4日—`, `是…于`. */
const aside = /[（(—]|[是于]/u;
const freshWord =
  /(近日|日前|近期|最近|不久前|刚刚|今日|昨日|今天|昨天|获悉|了解到|消息)[，,]?[^，,。]{0,12}[，,]?$/u;
const total =
  /^(?:[^。；;]{0,40}?(?:(?:同比|较上年|比上年)[^。；;]{0,6}\d|增长\s?\d|\d(?:千|万|亿)*(?:亿元|万元|亿美元|亿人次|万人次|万吨))|[^。；;]{0,4}全年)/u;
const unfinished =
  /已|目前|截至|正在|将|预计|计划|前[\d一二三两]+个?[季月]|半年|季度|\d月|以来|以后|预算|中期/u;
const beforeTotal = /(?:[自从至到于比较]|截至|预计|目标)$/u;
const inProgress =
  /^[^。；;，,]{0,8}?(?:已(?:经)?完成|已(?:经)?实现|正在)|^[^。；;]{0,40}?全年计划/u;

/** The newest year that the sentences name as past, undefined where they name none. */
export function newestYear(sentences: readonly DatedSentence[]): number | undefined {
  const years = sentences.flatMap(({ named }) =>
    named.filter((time) => !time.isPlanned).map((time) => time.year),
  );
  return years.length === 0 ? undefined : Math.max(...years);
}

/** In reading order. */
export function newsYears(sentences: readonly DatedSentence[]): readonly YearVote[] {
  const newest = newestYear(sentences);
  if (newest === undefined) return [];
  const freshDays = findFreshDays(sentences, newest);
  const first = sentences.findIndex(({ named }) => named.length > 0);
  const lead = sentences.slice(0, first).reduce((sum, { text }) => sum + text.length, 0);
  return sentences.flatMap((sentence, index) =>
    sentence.named.flatMap((time, place): readonly YearVote[] => {
      if (time.year !== newest || time.isPlanned) return [];
      const next = [...sentence.named.slice(place + 1), ...sentence.near]
        .map(({ start }) => start)
        .filter((start) => start >= time.end);
      const before = sentence.text.slice(Math.max(0, time.start - headLength), time.start);
      const behind = sentence.text.slice(time.end, Math.min(sentence.text.length, ...next));
      const isHead = index === first && lead + time.start < headLength && !aside.test(before);
      const ofDay =
        time.part === "days" ? dayVotes(time, sentence.text, { index, isHead, freshDays }) : [];
      return [...placeVotes(time, before, behind), ...ofDay];
    }),
  );
}

interface DayPlace {
  /** Which sentence names the date, from 0. */
  readonly index: number;
  readonly isHead: boolean;
  /** Of the whole page, newest first. */
  readonly freshDays: readonly FreshDay[];
}

/** What a full date tells beside days without a year: later than all of them it is another year's. */
function dayVotes(time: NamedTime, text: string, place: DayPlace): readonly YearVote[] {
  const { index, isHead, freshDays } = place;
  const full = partDays(time.year, time.yearPart)?.from;
  const newest = freshDays[0];
  if (full === undefined) return [];
  if (newest === undefined) return isHead ? [vote(time.year, "head", time.words)] : [];
  const sinceFull = daysBetween(full, newest.day);
  if (sinceFull < 0 || retrospect.test(text)) return [];
  const votes: YearVote[] = [];
  if (isHead && sinceFull <= headDays) votes.push(vote(time.year, "head", time.words));
  const near = freshDays.find(
    ({ day, sentence }) =>
      Math.abs(daysBetween(full, day)) <= nearDays && Math.abs(sentence - index) <= nearSentences,
  );
  if (near !== undefined) votes.push(vote(time.year, "near day", `${time.words} + ${near.words}`));
  return votes;
}

function placeVotes(time: NamedTime, before: string, behind: string): readonly YearVote[] {
  const { year, part, yearPart, words } = time;
  const fresh = freshWord.exec(before)?.[1];
  const freshWords = fresh === undefined ? words : `${fresh}…${words}`;
  if (part === "days") return fresh === undefined ? [] : [vote(year, "fresh day", freshWords)];
  if (yearPart.kind === "months") {
    if (yearPart.from === yearPart.to) {
      return fresh === undefined ? [] : [vote(year, "fresh month", freshWords)];
    }
    return [vote(year, yearPart.from === 1 ? "figures" : "quarter figures", words)];
  }
  if (part !== "whole") return [];
  const progress = inProgress.exec(behind)?.[0];
  if (progress !== undefined) return [vote(year, "in progress", words + progress)];
  if (fresh !== undefined && !words.endsWith("度")) return [vote(year, "fresh year", freshWords)];
  const figures = total.exec(behind)?.[0];
  if (figures === undefined || unfinished.test(figures) || beforeTotal.test(before)) return [];
  return [vote(year + 1, "total", words + figures)];
}

function vote(year: number, kind: keyof typeof weights, words: string): YearVote {
  return { year, weight: weights[kind], words, kind };
}
