/** Says above an answer that came long after its question when that was asked. */

import type { StoredAnswer } from "../operations/answers.ts";
import type { Language } from "../text/language.ts";
import { clip } from "./clip.ts";
import { maxTitleUnits } from "./limits.ts";
import { waitingTexts } from "./waiting-texts.ts";

/** Undefined for an answer that came at once. */
export function lateHeading(
  { askedBefore, question }: Pick<StoredAnswer, "askedBefore" | "question">,
  language: Language,
): string | undefined {
  if (askedBefore === undefined) return undefined;
  const asked = clip(question.replace(/\s+/gu, " ").trim(), maxTitleUnits);
  return waitingTexts[language].heading(
    askedBefore.toISOString().slice(0, "YYYY-MM-DD".length),
    asked,
  );
}
