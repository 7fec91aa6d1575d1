/** Catches the figure of a whole at its part: of `展品312件，其中一级文物7件`, `一级文物312件`. */

import { figureRule } from "../figures/figure-rules.ts";
import type { Figure } from "../figures/read-figures.ts";
import type { Finding, Problem } from "../problem.ts";
import type { CitedSentence, CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import { contentWords } from "../text/content-words.ts";
import type { ReadText } from "../text/read-text.ts";

const partMark = /其中的?/u;
const lightEnd = /(?:达到|达|为|是|有|共|约|近|超过|占|的|\s)+$/u;
/** 在312件展品中: the whole may be named beside its part. */
const namesWhole = /^[^，。；]{0,8}(?:中|里|之一|之中|的)/u;
const leastPart = 3;

interface Part {
  /** As it stands between 其中 and its figure. */
  readonly phrase: string;
  /** Of the whole: all that stand before 其中 in the saying. */
  readonly whole: readonly Figure[];
  readonly own: readonly Figure[];
  /** What is told of the part behind its figure. */
  readonly predicate: readonly string[];
}

function partOf(sentence: CitedSentence): Part | undefined {
  const mark = partMark.exec(sentence.plain);
  if (mark === null) return undefined;
  const from = mark.index + mark[0].length;
  const own = sentence.figures.filter(({ start }) => start >= from);
  const [first] = own;
  if (first === undefined) return undefined;
  const phrase = sentence.plain.slice(from, first.start).replace(lightEnd, "").trim();
  const [tail = ""] = sentence.plain.slice(first.end).split(/[，。；]/u);
  const before = sentence.plain.slice(0, mark.index);
  const predicate = contentWords(tail).filter((word) => !before.includes(word));
  const whole = sentence.figures.filter(({ end }) => end <= mark.index);
  return /[，。；]/u.test(phrase) ? undefined : { phrase, whole, own, predicate };
}

export function checkPart(statement: ReadText, cited: CitedText): Finding {
  const problems = cited.sentences.flatMap((sentence): readonly Problem[] => {
    const part = partOf(sentence);
    if (part === undefined) return [];
    const isOf = (figures: readonly Figure[], said: Figure) =>
      figures.some((known) => figureRule(said, known) !== undefined);
    return splitClauses(statement.plain).flatMap(({ text, start, end }) => {
      const at = part.phrase.length < leastPart ? -1 : text.indexOf(part.phrase);
      const said = statement.figures.find((one) => one.start >= start + at && one.end <= end);
      if (said === undefined) return [];
      const behind = text.slice(said.end - start);
      const isTold =
        part.predicate.length > 0 && part.predicate.every((word) => behind.includes(word));
      if (at === -1 && !isTold) return [];
      if (namesWhole.test(statement.plain.slice(said.end))) return [];
      if (statement.figures.some((one) => one.start >= said.end && one.end <= end)) return [];
      if (!isOf(part.whole, said) || isOf(part.own, said)) return [];
      const message = `"${said.words}" is of the whole, of the part it is ${part.own[0]?.words ?? ""}.`;
      return [{ kind: "figure", found: said.words, message } as const];
    });
  });
  return { problems, rules: [] };
}
