/** All golden questions in force: those made in chats, and those of the file in the documents folder. */

import type { GoldenQuestion } from "../../prompts/evaluation/golden/golden-question.ts";
import { readGoldenFile } from "../../prompts/evaluation/golden/read-golden-file.ts";
import type { Operations } from "../operations/open-operations.ts";

/** @throws {CorpusError} `E_FILE_UNREADABLE` naming a line of the file; {OperationsError} */
export async function collectGolden(
  { goldenQuestions }: Pick<Operations, "goldenQuestions">,
  documentsFolder: string,
): Promise<readonly GoldenQuestion[]> {
  return [...(await goldenQuestions.active()), ...(await readGoldenFile(documentsFolder))];
}
