/** Holds the times of a statement against those of its cited sentences. */

import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import type { ReadText } from "../text/read-text.ts";
import { dateRule } from "./date-rules.ts";

export function checkDates(statement: ReadText, cited: CitedText): Finding {
  const problems: Problem[] = [];
  const rules: string[] = [];
  for (const moment of statement.moments) {
    if (moment.isNow) continue;
    const found = cited.sentences
      .map((sentence) => dateRule(moment, sentence, statement))
      .filter((rule) => rule !== undefined)
      .sort((one, other) => one.length - other.length);
    const rule = found[0];
    if (rule === undefined) {
      const said = cited.sentences.flatMap(({ moments }) => moments.map(({ words }) => words));
      const instead = said.length > 0 ? `they say ${said.join(", ")}` : "they name no time";
      problems.push({
        kind: "date",
        found: moment.words,
        message: `"${moment.words}" is not in the cited sentences; ${instead}. Use their time or leave it out.`,
      });
    } else if (rule !== "") rules.push(rule);
  }
  return { problems, rules };
}
