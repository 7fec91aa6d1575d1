/** Catches a word put in the place of one that shuts it out: 金奖 for 银奖, 全省 for 全市. */

import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import type { ReadText } from "../text/read-text.ts";
import { claimedScope, rivals } from "./rivals.ts";

function problemOf(found: string, instead: string): Problem {
  const message = `"${found}" is not in the cited sentences, which say "${instead}".`;
  return { kind: "name", found, message };
}

/** The cited sentences speak of another of the set, and of this one nobody does. */
function checkSet(set: readonly RegExp[], plain: string, cited: CitedText): readonly Problem[] {
  const said = set.filter((member) => member.test(plain));
  const isKnown = said.some((member) => member.test(cited.plain));
  if (isKnown) return [];
  return said.flatMap((member) => {
    if (member.test(cited.context)) return [];
    const instead = set.map((other) => other.exec(cited.plain)?.[0]).find(Boolean);
    return instead === undefined ? [] : [problemOf(member.exec(plain)?.[0] ?? "", instead)];
  });
}

export function checkRivals(statement: ReadText, cited: CitedText): Finding {
  const problems = rivals.flatMap((set) => checkSet(set, statement.plain, cited));
  const scope = claimedScope.exec(statement.plain)?.groups?.["scope"];
  if (scope !== undefined && !cited.context.includes(scope)) {
    const message = `the cited sentences do not say that it is so of ${scope}.`;
    problems.push({ kind: "comparison", found: scope, message });
  }
  return { problems, rules: [] };
}
