/** The lists of a load's report: which documents came, changed, went and failed, and what was noise. */

import { AppError } from "../../../corpus/errors.ts";
import type { CheckedQuestion, FailedFile, LoadReport } from "../../../retrieval/load-report.ts";
import { goldenReason } from "../../text/golden-reason.ts";
import { kindSentence } from "../../text/kind-sentence.ts";
import type { Language } from "../../text/language.ts";
import { noiseLabel } from "../../text/noise-label.ts";
import { clip } from "../clip.ts";
import { reloadTexts, type VerdictCounts } from "./reload-texts.ts";

/** All lists of a card, cut, have room in one message. */
const maxLineUnits = 120;

/** Never empty. */
export interface LoadList {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** A report keeps the code of a failure alone; this leads it to its kind sentence. */
class FailedFileError extends AppError {
  constructor(code: string) {
    super(code, `Expected a file that can be loaded, found one that cannot: ${code}.`);
  }
}

/** Those with something in them; what needs a person first. */
export function loadLists(report: LoadReport, language: Language): readonly LoadList[] {
  const words = reloadTexts[language];
  const { added, changed, removed, failed, dropped, check, leftOut = [] } = report;
  const questions = check?.questions ?? [];
  const pieces = dropped.reduce((sum, { count }) => sum + count, 0);
  return [
    {
      heading: words.checked(countVerdicts(questions)),
      lines: worstFirst(questions).map((checked) => questionLine(checked, language)),
    },
    {
      heading: words.failedHeading(failed.length),
      lines: failed.map((file) => failureLine(file, language)),
    },
    { heading: words.added(added.length), lines: added },
    { heading: words.changed(changed.length), lines: changed },
    { heading: words.removed(removed.length), lines: removed },
    {
      heading: words.leftOut(leftOut.length),
      lines: leftOut.map(({ path, hasChanged }) =>
        hasChanged === true ? `${path} (${words.changedSince})` : path,
      ),
    },
    {
      heading: words.noise(pieces),
      lines: dropped.map(({ reason, count }) => `${noiseLabel(reason, language)} × ${count}`),
    },
  ].filter(({ lines }) => lines.length > 0);
}

function countVerdicts(questions: readonly CheckedQuestion[]): VerdictCounts {
  const count = (verdict: CheckedQuestion["verdict"]) =>
    questions.filter((checked) => checked.verdict === verdict).length;
  return {
    worse: count("worse"),
    changed: count("changed"),
    better: count("better"),
    same: count("same"),
  };
}

/** Those that are answered as before need nobody. */
function worstFirst(questions: readonly CheckedQuestion[]): readonly CheckedQuestion[] {
  return (["worse", "changed", "better"] as const).flatMap((verdict) =>
    questions.filter((checked) => checked.verdict === verdict),
  );
}

function questionLine({ question, verdict, why }: CheckedQuestion, language: Language): string {
  const line = `${reloadTexts[language].verdicts[verdict]} ${question}`;
  return why === undefined ? line : `${line} (${goldenReason(why, language)})`;
}

function failureLine({ path, code }: FailedFile, language: Language): string {
  return `${path}: ${kindSentence(new FailedFileError(code), language)}`;
}

export interface ListsShown {
  readonly language: Language;
  /** Of each list; longer lines are shortened then. Default: all, whole. */
  readonly mostLines?: number;
}

/** One text a list. */
export function renderLists(
  lists: readonly LoadList[],
  { language, mostLines }: ListsShown,
): readonly string[] {
  return lists.map(({ heading, lines }) => {
    const shown = lines.slice(0, mostLines);
    const rest = lines.length - shown.length;
    return [
      heading,
      ...shown.map((line) => `· ${mostLines === undefined ? line : clip(line, maxLineUnits)}`),
      ...(rest === 0 ? [] : [reloadTexts[language].more(rest)]),
    ].join("\n");
  });
}
