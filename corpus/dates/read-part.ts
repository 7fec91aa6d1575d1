/** Reads which part of a year the matched words name. */

import { readNumeral } from "./numerals.ts";
import type { MatchGroups, YearPart } from "./time-words.ts";

const quarterMonths = 3;
const halfMonths = 6;
const lastMonth = 12;
const firstMonthOnly = { kind: "months", from: 1, to: 1 } as const;
const lastMonthOnly = { kind: "months", from: lastMonth, to: lastMonth } as const;

/** The whole year where no group names a part. */
export function readPart(groups: MatchGroups): YearPart {
  const number = (name: string): number | undefined => {
    const text = groups[name];
    return text === undefined ? undefined : readNumeral(text.replace("两", "二"));
  };
  const fromMonth = number("fromMonth");
  const fromDay = number("fromDay");
  if (fromMonth !== undefined && fromDay !== undefined) {
    const toMonth = number("toMonth") ?? fromMonth;
    return { kind: "days", fromMonth, fromDay, toMonth, toDay: number("toDay") ?? fromDay };
  }
  const from = number("firstMonth");
  const to = number("finalMonth");
  if (from !== undefined && to !== undefined) return { kind: "months", from, to };
  const months = number("monthCount");
  if (months !== undefined) return { kind: "months", from: 1, to: months };
  const quarters = number("quarterCount");
  if (quarters !== undefined) return { kind: "months", from: 1, to: quarters * quarterMonths };
  const quarter = groups["openingQuarter"] === undefined ? number("quarter") : 1;
  if (quarter !== undefined) {
    const end = quarter * quarterMonths;
    return { kind: "months", from: end - quarterMonths + 1, to: end };
  }
  const month = number("oneMonth");
  if (month !== undefined) return { kind: "months", from: month, to: month };
  const { half, edge, soFar, samePart } = groups;
  if (half === "上") return { kind: "months", from: 1, to: halfMonths };
  if (half === "下") return { kind: "months", from: halfMonths + 1, to: lastMonth };
  if (edge !== undefined) return /初|开/u.test(edge) ? firstMonthOnly : lastMonthOnly;
  if (soFar !== undefined) return { kind: "so far" };
  return samePart === undefined ? { kind: "whole" } : { kind: "same part" };
}
