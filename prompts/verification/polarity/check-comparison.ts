/** Catches turned comparisons: 增长 for 下降, 高于 for 低于, 最大 where nothing says so. */

import { isWorkedOut } from "../figures/is-worked-out.ts";
import type { Finding, Problem } from "../problem.ts";
import { alignClause } from "../text/align.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import { contentWords } from "../text/content-words.ts";
import type { ReadText } from "../text/read-text.ts";
import { isConverse } from "./is-converse.ts";
import { oneOf, type Opposites, opposites, standingAlone, wholeOf } from "./opposites.ts";

/** Pairs of which each says the same as the other with its sides exchanged. */
const converse: ReadonlySet<string> = new Set(["win or lose", "more or less", "before or after"]);
const denied =
  /(?:不|没有?|未|无|非|并未|尚未|从未|未能|\bnot?\b|\bnever\b|n['’]t)\p{Script=Han}{0,2}\s?(?:[a-z]+ )?$/u;
const enoughInSaying = 0.6;
const enoughInClause = 0.3;

function has(pattern: RegExp, text: string): boolean {
  return text.search(pattern) !== -1;
}

function comparisonProblem(found: string, instead: string): Problem {
  const message = `the statement says "${found}", the cited sentences "${instead}".`;
  return { kind: "comparison", found, message };
}

/** Every clause of the evidence that holds one of the figures of the clause, with the same value. */
function clausesOfFigures(
  start: number,
  end: number,
  statement: ReadText,
  cited: CitedText,
): readonly string[] {
  const said = statement.figures.filter((one) => start <= one.start && one.end <= end);
  return cited.sentences.flatMap(({ plain, figures }) => {
    const known = figures.filter((one) =>
      said.some((other) => other.value === one.value && other.dimension === one.dimension),
    );
    return splitClauses(plain)
      .filter((clause) => known.some((one) => clause.start <= one.start && one.end <= clause.end))
      .map(({ text }) => text);
  });
}

function checkPair(
  { name, sides }: Opposites,
  statement: ReadText,
  cited: CitedText,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [side, other] of [sides, [sides[1], sides[0]]] as const) {
    for (const { text, start, end } of splitClauses(statement.plain)) {
      const found = side.exec(text)?.[0];
      side.lastIndex = 0;
      if (found === undefined || has(other, text)) continue;
      // 尚未盈利 is no word for profit; what it denies is another check's matter.
      if (denied.test(text.slice(0, text.indexOf(found)))) continue;
      const near = clausesOfFigures(start, end, statement, cited);
      const places = near.length > 0 ? near : alignedClause(text, side, cited);
      const isTurned =
        places.some((place) => has(other, place)) && !places.some((place) => has(side, place));
      const isAbsent =
        has(other, cited.plain) &&
        !has(side, cited.context) &&
        !isWorkedOut(statement, start, end, cited);
      if (!isTurned && !(isAbsent && near.length === 0 && places.length > 0)) continue;
      const isTurnedWhole = places.some((place) => {
        const against = place.match(other)?.[0];
        return against !== undefined && isConverse(text, found, place, against);
      });
      if (converse.has(name) && isTurnedWhole) continue;
      const instead = (places.find((place) => has(other, place)) ?? cited.plain).match(other)?.[0];
      problems.push(comparisonProblem(found, instead ?? ""));
    }
  }
  return problems;
}

/** The clause that the words around the compared one retell, where one clearly does. */
function alignedClause(text: string, side: RegExp, cited: CitedText): readonly string[] {
  const words = [...new Set(contentWords(text.replace(side, " ")))];
  const aligned = alignClause(words, cited);
  if (aligned === undefined || aligned.inSaying < enoughInSaying) return [];
  if (aligned.inClause < enoughInClause) return [];
  // Another clause that says it as the statement does and retells it as well is enough.
  const share = (clause: string) => words.filter((word) => clause.includes(word)).length;
  const alike = cited.sentences
    .flatMap(({ plain }) => splitClauses(plain))
    .filter((clause) => has(side, clause.text) && share(clause.text) >= share(aligned.clause.text));
  return [aligned.clause.text, ...alike.map((clause) => clause.text)];
}

function checkStandingAlone(statement: ReadText, cited: CitedText): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { claims, borneOutBy } of standingAlone) {
    const found = claims.exec(statement.plain)?.[0];
    if (found === undefined || borneOutBy.test(cited.context)) continue;
    const message = `"${found}" claims more than the cited sentences say.`;
    problems.push({ kind: "comparison", found, message });
  }
  const whole = wholeOf.claims.exec(statement.plain)?.[0];
  if (
    whole !== undefined &&
    wholeOf.partly.test(cited.plain) &&
    !wholeOf.wholly.test(cited.plain)
  ) {
    problems.push(comparisonProblem(whole, wholeOf.partly.exec(cited.plain)?.[0] ?? ""));
  }
  const superlative = standingAlone[0]?.claims.exec(statement.plain)?.[0];
  if (superlative !== undefined && cited.plain.includes(superlative)) {
    if (oneOf.test(cited.plain) && !oneOf.test(statement.plain)) {
      problems.push(comparisonProblem(superlative, oneOf.exec(cited.plain)?.[0] ?? ""));
    }
  }
  return problems;
}

export function checkComparison(statement: ReadText, cited: CitedText): Finding {
  const problems = [
    ...opposites.flatMap((one) => checkPair(one, statement, cited)),
    ...checkStandingAlone(statement, cited),
  ];
  return { problems, rules: [] };
}
