/** What a week brought: how much was asked and answered, what was not, and what was loaded. */

import type { Operations } from "../operations/open-operations.ts";
import type { Period, PeriodCounts } from "../operations/period-counts.ts";
import { listUnanswered, type UnansweredGroup } from "../unanswered/list-unanswered.ts";

export interface Digest extends PeriodCounts {
  readonly week: Period;
  readonly answered: number;
  /** The most asked of what was not answered well and is not settled. */
  readonly topGroups: readonly UnansweredGroup[];
  /** How many such groups there are. */
  readonly groups: number;
}

/** What has room on a phone. */
const mostGroups = 5;

/** Undefined for a week in which nobody asked and nothing was loaded. @throws {OperationsError} */
export async function makeDigest(
  operations: Pick<Operations, "counting" | "unanswered">,
  week: Period,
): Promise<Digest | undefined> {
  const counts = await operations.counting.of(week);
  const { added, changed, removed } = counts.documents;
  if (counts.asked + counts.downvotes + added + changed + removed === 0) return undefined;
  const groups = await listUnanswered({ operations, since: week.from, until: week.to });
  return {
    ...counts,
    week,
    answered: counts.asked - counts.refused,
    topGroups: groups.slice(0, mostGroups),
    groups: groups.length,
  };
}
