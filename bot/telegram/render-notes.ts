/** What stands around statements and sources: corrections, disagreements, and what is missing. */

import type { FormattedString } from "@grammyjs/parse-mode";
import type { Answer } from "../../prompts/answering/answer.ts";
import { dateRange } from "../text/date-range.ts";
import type { Language } from "../text/language.ts";
import { scopeNote } from "../text/scope-label.ts";
import { texts, type Texts } from "../text/texts.ts";
import { clip } from "./clip.ts";
import { maxConflicts, maxLineUnits, maxSources, maxTitleUnits } from "./limits.ts";
import { plain } from "./render-source-line.ts";

type Answered = Extract<Answer, { kind: "answered" }>;

/** As of when the answer holds, where the sources disagree or differ, and what is missing. */
export function renderNotes(answer: Answered, language: Language): readonly FormattedString[] {
  const words = texts[language];
  const asOf =
    answer.asOf === undefined ? [] : [words.asOf(clip(dateRange(answer.asOf), maxTitleUnits))];
  const conflicts = (answer.conflicts ?? []).slice(0, maxConflicts).map(({ citations, what }) => {
    const numbers = citations.slice(0, maxSources).map((n) => `[${n}]`);
    return `${oneLine(what)} ${numbers.join("")}`.trim();
  });
  const disagreement = conflicts.length === 0 ? [] : [[words.conflict, ...conflicts].join("\n")];
  const differences = (answer.differences ?? [])
    .slice(0, maxConflicts)
    .map((difference) => oneLine(words.difference(difference)));
  const { unanswered } = answer;
  const notFound =
    unanswered === undefined
      ? []
      : [
          clip(words.unanswered(unanswered), maxLineUnits) +
            clip(scopeNote(answer.scope, language), maxLineUnits),
        ];
  const leftOut = answer.leftOut === undefined ? [] : [words.leftOut(answer.leftOut)];
  const stopped = answer.stopped === undefined ? [] : [words.stopped];
  return [
    ...[...asOf, ...disagreement, ...differences, ...notFound, ...leftOut, ...stopped].map(plain),
    ...renderStandIn(answer, words),
  ];
}

/** At most one line: what was searched for, where a typo was put right. */
export function renderCorrection(
  { corrected }: Answer,
  language: Language,
): readonly FormattedString[] {
  return corrected === undefined ? [] : [plain(oneLine(texts[language].corrected(corrected)))];
}

/** Why the sentences themselves stand where a model should have written; empty where it did. */
export function renderStandIn({ degraded }: Answer, words: Texts): readonly FormattedString[] {
  return degraded === undefined ? [] : [plain(words.degraded[degraded.reason])];
}

/** The text on one line, no longer than a line of a list may be. */
export function oneLine(text: string): string {
  return clip(text.replace(/\s+/gu, " ").trim(), maxLineUnits);
}
