/** Catches a statement that affirms what its source denies, or denies what it affirms. */

import { isWorkedOut } from "../figures/is-worked-out.ts";
import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import type { ReadText } from "../text/read-text.ts";
import { affirmations, readNegations, readStops } from "./negations.ts";

/** The first of the words that stands in the text. */
function headIn(plain: string, heads: readonly string[]): string | undefined {
  return heads.find((head) => plain.includes(head));
}

export function checkNegation(statement: ReadText, cited: CitedText): Finding {
  const problems: Problem[] = [];
  for (const { text, start, end } of splitClauses(statement.plain)) {
    if (isWorkedOut(statement, start, end, cited)) continue;
    for (const { words, heads } of readNegations(text)) {
      const head = headIn(cited.plain, heads);
      if (head === undefined) continue;
      const known = affirmations(head, cited.plain);
      if (known.affirmed === 0 || known.denied > 0) continue;
      const message = `the statement denies "${head}", the cited sentences affirm it.`;
      problems.push({ kind: "negation", found: words + head, message });
    }
  }
  for (const { words, head } of readStops(statement.plain)) {
    const known = affirmations(head, cited.plain);
    if (known.affirmed === 0 || known.denied > 0 || cited.plain.includes(words)) continue;
    const message = `the statement says "${words}${head}", the cited sentences affirm "${head}".`;
    problems.push({ kind: "negation", found: words + head, message });
  }
  for (const { words, heads } of readNegations(cited.plain)) {
    const head = headIn(statement.plain, heads.slice(0, 1));
    if (head === undefined || affirmations(head, cited.plain).affirmed > 0) continue;
    const said = affirmations(head, statement.plain);
    if (said.affirmed === 0 || said.denied > 0) continue;
    const message = `the cited sentences say "${words}${head}", the statement affirms "${head}".`;
    problems.push({ kind: "negation", found: head, message });
  }
  return { problems, rules: [] };
}
