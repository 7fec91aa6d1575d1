/** What the served documents say near a question that was not answered when it was asked. */

import type { FoundSentences } from "../../prompts/answering/find-sentences.ts";
import { RetrievalError } from "../../retrieval/errors.ts";
import type { App } from "../app.ts";
import type { UnansweredGroup } from "./list-unanswered.ts";

/** Sentences shown of what is near. */
const mostNearest = 2;

/** Whether it is answered by now, and the nearest sentences; none where nothing is loaded. */
export async function lookAgain(
  app: Pick<App, "find">,
  { question, scope }: Pick<UnansweredGroup, "question" | "scope">,
): Promise<FoundSentences> {
  try {
    return await app.find({ question, limit: mostNearest, scope });
  } catch (error) {
    if (error instanceof RetrievalError && error.code === "E_NO_CORPUS") {
      return { isAnswered: false, citations: [] };
    }
    throw error;
  }
}
