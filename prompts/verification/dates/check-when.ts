/** Catches a right date at the wrong event: of `新规2026年施行，旧规2018年发布`, `新规2018年施行`. */

import { isWorkedOut } from "../figures/is-worked-out.ts";
import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import { contentWords } from "../text/content-words.ts";
import type { ReadText } from "../text/read-text.ts";
import { isCompared, type Moment } from "./read-moments.ts";

const enoughInClause = 0.6;

function within(text: ReadText, start: number, end: number): readonly Moment[] {
  return text.moments.filter((one) => !one.isNow && start <= one.start && one.end <= end);
}

interface TimedClause {
  readonly share: number;
  readonly moments: readonly Moment[];
}

/** Every clause that holds as many of the words as the best does; none where that is too few. */
function bestClauses(words: readonly string[], cited: CitedText): readonly TimedClause[] {
  const clauses = cited.sentences.flatMap((sentence) =>
    splitClauses(sentence.plain).map(({ text, start, end }): TimedClause => {
      const share = words.filter((word) => text.includes(word)).length / words.length;
      const moments = within(sentence, start, end).filter(
        (one) => !isCompared(one, sentence.plain),
      );
      return { share, moments };
    }),
  );
  const best = Math.max(0, ...clauses.map(({ share }) => share));
  return best < enoughInClause ? [] : clauses.filter(({ share }) => share === best);
}

function meets(one: Moment, other: Moment): boolean {
  const [a, b] = [one.value ?? one.part ?? one.words, other.value ?? other.part ?? other.words];
  if (one.words === other.words) return true;
  const isPart = one.part !== undefined && other.part !== undefined;
  return (
    a.startsWith(b) ||
    b.startsWith(a) ||
    a.includes(`/${b}`) ||
    b.includes(`/${a}`) ||
    (isPart && (!one.namesYear || !other.namesYear))
  );
}

export function checkWhen(statement: ReadText, cited: CitedText): Finding {
  const problems: Problem[] = [];
  for (const { text, start, end } of splitClauses(statement.plain)) {
    const moments = within(statement, start, end);
    const [moment] = moments;
    if (moment === undefined || moments.length > 1 || moment.value === undefined) continue;
    let untimed = text;
    for (const { start: from, end: to } of moments) {
      untimed = untimed.slice(0, from - start) + " ".repeat(to - from) + untimed.slice(to - start);
    }
    const all = [...new Set(contentWords(untimed))];
    // What the title names as well is the thing spoken of; the rest says what of it.
    const own = all.filter((word) => !cited.sentences.some(({ around }) => around.includes(word)));
    const words = own.length > 1 ? own : all;
    if (words.length < 2 || isCompared(moment, statement.plain)) continue;
    if (isWorkedOut(statement, start, end, cited)) continue;
    const alike = bestClauses(words, cited);
    const isFree = ({ moments: known }: TimedClause) =>
      known.length === 0 || known.some((one) => one.value === undefined || meets(moment, one));
    const [first] = alike;
    if (first === undefined || alike.some(isFree)) continue;
    const known = first.moments;
    const message = `the cited sentences say this of ${known.map((one) => one.words).join(", ")}.`;
    problems.push({ kind: "date", found: moment.words, message });
  }
  return { problems, rules: [] };
}
