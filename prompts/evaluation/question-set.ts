/** Reads question files for evaluation, in either of their two forms. */

import { readFile } from "node:fs/promises";
import { z } from "zod";
import { CorpusError } from "../../corpus/errors.ts";
import { turnSchema } from "../answering/answer.ts";

const strings = z.array(z.string());

const lineSchema = z
  .object({
    id: z.string(),
    type: z.string().default("question"),
    question: z.string(),
    answer: strings.optional(),
    answers: strings.optional(),
    answer_all: z.array(strings).optional(),
    gold: strings.optional(),
    gold_alt: strings.optional(),
    gold_sentences: strings.optional(),
    gold_mode: z.enum(["any", "all"]).optional(),
    source: z.string().optional(),
    sources: strings.optional(),
    doc_ids: strings.optional(),
    history: z.array(turnSchema).optional(),
  })
  .transform((line) => ({
    id: line.id,
    type: line.type,
    question: line.question,
    history: line.history ?? [],
    /** Must be refused. */
    isUnanswerable: line.type === "unanswerable" || line.type === "reject",
    /** Each group must be met by one of its strings. */
    answerGroups: line.answer_all ?? groupOf(line.answers ?? line.answer ?? []),
    /** Sentences that hold the answer; all of them are needed, or any, as `goldMode` says. */
    gold: line.gold_sentences ?? line.gold ?? [],
    goldMode: line.gold_mode ?? "all",
    /** Sentences any one of which supports the whole answer instead. */
    goldInstead: line.gold_alt ?? [],
    /** Paths of the documents that hold it. */
    documents: line.doc_ids ?? line.sources ?? (line.source === undefined ? [] : [line.source]),
  }));

export type EvaluationQuestion = Readonly<z.output<typeof lineSchema>>;

function groupOf(answers: readonly string[]): string[][] {
  return answers.length > 0 ? [[...answers]] : [];
}

/** @throws {CorpusError} `E_FILE_UNREADABLE` naming file and line */
export async function readQuestionSet(file: string): Promise<EvaluationQuestion[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new CorpusError(
      "E_FILE_UNREADABLE",
      `Expected a file of questions at ${file}, but it cannot be read. Check the path.`,
      { cause: error },
    );
  });
  return text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      return [lineSchema.parse(JSON.parse(line))];
    } catch (error) {
      throw new CorpusError(
        "E_FILE_UNREADABLE",
        `Expected one JSON question a line with at least id and question; line ${at + 1} of ` +
          `${file} is not one. Mend or remove it.`,
        { cause: error },
      );
    }
  });
}
