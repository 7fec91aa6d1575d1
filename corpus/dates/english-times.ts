/** The ways in which English text tells a time. */

import type { MatchGroups, TimeRule, YearMeant, YearPart } from "./time-words.ts";

const monthNames =
  "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?";
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const quarterMonths = 3;
const halfMonths = 6;
const lastMonth = 12;

const year = String.raw`(?<named>(?:1\d|20)\d{2})(?![\d%]|[.,]\d)`;
const day = String.raw`(?<dayOfMonth>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?`;
const nearYear = "(?<near>[Tt]his|[Ll]ast|[Nn]ext) year";
const ordinals = ["first", "second", "third", "fourth"];
const yearsFromPublication: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);

const ofYear = String.raw`(?:(?: of|,)? ${year}|(?: of)? ${nearYear})?`;

/** In no order, as for Chinese. */
export const englishTimes: readonly TimeRule[] = [
  {
    pattern: pattern(
      String.raw`\b(?:so far |earlier |later |in )?${nearYear}(?<soFar> so far| to date)?\b`,
    ),
    read: (groups) => ({
      kind: "year part",
      year: yearMeant(groups),
      part: groups["soFar"] === undefined ? { kind: "whole" } : { kind: "so far" },
    }),
  },
  {
    pattern: pattern(String.raw`\b[Ss]o far this year\b`),
    read: () => ({
      kind: "year part",
      year: { kind: "from publication", years: 0 },
      part: { kind: "so far" },
    }),
  },
  {
    pattern: pattern(
      String.raw`\b(?<ordinal>first|second|third|fourth) (?<unit>quarter|half)${ofYear}`,
    ),
    read: (groups) => ({ kind: "year part", year: yearMeant(groups), part: ordinalPart(groups) }),
  },
  {
    pattern: pattern(String.raw`\b(?<month>${monthNames}) ${day}(?:, ?| )${year}`),
    read: readDate,
  },
  {
    pattern: pattern(String.raw`\b(?<!\d)${day} (?<month>${monthNames}),? ${year}`),
    read: readDate,
  },
  {
    pattern: pattern(
      String.raw`\b(?:on|since|from|until|by) (?<month>${monthNames}) ${day}\b(?!,? \d{4})`,
      "i",
    ),
    read: readDate,
  },
  {
    pattern: pattern(String.raw`\b(?<month>${monthNames})(?: of|,)? (?:${year}|${nearYear})`),
    read: readDate,
  },
  {
    pattern: pattern(
      String.raw`\b(?:between|from) (?<fromYear>(?:1\d|20)\d{2}) (?:and|to) (?<toYear>(?:1\d|20)\d{2})\b`,
      "i",
    ),
    read: (groups) => {
      const from = Number(groups["fromYear"]);
      const to = Number(groups["toYear"]);
      return from < to ? { kind: "years", from, to } : undefined;
    },
  },
  {
    pattern: pattern(
      String.raw`\b(?:in|since|by|of|until|during|before|after|early|mid|late|year) ${year}(?!\s?[a-z]*(?:people|times|km|MW|tonnes))`,
      "i",
    ),
    read: (groups) => ({ kind: "year part", year: yearMeant(groups), part: { kind: "whole" } }),
  },
  {
    pattern: pattern(String.raw`\bthe (?<decade>(?:1\d|20)\d0)s\b`),
    read: ({ decade }) => ({ kind: "years", from: Number(decade), to: Number(decade) + 9 }),
  },
  {
    pattern: pattern(String.raw`\b(?<step>this|last|next) (?<unit>week|month)\b`, "i"),
    read: ({ step = "", unit }) => {
      const count = yearsFromPublication.get(step.toLowerCase()) ?? 0;
      return unit?.toLowerCase() === "week"
        ? { kind: "week from publication", weeks: count }
        : { kind: "month from publication", months: count };
    },
  },
  {
    pattern: pattern(
      String.raw`\b(?<word>yesterday|today|tomorrow)\b(?!['’]s (?:world|society))`,
      "i",
    ),
    read: ({ word = "" }) => {
      const days = ["yesterday", "today", "tomorrow"].indexOf(word.toLowerCase()) - 1;
      return { kind: "day from publication", days };
    },
  },
  {
    pattern: pattern(String.raw`\b(?:currently|at present|as of now|to date)\b`, "i"),
    read: () => ({ kind: "now" }),
  },
];

function pattern(source: string, flags = ""): RegExp {
  return new RegExp(source, `gu${flags}`);
}

function yearMeant(groups: MatchGroups): YearMeant {
  const { named, near } = groups;
  if (named !== undefined) return { kind: "named", year: Number(named) };
  if (near === undefined) return { kind: "unsaid" };
  return { kind: "from publication", years: yearsFromPublication.get(near.toLowerCase()) ?? 0 };
}

function ordinalPart({ ordinal = "", unit }: MatchGroups): YearPart {
  const length = unit === "half" ? halfMonths : quarterMonths;
  const to = Math.min((ordinals.indexOf(ordinal) + 1) * length, lastMonth);
  return { kind: "months", from: to - length + 1, to };
}

function readDate(groups: MatchGroups): ReturnType<TimeRule["read"]> {
  const month = months.indexOf((groups["month"] ?? "").slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return undefined;
  const meant = yearMeant(groups);
  const dayText = groups["dayOfMonth"];
  if (dayText === undefined) {
    return { kind: "year part", year: meant, part: { kind: "months", from: month, to: month } };
  }
  const date = Number(dayText);
  const ends = { fromMonth: month, fromDay: date, toMonth: month, toDay: date };
  return { kind: "year part", year: meant, part: { kind: "days", ...ends } };
}
