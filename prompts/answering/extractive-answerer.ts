/** Answers with the corpus's own sentences; needs no model. */

import type { Embedder } from "../../retrieval/embedder.ts";
import type { QuestionTranslator } from "../../retrieval/question/translate/create-translator.ts";
import { withTrace } from "./answer-frame.ts";
import type { Answerer } from "./answerer.ts";
import { extractAnswer, extractiveAnswererName } from "./extract-answer.ts";
import { createEvidenceFinder } from "./find-evidence.ts";

/**
 * @param embedder the one the corpus was loaded with
 * @param translator absent: questions find only text in their own language
 */
export function createExtractiveAnswerer(
  embedder: Embedder,
  translator?: QuestionTranslator,
): Answerer {
  const findEvidence = createEvidenceFinder(embedder, translator);
  return {
    name: extractiveAnswererName,
    /** 1. find and judge the sentences; 2. choose and cite, or show the nearest. */
    async answer(snapshot, request) {
      const found = await findEvidence(snapshot, request);
      return withTrace(extractAnswer(found), found);
    },
  };
}
