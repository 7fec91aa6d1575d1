/** Puts questions that ask for the same into one group, so that an admin reads each once. */

import type { Scope } from "../../retrieval/scope.ts";
import { takeTurns } from "../../retrieval/take-turns.ts";
import { isAlike, profileQuestion, type QuestionProfile } from "./question-profile.ts";

interface AskedQuestion {
  readonly question: string;
  /** Another part of the documents lacks another answer. */
  readonly scope: Scope | undefined;
}

interface OpenGroup<Asked> {
  readonly profiles: QuestionProfile[];
  readonly members: Asked[];
}

/**
 * Each question once, in the order given, in the first group that holds one like it. Gives way to
 * whoever else wants the thread.
 */
export async function groupQuestions<Asked extends AskedQuestion>(
  questions: readonly Asked[],
): Promise<readonly (readonly Asked[])[]> {
  const turn = takeTurns();
  const groups: OpenGroup<Asked>[] = [];
  // Only questions that agree in these are ever compared.
  const comparable = new Map<string, OpenGroup<Asked>[]>();
  for (const asked of questions) {
    await turn();
    const profile = profileQuestion(asked.question);
    const key = JSON.stringify([profile.type, profile.numbers, asked.scope ?? null]);
    const near = comparable.get(key) ?? [];
    comparable.set(key, near);
    const found = near.find(({ profiles }) => profiles.some((known) => isAlike(known, profile)));
    if (found === undefined) {
      const group = { profiles: [profile], members: [asked] };
      groups.push(group);
      near.push(group);
      continue;
    }
    found.members.push(asked);
    if (found.profiles.every(({ letters }) => letters !== profile.letters)) {
      found.profiles.push(profile);
    }
  }
  return groups.map(({ members }) => members);
}
