/** Counts a model's tokens where nothing limits them, so that an admin can see what it costs. */

import type { TokenBudget } from "../prompts/model/token-budget.ts";

/**
 * A budget without an end. It never rejects: an answer is worth more than its count.
 *
 * @param open the budget that counts
 * @param onFailure told why something was not counted
 */
export function countSpending(
  open: () => Promise<TokenBudget>,
  onFailure: (error: unknown) => void,
): TokenBudget {
  return {
    reserve: async (tokens) => {
      try {
        await (await open()).reserve(tokens);
      } catch (error) {
        onFailure(error);
      }
      return true;
    },
    settle: async (reserved, spent) => {
      try {
        await (await open()).settle(reserved, spent);
      } catch (error) {
        onFailure(error);
      }
    },
  };
}
