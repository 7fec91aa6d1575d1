/** Tells an answer made of the sentences themselves from one that a model wrote. */

import type { Answer } from "./answer.ts";

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** Whether every statement is one of the sentences it cites; showing both would say it twice. */
export function quotesItself(answer: Extract<Answer, { kind: "answered" }>): boolean {
  return answer.statements.every((statement) =>
    answer.citations.some(
      ({ n, text }) =>
        statement.citations.includes(n) && withoutSpace(text) === withoutSpace(statement.text),
    ),
  );
}
