/** Answers with the corpus's own sentences; needs no model. */

import type { Embedder } from "../../retrieval/embedder.ts";
import { withTrace } from "./answer-frame.ts";
import type { Answerer } from "./answerer.ts";
import { endOf } from "./end-of.ts";
import { extractAnswer, extractiveAnswererName } from "./extract-answer.ts";
import { createEvidenceFinder, type FindingOptions } from "./find-evidence.ts";

/** @param embedder the one the corpus was loaded with */
export function createExtractiveAnswerer(
  embedder: Embedder,
  finding: FindingOptions = {},
): Answerer {
  const findEvidence = createEvidenceFinder(embedder, finding);
  return {
    name: extractiveAnswererName,
    /** 1. find and judge the sentences; 2. choose and cite, or show the nearest. */
    async answer(snapshot, request) {
      const found = await findEvidence(snapshot, request);
      endOf(request)?.throwIfAborted();
      return withTrace(extractAnswer(found), found);
    },
  };
}
