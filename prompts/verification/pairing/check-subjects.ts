/** Catches a deed given to another who is also named: of `甲县修桥，乙县修路`, `乙县修桥`. */

import { chineseNames, type Name, possiblePersons } from "../names/chinese-names.ts";
import { wholeLatinNames } from "../names/latin-names.ts";
import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import { contentWords } from "../text/content-words.ts";
import type { ReadText } from "../text/read-text.ts";

type NamedKind = Name["kind"] | "latin";

interface Named {
  readonly kind: NamedKind;
  readonly core: string;
}

interface Deed {
  readonly text: string;
  /** Of the clause, else of the one before it in the sentence. */
  readonly names: readonly Named[];
  /** Everything that might name the doer: the sentence and what stands around it. */
  readonly where: string;
}

const enoughCoverage = 0.75;
const fewWords = 2;

function namesIn(text: ReadText, start: number, end: number): readonly Named[] {
  const chinese = chineseNames(text.plain.slice(start, end));
  const latin = wholeLatinNames(text.tidied.slice(start, end));
  const persons = possiblePersons(text.plain.slice(start, end)).filter(
    (person) => !chinese.some(({ core }) => core === person),
  );
  return [
    ...persons.map((core) => ({ kind: "person", core }) as const),
    // A bare word tagged as a place is as often none: 串联.
    ...chinese
      .filter(({ kind, words, core }) => kind !== "place" || words !== core)
      .map(({ kind, core }) => ({ kind, core })),
    ...latin.map((core) => ({ kind: "latin", core }) as const),
  ];
}

function deedsOf(text: ReadText, around: string): readonly Deed[] {
  let carried: readonly Named[] = [];
  return splitClauses(text.plain).map(({ text: clause, start, end }) => {
    const own = namesIn(text, start, end);
    const names = own.length > 0 ? own : carried;
    carried = names;
    return { text: clause, names, where: own.length > 0 ? clause : `${text.plain}\n${around}` };
  });
}

function coverage(words: readonly string[], deed: Deed): number {
  return words.filter((word) => deed.text.includes(word)).length / words.length;
}

export function checkSubjects(statement: ReadText, cited: CitedText): Finding {
  const deeds = cited.sentences.flatMap((sentence) => deedsOf(sentence, sentence.around));
  const problems: Problem[] = [];
  for (const { text, names } of deedsOf(statement, "")) {
    const cores = names.map(({ core }) => core);
    const words = contentWords(text).filter(
      (word) => !cores.some((core) => core.includes(word) || word.includes(core)),
    );
    if (names.length !== 1 || new Set(words).size < fewWords) continue;
    const [name] = names;
    const best = deeds.reduce<Deed | undefined>(
      (found, deed) =>
        coverage(words, deed) > (found === undefined ? 0 : coverage(words, found)) ? deed : found,
      undefined,
    );
    if (name === undefined || best === undefined || coverage(words, best) < enoughCoverage)
      continue;
    const isOthers =
      best.names.some(({ kind, core }) => kind === name.kind && core !== name.core) &&
      !best.names.some(({ core }) => core.includes(name.core) || name.core.includes(core));
    const asGood = deeds.filter((deed) => coverage(words, deed) >= coverage(words, best));
    if (asGood.some((deed) => deed.text.includes(name.core))) continue;
    const isElsewhere = deeds.some((deed) => deed !== best && deed.text.includes(name.core));
    if (!isOthers || !isElsewhere || best.where.includes(name.core)) continue;
    const owner = best.names.map(({ core }) => core).join(", ");
    const message = `the cited sentences say this of ${owner}, not of ${name.core}.`;
    problems.push({ kind: "name", found: name.core, message });
  }
  return { problems, rules: [] };
}
