/** Tells a statement that its cited sentences bear out from one that says more than they do. */

import { checkOverlap } from "./check-overlap.ts";
import { checkQuotes } from "./check-quotes.ts";
import { checkDates } from "./dates/check-dates.ts";
import { checkWhen } from "./dates/check-when.ts";
import type { DraftStatement, EvidenceSentence } from "./evidence.ts";
import { checkFigures } from "./figures/check-figures.ts";
import { checkOneDifference } from "./names/check-one-difference.ts";
import { checkList } from "./names/check-list.ts";
import { checkMarks } from "./names/check-marks.ts";
import { checkNames } from "./names/check-names.ts";
import { checkRivals } from "./names/check-rivals.ts";
import { checkRoles } from "./names/check-roles.ts";
import { checkSiblings } from "./names/check-siblings.ts";
import { checkSubstitution } from "./names/check-substitution.ts";
import { checkTitles } from "./names/check-titles.ts";
import { checkArguments } from "./pairing/check-arguments.ts";
import { checkCauses } from "./pairing/check-causes.ts";
import { checkCopula } from "./pairing/check-copula.ts";
import { checkDifference } from "./pairing/check-difference.ts";
import { checkObjects } from "./pairing/check-objects.ts";
import { checkOldValue } from "./pairing/check-old-value.ts";
import { checkPairing } from "./pairing/check-pairing.ts";
import { checkPart } from "./pairing/check-part.ts";
import { checkSubjects } from "./pairing/check-subjects.ts";
import { checkComparison } from "./polarity/check-comparison.ts";
import { checkModality } from "./polarity/check-modality.ts";
import { checkNegation } from "./polarity/check-negation.ts";
import { type Finding, nothingFound, type Problem } from "./problem.ts";
import { type CitedText, readCited } from "./text/cited-text.ts";
import { scriptOf } from "./text/content-words.ts";
import { plainText, tidyText } from "./text/plain-text.ts";
import { readText, type ReadText } from "./text/read-text.ts";
import { statementText } from "./text/statement-text.ts";

export type { Problem } from "./problem.ts";

export type Verdict =
  | {
      readonly kind: "supported";
      /** Names of the rules needed, each once; empty where the words stood there as they are. */
      readonly rules: readonly string[];
    }
  | {
      readonly kind: "unsupported";
      /** Never empty. */
      readonly problems: readonly Problem[];
    };

type Check = (statement: ReadText, cited: CitedText) => Finding;

/** That hold between any two languages. */
const checks: readonly Check[] = [
  checkFigures,
  checkDates,
  checkNames,
  checkQuotes,
  checkComparison,
];
/** That compare words, and so need one language. */
const sameLanguageChecks: readonly Check[] = [
  checkWhen,
  checkMarks,
  checkOneDifference,
  checkSiblings,
  checkRivals,
  checkRoles,
  checkTitles,
  checkList,
  checkSubstitution,
  checkNegation,
  checkModality,
  checkPairing,
  checkPart,
  checkDifference,
  checkOldValue,
  checkSubjects,
  checkObjects,
  checkCauses,
  checkCopula,
  checkArguments,
  checkOverlap,
];

/**
 * Holds a drafted statement against the sentences it cites.
 *
 * 1. every citation is one of the evidence;
 * 2. a statement that repeats its cited sentences is borne out;
 * 3. figures, dates, names, quotes and comparisons follow by named rules;
 * 4. within one language: denials, plans, who did what, and enough words in common.
 *
 * @param evidence by number; a statement may cite only what is in it
 */
export function checkStatement(
  statement: DraftStatement,
  evidence: ReadonlyMap<number, EvidenceSentence>,
): Verdict {
  const cited = statement.citations.map((n) => evidence.get(n));
  const sentences = cited.filter((sentence) => sentence !== undefined);
  const problems = checkCitations(statement, evidence);
  if (problems.length > 0) return { kind: "unsupported", problems };

  if (repeats(statement, sentences)) return { kind: "supported", rules: ["word for word"] };
  return judge(statement, sentences);
}

/** Steps 3 and 4 alone, also for a statement that repeats a sentence. */
export function judge(statement: DraftStatement, sentences: readonly EvidenceSentence[]): Verdict {
  const text = readText(statementText(statement.text), sentences[0]?.publishedOn);
  const citedText = readCited(sentences);
  const isAcross = scriptOf(text.plain) !== scriptOf(citedText.plain);
  const findings = [...checks, ...(isAcross ? [checkAnchored] : sameLanguageChecks)].map((check) =>
    check(text, citedText),
  );
  const problems = findings.flatMap((finding) => finding.problems);
  return problems.length > 0
    ? { kind: "unsupported", problems }
    : { kind: "supported", rules: [...new Set(findings.flatMap(({ rules }) => rules))] };
}

function checkCitations(
  { citations }: DraftStatement,
  evidence: ReadonlyMap<number, EvidenceSentence>,
): readonly Problem[] {
  const known = `the given sentences are ${[...evidence.keys()].join(", ")}`;
  if (citations.length === 0) {
    return [{ kind: "citation", found: "", message: `nothing is cited; ${known}.` }];
  }
  return citations
    .filter((n) => !evidence.has(n))
    .map((n) => ({ kind: "citation", found: `${n}`, message: `no sentence ${n}; ${known}.` }));
}

function bareText(text: string): string {
  return plainText(tidyText(text)).replace(/[\s。！？.!?；;]+/gu, "");
}

/** Whether the statement is made of whole cited sentences, in any order, and of nothing else. */
function repeats({ text }: DraftStatement, sentences: readonly EvidenceSentence[]): boolean {
  let rest = bareText(statementText(text));
  const longestFirst = sentences
    .map((sentence) => bareText(statementText(sentence.text)))
    .filter((one) => one !== "")
    .sort((one, other) => other.length - one.length);
  const isWhole = rest !== "" && longestFirst.length > 0;
  for (const sentence of longestFirst) rest = rest.replace(sentence, "");
  return isWhole && rest === "";
}

/** Between languages code can hold on to figures, times and names only; one of them must be there. */
function checkAnchored(statement: ReadText, cited: CitedText): Finding {
  const hasHold =
    statement.figures.length > 0 ||
    statement.moments.some(({ isNow }) => !isNow) ||
    checkNames(statement, cited).rules.length > 0;
  if (hasHold) return nothingFound;
  const message =
    "the statement is in another language than its sentences and has no figure, date or name that can be compared. Add one, or keep the language.";
  return { problems: [{ kind: "overlap", found: statement.tidied, message }], rules: [] };
}
