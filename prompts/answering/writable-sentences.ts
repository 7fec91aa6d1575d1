/** The sentences that a writer may choose from, in the order in which they deserve its attention. */

import type { JoinedSentence } from "../../retrieval/duplicates/join-copies.ts";
import type { ChosenEvidence } from "./choose-evidence.ts";
import type { FoundEvidence } from "./find-evidence.ts";

/**
 * Those of the extractive answer first, sources that disagree with each other among them; then those
 * of the whole question and of each part, turn by turn. Each sentence once.
 */
export function writableSentences(
  { sentences, parts }: FoundEvidence,
  { chosen }: ChosenEvidence,
): readonly JoinedSentence[] {
  const lists = [sentences, ...parts.map((part) => part.sentences)];
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const all: JoinedSentence[] = [...chosen];
  for (let turn = 0; turn < longest; turn++) {
    for (const list of lists) all.push(...list.slice(turn, turn + 1));
  }
  return [...new Map(all.map((one) => [one.sentence.id, one])).values()];
}
