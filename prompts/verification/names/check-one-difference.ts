/** Catches a clause that is the source's but for one English word or one character of a person's name. */

import { stopWords } from "../../../retrieval/question/stop-words.ts";
import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import type { ReadText } from "../text/read-text.ts";
import { surnames } from "./name-words.ts";

const unit = /[a-z]+|\d[\d.,]*|\p{Script=Han}/gu;
const stemLength = 4;
/** Of shorter clauses one word is too large a part. */
const leastUnits = 5;
const nameLength = 3;
const han = /^\p{Script=Han}$/u;

function unitsOf(plain: string): readonly string[] {
  return plain.match(unit) ?? [];
}

/** Where all units but one are the same and in the same order: those two. */
function onlyDifference(
  one: readonly string[],
  other: readonly string[],
): readonly [said: string, known: string, place: number] | undefined {
  if (one.length !== other.length || one.length < leastUnits) return undefined;
  const places = one.flatMap((word, at) => (word === other[at] ? [] : [at]));
  const [place] = places;
  if (place === undefined || places.length > 1) return undefined;
  const [said, known] = [one[place], other[place]];
  return said === undefined || known === undefined ? undefined : [said, known, place];
}

/**
 * Figures have rules of their own, function words may stand for each other, and so may single
 * characters, but not those of the name that opens a clause.
 */
function tells(word: string, place: number, opening: string): boolean {
  if (han.test(word)) return place > 0 && place < nameLength && surnames.has(opening);
  return !/^\d/u.test(word) && !stopWords.has(word);
}

export function checkOneDifference(statement: ReadText, cited: CitedText): Finding {
  const known = splitClauses(cited.plain).map(({ text }) => unitsOf(text));
  const problems = splitClauses(statement.plain).flatMap(({ text }): readonly Problem[] => {
    const units = unitsOf(text);
    const found = known
      .map((others) => onlyDifference(units, others))
      .find((one) => one !== undefined);
    if (found === undefined) return [];
    const [said, instead, place] = found;
    const opening = units[0] ?? "";
    const isSameStem = said.slice(0, stemLength) === instead.slice(0, stemLength);
    if (isSameStem || !tells(said, place, opening) || !tells(instead, place, opening)) return [];
    if (/^[a-z]/u.test(said) && cited.context.includes(said)) return [];
    const message = `"${text.trim()}" says "${said}" where the cited sentences say "${instead}".`;
    return [{ kind: "name", found: said, message }];
  });
  return { problems, rules: [] };
}
