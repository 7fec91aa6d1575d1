/** Lists golden results for a reader: counts, then what needs a look, the worst first. */

import {
  type GoldenResult,
  type GoldenVerdict,
  goldenVerdicts,
} from "../../prompts/evaluation/golden/golden-result.ts";
import { goldenTexts } from "./golden-texts.ts";
import type { Language } from "./language.ts";

export interface GoldenLines {
  readonly counts: Readonly<Record<GoldenVerdict, number>>;
  /** One entry a question that is not simply the same; of two lines, the question and why. */
  readonly entries: readonly string[];
}

const marks: Readonly<Record<GoldenVerdict, string>> = {
  worse: "❌",
  changed: "🔁",
  better: "✅",
  same: "○",
};

export function goldenLines(results: readonly GoldenResult[], language: Language): GoldenLines {
  const ofVerdict = (wanted: GoldenVerdict) => results.filter(({ verdict }) => verdict === wanted);
  const counts = {
    worse: ofVerdict("worse").length,
    changed: ofVerdict("changed").length,
    better: ofVerdict("better").length,
    same: ofVerdict("same").length,
  };
  // What is the same, and as it should be, needs nobody's eyes.
  const shown = goldenVerdicts
    .flatMap(ofVerdict)
    .filter(({ verdict, isMet }) => verdict !== "same" || !isMet);
  return { counts, entries: shown.map((result) => entryOf(result, language)) };
}

function entryOf({ question, verdict, why }: GoldenResult, language: Language): string {
  const words = goldenTexts[language];
  const said = verdict === "same" ? words.stillOpen : words.verdicts[verdict];
  const reason = why === undefined ? "" : ` · ${words.reasons[why]}`;
  return `${marks[verdict]} ${question.question.replace(/\s+/gu, " ").trim()}\n　${said}${reason}`;
}
