/** Works out when a text without a printed date was published, from what it says about time. */

import type { PublishedOn } from "../article.ts";
import { addDays, daysBetween, yearOf } from "./civil-day.ts";
import { type DateEvidence, type DayRange, intersect, type YearVote } from "./date-evidence.ts";
import { dateSentence } from "./dated-sentence.ts";
import { dayBounds, freshDays } from "./day-bounds.ts";
import { foldCharacters } from "./fold-characters.ts";
import { newestYear, newsYears } from "./news-years.ts";
import { numberedDayEvidence } from "./numbered-day-evidence.ts";
import { saidYears } from "./said-years.ts";
import { winningYear } from "./winning-year.ts";

/** A wider interval says too little to be called a date. */
const maxDays = 396;
/** Longer ones are tables or looped text, not sentences. */
const maxSentenceLength = 2000;
/** So many of the words that show the year are given as evidence. */
const shownWords = 3;
/** Between words that show the date together. */
const joint = " + ";
/** Only news is dated by its words: history and encyclopedias are full of dates of others. */
const newsWords = /近日|日前|今年|去年|记者|本报|今日|昨日|今天|\d\s?日[电讯消]|本月|上月|同比/u;

/**
 * The day or interval in which the sentences of one page were published; undefined where the page
 * does not show it.
 *
 * @param texts all sentences that appeared together, in reading order
 */
export function inferPublishedOn(texts: readonly string[]): PublishedOn | undefined {
  const folded = texts
    .map((text) => foldCharacters(text))
    .filter((text) => text.trim() !== "" && text.length <= maxSentenceLength);
  const counted = folded.flatMap((text) => numberedDayEvidence(text));
  const exact = counted.filter((one) => one.isExact);
  if (exact.length > 0) {
    const together = combine(exact);
    return together.used.length === exact.length ? publishedOn(together) : undefined;
  }

  const isNews = folded.some((text) => newsWords.test(text));
  if (!isNews) return undefined;
  const sentences = folded.map((text) => dateSentence(text));
  const newest = newestYear(sentences) ?? 0;
  // `自2018年首个丰收节以来`: a text that names a later year looks back.
  const current = counted.filter(({ from }) => yearOf(from ?? "") >= newest);
  const votes = [...folded.flatMap((text) => saidYears(text)), ...newsYears(sentences)];
  const year = winningYear(votes) ?? yearOfCounted(current);
  if (year === undefined) return undefined;
  const ofYear = yearEvidence(year, votes, folded);
  return publishedOn(combine([ofYear, ...current, ...dayBounds(sentences, year, votes)]));
}

/** The year's days; and where the text does not call it 今年, the first days of the next. */
function yearEvidence(
  year: number,
  votes: readonly YearVote[],
  texts: readonly string[],
): DateEvidence {
  const words = votes.filter((vote) => vote.year === year).map((vote) => vote.words);
  const lastDay = `${year}-12-31`;
  const isThisYear = texts.some((text) => text.includes("今年"));
  const shown = [...new Set(words)].slice(0, shownWords);
  return {
    words: [...shown, ...(isThisYear ? ["今年"] : [])].join(joint),
    from: `${year}-01-01`,
    to: isThisYear ? lastDay : addDays(lastDay, freshDays),
  };
}

interface Combined extends DayRange {
  readonly used: readonly string[];
}

/** What all of the evidence allows, strongest first; what contradicts the stronger is left out. */
function combine(evidence: readonly DateEvidence[]): Combined {
  let range: DayRange = {};
  const used: string[] = [];
  for (const one of evidence) {
    const narrowed = intersect(range, one);
    if (narrowed === undefined) continue;
    const tells = narrowed.from !== range.from || narrowed.to !== range.to;
    if ((tells || narrowed.from === narrowed.to) && one.words !== "") used.push(one.words);
    range = narrowed;
  }
  return { ...range, used };
}

function yearOfCounted(counted: readonly DateEvidence[]): number | undefined {
  const years = new Set(counted.flatMap(({ from, to }) => [from?.slice(0, 4), to?.slice(0, 4)]));
  const [year] = years;
  return years.size === 1 && year !== undefined ? Number(year) : undefined;
}

function publishedOn({ from, to, used }: Combined): PublishedOn | undefined {
  if (from === undefined || to === undefined || daysBetween(from, to) > maxDays) return undefined;
  const value = from === to ? from : `${from}/${to}`;
  const words = new Set(used.flatMap((some) => some.split(joint)));
  return { value, kind: "inferred", evidence: [...words].join(joint) };
}
