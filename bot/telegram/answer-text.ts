/** What a given answer said, in one line: the bot's turn when a later question follows up on it. */

import type { Answer } from "../../prompts/answering/answer.ts";

/** Statements without their numbers and without those that were removed since; empty for a refusal, which says nothing to refer to. */
export function answerText(answer: Answer): string {
  if (answer.kind === "notFound") return "";
  if (answer.kind === "unclear") return answer.ask;
  const said = answer.statements.map((statement) => statement.text);
  return said.filter((text) => text !== "").join(" ");
}
