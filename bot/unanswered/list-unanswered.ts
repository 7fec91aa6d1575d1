/** What users could not find: refused and downvoted questions in groups, the most asked first. */

import type { Operations } from "../operations/open-operations.ts";
import type { UnansweredCase } from "../operations/unanswered.ts";
import { isInScope, type Scope } from "../../retrieval/scope.ts";
import { groupQuestions } from "./group-questions.ts";

/** Never who asked. */
export interface UnansweredGroup {
  /** The newest of its answers, which stands for the group. */
  readonly answerId: string;
  /** As it was asked most often, of these the newest. */
  readonly question: string;
  /** Folders that were looked into; undefined for the whole corpus. */
  readonly scope: Scope | undefined;
  /** How often it was asked. */
  readonly count: number;
  readonly refused: number;
  readonly downvoted: number;
  readonly lastAskedAt: Date;
  /** Other wordings, the newest first. */
  readonly otherWordings: readonly string[];
  /** Of all its answers. */
  readonly answerIds: readonly string[];
}

export interface ListUnansweredOptions {
  readonly operations: Pick<Operations, "unanswered">;
  readonly since: Date;
  /** Nothing asked then or later. Default: no end. */
  readonly until?: Date | undefined;
  /** Only what was asked of these folders, or of some in them. Default: all. */
  readonly within?: Scope | undefined;
}

/** The newest so many are looked at: grouping more would take seconds. */
const mostCases = 2000;

/** The most asked first, of these the newest. @throws {OperationsError} */
export async function listUnanswered({
  operations,
  since,
  until,
  within,
}: ListUnansweredOptions): Promise<readonly UnansweredGroup[]> {
  const cases = await operations.unanswered.since(since, mostCases);
  const groups = await groupQuestions(
    cases.filter(
      ({ scope, askedAt }) => liesIn(scope, within) && (until === undefined || askedAt < until),
    ),
  );
  // Sorting keeps the order of equals, and the newest group comes first.
  return groups.map(describe).sort((one, other) => other.count - one.count);
}

function liesIn(scope: Scope | undefined, within: Scope | undefined): boolean {
  if (within === undefined) return true;
  return scope?.every((folder) => within.includes(folder) || isInScope(folder, within)) ?? false;
}

/** @param cases the newest first, never empty */
function describe(cases: readonly UnansweredCase[]): UnansweredGroup {
  const counts = new Map<string, number>();
  for (const { question } of cases) counts.set(question, (counts.get(question) ?? 0) + 1);
  const [newest] = cases;
  if (newest === undefined) throw new TypeError("A group without a case.");
  const most = Math.max(...counts.values());
  const [question = newest.question] = [...counts].flatMap(([asked, n]) =>
    n === most ? asked : [],
  );
  return {
    answerId: newest.answerId,
    question,
    scope: newest.scope,
    count: cases.length,
    refused: cases.filter(({ isRefused }) => isRefused).length,
    downvoted: cases.filter(({ isDownvoted }) => isDownvoted).length,
    lastAskedAt: newest.askedAt,
    otherWordings: [...counts.keys()].filter((wording) => wording !== question),
    answerIds: cases.map(({ answerId }) => answerId),
  };
}
