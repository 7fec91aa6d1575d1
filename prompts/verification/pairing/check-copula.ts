/** Catches another answer to `what is it`: of `不良反应是恶心`, `不良反应是头痛`. */

import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import { contentWords } from "../text/content-words.ts";
import type { ReadText } from "../text/read-text.ts";
import { thinWords } from "./thin-words.ts";

const copula =
  /(?<![但还也而或算于像])是(?!否|非)|(?<![作成分认以因行称])为(?!了|主|期|止|首|此|何|民|由|准|例)|\b(?:is|are|was|were)\b/u;

interface Equation {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

function equationsOf(plain: string): readonly Equation[] {
  return splitClauses(plain).flatMap(({ text }) => {
    const found = copula.exec(text);
    if (found === null) return [];
    const telling = (side: string) => contentWords(side).filter((word) => !thinWords.has(word));
    const left = telling(text.slice(0, found.index));
    const right = telling(text.slice(found.index + found[0].length));
    return left.length > 0 && right.length > 0 ? [{ left, right }] : [];
  });
}

function shareCharacter(one: string, other: string): boolean {
  if (/^[a-z]/u.test(one)) return one === other;
  return [...one].some((character) => other.includes(character));
}

function shared(some: readonly string[], others: readonly string[]): number {
  return some.filter((word) => others.includes(word)).length;
}

/** The equation of which the left side is told again, where one clearly is. */
function ownOf(left: readonly string[], known: readonly Equation[]): Equation | undefined {
  // Of two that share as many words the one with fewer others is meant.
  const fits = known.map((one) => shared(left, one.left) * (1 + 1 / (one.left.length + 1)));
  const best = Math.max(0, ...fits);
  const own = known[fits.indexOf(best)];
  const common = own === undefined ? 0 : shared(left, own.left);
  const isSure = common > 1 || (common === 1 && own?.left.at(-1) === left.at(-1));
  return isSure && fits.filter((fit) => fit === best).length === 1 ? own : undefined;
}

/** All new, or the source's but for one word. */
function isOther(right: readonly string[], own: Equation, cited: CitedText): boolean {
  const isNew = (word: string) =>
    !cited.plain.includes(word) && !own.right.some((other) => shareCharacter(word, other));
  const added = right.filter((word) => !own.right.includes(word));
  const left = own.right.filter((word) => !right.includes(word));
  const isExchanged = right.length === own.right.length && added.length === 1 && left.length === 1;
  return right.every(isNew) || (isExchanged && right.length > 1 && added.every(isNew));
}

/** Whether the right side is the whole of another equation's. */
function isTaken(right: readonly string[], own: Equation, known: readonly Equation[]): boolean {
  return (
    shared(right, own.right) === 0 &&
    known.some((other) => other !== own && shared(right, other.right) === right.length)
  );
}

export function checkCopula(statement: ReadText, cited: CitedText): Finding {
  const known = equationsOf(cited.plain);
  const problems = equationsOf(statement.plain).flatMap(({ left, right }): readonly Problem[] => {
    const own = ownOf(left, known);
    if (own === undefined) return [];
    if (!isOther(right, own, cited) && !isTaken(right, own, known)) return [];
    const message = `the cited sentences say "${own.right.join(" ")}" of that.`;
    return [{ kind: "overlap", found: right.join(" "), message }];
  });
  return { problems, rules: [] };
}
