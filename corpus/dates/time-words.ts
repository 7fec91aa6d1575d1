/** What words of time mean before it is known when they were written. */

/** Which year is meant. */
export type YearMeant =
  | { readonly kind: "named"; readonly year: number }
  /** 今年 0, 去年 -1. */
  | { readonly kind: "from publication"; readonly years: number }
  /** 同年 0, 次年 1: from the year named before in the sentence. */
  | { readonly kind: "from before"; readonly years: number }
  /** 上年 -1: from the year named before, else from the year of publication. */
  | { readonly kind: "from context"; readonly years: number }
  /** A month or day without its year. */
  | { readonly kind: "unsaid" };

/** Which part of that year. Months count from 1. */
export type YearPart =
  | { readonly kind: "whole" }
  | { readonly kind: "months"; readonly from: number; readonly to: number }
  | {
      readonly kind: "days";
      readonly fromMonth: number;
      readonly fromDay: number;
      readonly toMonth: number;
      readonly toDay: number;
    }
  /** 今年以来: from its first day until publication. */
  | { readonly kind: "so far" }
  /** 去年同期: the part that was named last. */
  | { readonly kind: "same part" };

export type TimeMeaning =
  | { readonly kind: "year part"; readonly year: YearMeant; readonly part: YearPart }
  | { readonly kind: "years"; readonly from: number; readonly to: number }
  | { readonly kind: "day from publication"; readonly days: number }
  | { readonly kind: "week from publication"; readonly weeks: number }
  | { readonly kind: "month from publication"; readonly months: number }
  | { readonly kind: "day of month"; readonly day: number }
  | { readonly kind: "now" };

/** A stretch of a text that tells a time; offsets in UTF-16 units. */
export interface TimeWords {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly meaning: TimeMeaning;
}

/** What the named groups of a pattern matched. */
export type MatchGroups = Readonly<Record<string, string | undefined>>;

/** One way of saying a time. */
export interface TimeRule {
  /** Global. */
  readonly pattern: RegExp;
  /** Undefined where the match is no time after all. */
  readonly read: (groups: MatchGroups) => TimeMeaning | undefined;
}
