/** What is expected of a question from now on, seen from an answer to it. */

import type { Answer } from "../../prompts/answering/answer.ts";
import type { Expectation } from "../../prompts/evaluation/golden/golden-question.ts";

/** The answer is right: it shall keep one of its sources, or keep refusing. Undefined where it asks back. */
export function expectLikewise(answer: Answer): Expectation | undefined {
  switch (answer.kind) {
    case "answered": {
      const [first, ...others] = answer.citations.map(({ text, path }) => ({ text, path }));
      return first && { kind: "cites", sentences: [first, ...others], needed: "any" };
    }
    case "notFound":
      return { kind: "refuses" };
    case "unclear":
      return undefined;
  }
}

/** The answer did not help: the question shall be answered, and not by the sentence that led. */
export function expectBetter(answer: Answer): Expectation {
  const [lead] = answer.kind === "answered" ? answer.citations : [];
  return lead === undefined ? { kind: "answers" } : { kind: "answers", insteadOf: lead.text };
}
