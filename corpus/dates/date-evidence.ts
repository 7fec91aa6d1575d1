/** What a text shows about the day on which it was published. */

/** Days `YYYY-MM-DD`, both possible; an end that is missing is unknown. */
export interface DayRange {
  readonly from?: string;
  readonly to?: string;
}

export interface DateEvidence extends DayRange {
  /** As a reader would see them in the text. */
  readonly words: string;
}

/** Words that speak for a year of publication. */
export interface YearVote {
  readonly year: number;
  /** Logarithm of the odds that it is the year. */
  readonly weight: number;
  readonly words: string;
  /** Votes of one kind say the same again, and so count less than votes of several kinds. */
  readonly kind: string;
}

/** Both ranges at once; undefined where they exclude each other. */
export function intersect(one: DayRange, other: DayRange): DayRange | undefined {
  const from = later(one.from, other.from);
  const to = earlier(one.to, other.to);
  if (from !== undefined && to !== undefined && from > to) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

function earlier(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
