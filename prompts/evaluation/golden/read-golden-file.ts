/** Reads the golden questions that somebody wrote into the documents folder. */

import { access } from "node:fs/promises";
import { join } from "node:path";
import { goldenFileName } from "../../../corpus/sources/golden-file-name.ts";
import { type EvaluationQuestion, readQuestionSet } from "../question-set.ts";
import type { Expectation, GoldenQuestion } from "./golden-question.ts";

/** Empty where the folder has no such file. @throws {CorpusError} `E_FILE_UNREADABLE` naming the line */
export async function readGoldenFile(folder: string): Promise<readonly GoldenQuestion[]> {
  const file = join(folder, goldenFileName);
  if (!(await exists(file))) return [];
  const questions = await readQuestionSet(file);
  return questions.map((question) => ({
    id: `${goldenFileName}#${question.id}`,
    question: question.question,
    expected: expectationOf(question),
    history: question.history,
  }));
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    // Whatever else is wrong with it, reading will tell.
    return false;
  }
}

/** Sentences say more than words, and either more than that it is answered at all. */
function expectationOf(question: EvaluationQuestion): Expectation {
  if (question.isUnanswerable) return { kind: "refuses" };
  const { gold, goldInstead, goldMode, documents, answerGroups } = question;
  // With several documents nobody says which sentence stands in which.
  const [path] = documents.length === 1 ? documents : [];
  const quote = (text: string) => (path === undefined ? { text } : { text, path });
  const sentences = goldInstead.length > 0 ? [...gold, ...goldInstead] : gold;
  const [first, ...others] = sentences.map(quote);
  if (first !== undefined) {
    const needed = goldInstead.length > 0 ? "any" : goldMode;
    return { kind: "cites", sentences: [first, ...others], needed };
  }
  const [group, ...groups] = answerGroups;
  if (group !== undefined) return { kind: "says", groups: [group, ...groups] };
  return { kind: "answers" };
}
