/** Tells an admin that what was loaded does not serve: which answers it would make worse, and why. */

import type { CheckReport } from "../../retrieval/load-report.ts";
import { goldenReason } from "../text/golden-reason.ts";
import type { Language } from "../text/language.ts";
import { clip } from "./clip.ts";
import { goldenButtonTexts } from "./golden-button-texts.ts";
import { maxTitleUnits } from "./limits.ts";

/** Named on the card; the rest are counted. */
const shownQuestions = 5;

/** Lines, the first a heading; empty where the check passed, or none was made. */
export function renderHeldBack(
  check: CheckReport | undefined,
  language: Language,
): readonly string[] {
  if (check === undefined || check.passes) return [];
  const words = goldenButtonTexts[language];
  const worse = check.questions.filter(({ verdict }) => verdict === "worse");
  const rest = worse.length - shownQuestions;
  return [
    words.heldBack(worse.length),
    ...worse.slice(0, shownQuestions).map(({ question, why }) => {
      const asked = clip(question.replace(/\s+/gu, " ").trim(), maxTitleUnits);
      return `❌ ${asked}${why === undefined ? "" : `\n　${goldenReason(why, language)}`}`;
    }),
    ...(rest > 0 ? [words.more(rest)] : []),
    words.heldBackAdvice,
  ];
}
