/** Checks the golden questions of a generation that is about to be served, beside the served one. */

import type { Answerer } from "../../prompts/answering/answerer.ts";
import { checkGolden } from "../../prompts/evaluation/golden/check-golden.ts";
import type { GoldenQuestion } from "../../prompts/evaluation/golden/golden-question.ts";
import type { GoldenAnswer } from "../../prompts/evaluation/golden/golden-result.ts";
import type { CheckCandidate } from "../../retrieval/load-corpus.ts";

/**
 * Passes where no answer gets worse. `why` is a {@link GoldenReason}; `goldenReason` puts it into
 * words.
 *
 * @param answerer the extractive one
 */
export function createCandidateCheck(
  questions: readonly GoldenQuestion[],
  answerer: Answerer,
): CheckCandidate {
  return async ({ snapshot, served }, { signal, onChecked }) => {
    const results = await checkGolden({
      questions,
      answerer,
      candidate: snapshot,
      served,
      signal,
      onProgress: onChecked,
    });
    return {
      passes: results.every(({ verdict }) => verdict !== "worse"),
      questions: results.map(({ question: { question }, verdict, before, after, why }) => ({
        question,
        verdict,
        ...(before === undefined ? {} : { before: readable(before) }),
        after: readable(after),
        ...(why === undefined ? {} : { why }),
      })),
    };
  };
}

/** Its sentences; empty where it answers nothing. */
function readable({ sentences }: GoldenAnswer): string {
  return sentences.map(({ text }) => text).join("\n");
}
