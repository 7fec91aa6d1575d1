/** Catches a thing slipped into a list: of `陶器、玉器、骨器`, `陶器、玉器、青铜器`. */

import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import type { ReadText } from "../text/read-text.ts";

const joint = /、|以及|和|与|及/u;
const listEnd = /(?:等|三[类种]|两[类种]).*$/u;
const leastKnown = 2;
const leastLength = 2;
const longestItem = 8;
const hanOnly = /^\p{Script=Han}+$/u;

/** Things of a list that has a 、, without what stands before the first and behind the last. */
function innerItems(clause: string): readonly string[] {
  if (!clause.includes("、")) return [];
  const items = clause
    .replace(listEnd, "")
    .split(joint)
    .map((item) => item.trim());
  return items
    .slice(1)
    .filter(
      (item) => hanOnly.test(item) && item.length >= leastLength && item.length <= longestItem,
    );
}

export function checkList(statement: ReadText, cited: CitedText): Finding {
  const problems = splitClauses(statement.plain).flatMap(({ text }): readonly Problem[] => {
    const [first = ""] = text.split(joint);
    const ending = first.slice(-leastLength);
    const items = innerItems(text);
    const known = items.filter((item) => cited.context.includes(item));
    const isFirstKnown = ending.length === leastLength && cited.plain.includes(`${ending}、`);
    if (known.length + (isFirstKnown ? 1 : 0) < leastKnown) return [];
    return items
      .filter(
        (item) =>
          !known.includes(item) &&
          // What follows the last may be no part of it: 骨器三类遗物.
          !cited.context.includes(item.slice(0, leastLength)) &&
          !cited.context.includes(item.slice(-leastLength)),
      )
      .map((item) => {
        const message = `"${item}" is not among what the cited sentences list.`;
        return { kind: "name", found: item, message };
      });
  });
  return { problems, rules: [] };
}
