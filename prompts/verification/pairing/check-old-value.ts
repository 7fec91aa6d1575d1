/** Catches the old value told as the present one: of `由80元降至50元`, `80元`. */

import { figureRule } from "../figures/figure-rules.ts";
import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import type { ReadText } from "../text/read-text.ts";

const oldBefore = /(?:从|由|原价|原来的?|\bfrom)[^，。；,;]{0,16}$/u;
const changeAfter =
  /^[^，。；;]{0,12}?(?:[降升增减提涨调改]|下降|上升|提高|减少|增加|扩大|\bto\b)[^，。；;]{0,6}(?:至|到|为|\bto\b|\d)/u;
/** 由操场改到体育馆, 原定于9月1日的典礼推迟至9月8日. */
const exchange =
  /(?:由|从|原定于|原定在|原定)(?<old>[^，。；的]{2,12}?)(?:的[^，。；]{0,10})?(?:改|推迟|提前|调整|迁|变更|延期|搬)[^，。；]{0,2}?(?:到|至|为|在|成)(?<instead>[^，。；]{2,4})/gu;
const present = /^(?:今年|本月|今天|今日|this (?:year|month))$/u;
const saysOld =
  /从|由|原|曾|过去|之前|以前|起初|当初|当时|\bfrom\b|\bformer|\bused to\b|\boriginal|\bbefore\b|\bwas\b|\bhad\b|\bthan\b|比/u;

export function checkOldValue(statement: ReadText, cited: CitedText): Finding {
  const problems: Problem[] = [];
  for (const { text, start, end } of splitClauses(statement.plain)) {
    const dates = statement.moments.some(
      (one) => !one.isNow && !present.test(one.words) && start <= one.start && one.end <= end,
    );
    if (saysOld.test(text) || dates) continue;
    for (const said of statement.figures) {
      if (said.start < start || said.end > end) continue;
      const known = cited.sentences.flatMap((sentence) =>
        sentence.figures
          .filter((figure) => figureRule(said, figure) !== undefined)
          .map((figure) => ({ sentence, figure })),
      );
      const isOld = known.every(
        ({ sentence: { plain }, figure }) =>
          oldBefore.test(plain.slice(0, figure.start)) && changeAfter.test(plain.slice(figure.end)),
      );
      if (known.length === 0 || !isOld) continue;
      const message = `"${said.words}" is the value before the change.`;
      problems.push({ kind: "figure", found: said.words, message });
    }
  }
  for (const { groups, 0: words } of cited.plain.matchAll(exchange)) {
    const { old = "", instead = "" } = groups ?? {};
    const isTold = statement.plain.includes(old) && !statement.plain.includes(instead);
    if (!isTold || saysOld.test(statement.plain)) continue;
    const message = `"${old}" is what was before: "${words}".`;
    problems.push({ kind: "overlap", found: old, message });
  }
  return { problems, rules: [] };
}
