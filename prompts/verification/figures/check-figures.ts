/** Holds each figure of a statement against those of its cited sentences. */

import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import type { ReadText } from "../text/read-text.ts";
import { countingMarks } from "../text/telling-words.ts";
import { derivedFigureRule } from "./derived-figures.ts";
import { isDuration, isKnownDay } from "./durations.ts";
import { asFactor, figureRule, sameValue } from "./figure-rules.ts";
import { readNumber } from "./numerals.ts";
import type { Figure } from "./read-figures.ts";
import { bare, dimensionsAgree } from "./units.ts";

const monthsPerYear = 12;
/** In minutes; a source with a later time counts its hours to 24. */
const noon = 720;
const countsUp = /已|共|累计|so far|in total/u;
const numberedThing =
  /\b(?:phase|stage|round|line|route|no\.?|number|grade|class|group|level|tier|type|unit|chapter)\s?$/u;
const isYear = /^(?:19|20)\d{2}$/u;
/** Other words for the first place. */
const firstPlace = /首|第一|冠军|夺冠|头名|领跑|\bfirst\b|\btop\b|\bmost\b|\blargest\b/u;
/** 一 and `one` are articles as often as numbers. */
const articleLike = /^(?:一|one\b)(?![十百千万亿])/u;

function sharedFactor(said: Figure, statement: string, cited: CitedText): boolean {
  const factor = asFactor(said, statement);
  if (factor === undefined) return false;
  return cited.sentences.some(({ figures, plain }) =>
    figures.some((known) => {
      const other = asFactor(known, plain);
      return other !== undefined && sameValue(factor, other);
    }),
  );
}

function isFirstPlace(said: Figure, cited: CitedText): boolean {
  return said.dimension === "ordinal" && said.value === 1 && firstPlace.test(cited.context);
}

/** 19 of 19路 names a thing; where a thing is named does not matter. */
function isIdentifier({ end, dimension }: Figure, plain: string): boolean {
  const follows = /^\s?(?:路|号|班|栋|次列车|届|期|中)/u.test(plain.slice(end));
  return dimension === "ordinal" || follows;
}

/** `phase 3` for 三期: the number of a thing in the other language. */
function isNumberedThing({ start, value }: Figure, plain: string, cited: CitedText): boolean {
  if (!numberedThing.test(plain.slice(0, start))) return false;
  return countingMarks(cited.context).some((mark) => {
    const number = readNumber(/^[一二三四五六七八九十\d]+/u.exec(mark)?.[0] ?? "x");
    return number?.value === value;
  });
}

/** Whether two years of the evidence lie so many years apart. */
function isSpan(said: Figure, cited: CitedText): boolean {
  if (said.dimension !== "months") return false;
  const years = cited.sentences
    .flatMap(({ moments }) => moments)
    .flatMap(({ value }) => value?.split("/") ?? [])
    .map((value) => Number(value.slice(0, 4)));
  return years.some((one) => years.some((other) => (one - other) * monthsPerYear === said.value));
}

function isSaidYear(said: Figure, cited: CitedText): boolean {
  return said.dimension === bare && isYear.test(said.words) && cited.context.includes(said.words);
}

/** Name of the rule, empty for none needed; undefined where nothing bears the figure out. */
function ruleFor(said: Figure, statement: ReadText, cited: CitedText): string | undefined {
  const known = cited.sentences.flatMap(({ figures }) => figures);
  const isByDay = known.some(({ dimension, value }) => dimension === "clock" && value > noon);
  const rules = known
    .filter(
      (one) =>
        !isByDay ||
        said.dimension !== "clock" ||
        said.value <= noon ||
        one.value >= noon ||
        said.value === one.value,
    )
    .map((one) => figureRule(said, one))
    .filter((rule) => rule !== undefined);
  if (rules.includes("")) return "";
  if (rules[0] !== undefined) return rules[0];
  if (sharedFactor(said, statement.plain, cited)) return "same growth";
  if (isFirstPlace(said, cited)) return "first place";
  if (isSaidYear(said, cited)) return "year";
  if (articleLike.test(said.words)) return "";
  if (
    dimensionsAgree(said.dimension, bare) &&
    said.value === cited.sentences.length &&
    said.value > 1
  ) {
    return "count of cited sentences";
  }
  if (isIdentifier(said, statement.plain) && cited.context.includes(said.words.trim())) {
    return "number of a thing in the context";
  }
  const isCounted = known.some(
    (one) =>
      one.dimension === "ordinal" && one.value === said.value && countsUp.test(statement.plain),
  );
  if (isCounted && dimensionsAgree(said.dimension, bare)) return "ordinal as count";
  if (isNumberedThing(said, statement.plain, cited)) return "number of a thing";
  if (isSpan(said, cited)) return "span of years";
  if (isKnownDay(said, cited)) return "day of the month";
  if (isDuration(said, cited)) return "duration";
  const clause =
    splitClauses(statement.plain).find(({ start, end }) => start <= said.start && said.end <= end)
      ?.text ?? statement.plain;
  return derivedFigureRule(said, clause, known, cited.plain);
}

function explain(said: Figure, cited: CitedText): string {
  const known = cited.sentences.flatMap(({ figures }) => figures);
  const same = known.find(({ value }) => sameValue(value, said.value));
  if (same !== undefined) {
    return `the cited sentences say "${same.words}" of ${same.dimension}, ${same.hedge}; keep its unit and words like 约, 近, 超`;
  }
  const alike = known.filter(({ dimension }) => dimensionsAgree(dimension, said.dimension));
  return alike.length > 0
    ? `of that kind the cited sentences say ${alike.map(({ words }) => words).join(", ")}`
    : "the cited sentences give no figure of that kind";
}

export function checkFigures(statement: ReadText, cited: CitedText): Finding {
  const problems: Problem[] = [];
  const rules: string[] = [];
  for (const said of statement.figures) {
    const rule = ruleFor(said, statement, cited);
    if (rule === undefined) {
      const message = `"${said.words}" does not follow: ${explain(said, cited)}.`;
      problems.push({ kind: "figure", found: said.words, message });
    } else if (rule !== "") rules.push(rule);
  }
  return { problems, rules };
}
