/** The answer made of the corpus's own sentences, or the refusal that shows the nearest. */

import type { Answer, Citation, Degradation } from "./answer.ts";
import { answerFrame, asOf, unansweredParts } from "./answer-frame.ts";
import { chooseEvidence } from "./choose-evidence.ts";
import { chooseSentences } from "./choose-sentences.ts";
import { citeSentences } from "./cite-sentences.ts";
import { conflictsAmong } from "./conflicts-among.ts";
import { differencesAmong } from "./differences-among.ts";
import type { FoundEvidence } from "./find-evidence.ts";

export const extractiveAnswererName = "extractive";

/** A sentence that holds less of the question with its neighbours is not near, only least far. */
const nearCoverage = 0.3;

/** @param degraded where a written answer was wanted and this one stands in */
export function extractAnswer(found: FoundEvidence, degraded?: Degradation): Answer {
  if (found.verdict.kind !== "answerable") return refuse(found, { degraded });
  const { chosen, disagreements, distinctions } = chooseEvidence(found);
  const [first, ...others] = citeSentences(chosen);
  if (first === undefined) return refuse(found, { degraded });
  const statement = ({ text, n }: Citation) => ({ text, citations: [n] as [number] });
  return {
    kind: "answered",
    ...answerFrame(found, extractiveAnswererName),
    statements: [statement(first), ...others.map(statement)],
    citations: [first, ...others],
    ...asOf(found.asked, [first, ...others]),
    ...conflictsAmong([first, ...others], disagreements),
    ...differencesAmong([first, ...others], distinctions),
    ...unansweredParts(found),
    ...(degraded === undefined ? {} : { degraded }),
  };
}

export interface RefusalDetails {
  /** Who refuses. Default: the extractive answerer. */
  readonly answerer?: string | undefined;
  readonly degraded?: Degradation | undefined;
}

/** Says that the documents do not answer, with the reason found and the nearest sentences. */
export function refuse(
  found: FoundEvidence,
  { answerer = extractiveAnswererName, degraded }: RefusalDetails = {},
): Answer {
  const { verdict, sentences } = found;
  const near = nearest(sentences);
  return {
    kind: "notFound",
    ...answerFrame(found, answerer),
    // A writer that read sentences which seemed to answer, and found no answer in them.
    reason: verdict.kind === "answerable" ? (near.length > 0 ? "weak" : "topic") : verdict.kind,
    ...("missing" in verdict ? { missing: verdict.missing } : {}),
    nearest: citeSentences(chooseSentences(near)),
    ...(degraded === undefined ? {} : { degraded }),
  };
}

/**
 * Those that hold enough of the question; else the best one, if it holds any of it. What shares with
 * the question no word that tells anything is not near, however far the rest.
 */
export function nearest(sentences: FoundEvidence["sentences"]): FoundEvidence["sentences"] {
  const related = sentences.filter(({ features }) => features.tellingHeldPassage > 0);
  const near = related.filter(({ features }) => features.coverageWindow >= nearCoverage);
  if (near.length > 0) return near;
  return related.slice(0, 1).filter(({ features }) => features.partialCoverageWindow > 0);
}
