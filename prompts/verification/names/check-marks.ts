/** Catches another number of its kind: 二审 for 一审, 周二 for 周一, 乙队 for 甲队. */

import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import type { ReadText } from "../text/read-text.ts";
import { countingMarks } from "../text/telling-words.ts";

const kindOf = (mark: string): string =>
  /^(?:周|星期)|day$/u.test(mark) ? "weekday" : (mark.at(-1) ?? "");

export function checkMarks(statement: ReadText, cited: CitedText): Finding {
  const known = new Set(countingMarks(cited.context));
  const said = new Set(countingMarks(statement.plain).filter((mark) => !/\d/u.test(mark)));
  const problems = [...said].flatMap((mark): readonly Problem[] => {
    if (known.has(mark) || cited.context.includes(mark)) return [];
    const instead = [...known].find((one) => kindOf(one) === kindOf(mark) && !said.has(one));
    if (instead === undefined) return [];
    const message = `"${mark}" is not in the cited sentences, which speak of "${instead}".`;
    return [{ kind: "figure", found: mark, message }];
  });
  return { problems, rules: [] };
}
