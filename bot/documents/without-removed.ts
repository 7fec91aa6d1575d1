/** Takes out of an answer given earlier what it says from documents that nobody may see any more. */

import type { Answer, Citation, Statement } from "../../prompts/answering/answer.ts";
import { day } from "../text/day.ts";
import type { Removals } from "./removal.ts";

/** Ids of the documents whose words an answer shows, also those that hold the same sentence. */
export function documentsIn(answer: Answer): readonly string[] {
  return citationsOf(answer).flatMap(({ documentId, alsoIn = [] }) => [
    documentId,
    ...alsoIn.map((other) => other.documentId),
  ]);
}

/**
 * The same answer, numbers and all, where nothing of it was removed. Else removed citations keep their
 * number and id alone, statements that rest on one lose their text, and what is said about its values
 * is left out.
 *
 * @param asked the question as the person wrote it: as it was understood, it may hold removed words
 */
export function withoutRemoved(answer: Answer, asked: string, removals: Removals): Answer {
  const shown = citationsOf(answer).map((citation) => shownCitation(citation, removals));
  if (answer.kind === "unclear" || shown.length === 0) return answer;
  const gone = new Set(shown.filter(({ removed }) => removed !== undefined).map(({ n }) => n));
  const { corrected: _corrected, ...rest } = answer;
  const kept = gone.size === 0 ? answer : { ...rest, question: asked };
  if (kept.kind === "notFound") return { ...kept, nearest: shown };
  if (gone.size === 0) return { ...kept, citations: shown };
  const rests = ({ citations: numbers }: { readonly citations: readonly number[] }) =>
    numbers.some((n) => gone.has(n));
  const empty = (statement: Statement): Statement =>
    rests(statement) ? { ...statement, text: "" } : statement;
  const { asOf, conflicts, differences, ...other } = kept;
  return {
    ...other,
    statements: kept.statements.map(empty),
    citations: shown,
    ...(asOf === undefined || shown[0]?.removed !== undefined ? {} : { asOf }),
    ...(conflicts === undefined ? {} : { conflicts: conflicts.filter((one) => !rests(one)) }),
    ...(differences === undefined ? {} : { differences: differences.filter((one) => !rests(one)) }),
  };
}

function citationsOf(answer: Answer): readonly Citation[] {
  switch (answer.kind) {
    case "answered":
      return answer.citations;
    case "notFound":
      return answer.nearest;
    case "unclear":
      return [];
  }
}

function shownCitation(citation: Citation, removals: Removals): Citation {
  const { alsoIn = [], copies = alsoIn.length, ...own } = citation;
  const others = alsoIn.filter(({ documentId }) => !removals.has(documentId));
  const left = copies - (alsoIn.length - others.length);
  const places =
    others.length === 0 ? {} : { alsoIn: others, ...(left > 0 ? { copies: left } : {}) };
  const removal = removals.get(citation.documentId);
  if (removal === undefined) {
    return others.length === alsoIn.length ? citation : { ...own, ...places };
  }
  const { n, sentenceId, documentId } = citation;
  const on = removal.at === undefined ? {} : { on: day(removal.at) };
  return { n, sentenceId, documentId, path: "", text: "", spans: [], removed: on, ...places };
}
