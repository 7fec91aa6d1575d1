/** Port: how many tokens may still be spent today. The layer above keeps the count. */

export interface TokenBudget {
  /** Sets tokens aside; false where so many are not left, and then none are. */
  reserve(tokens: number): Promise<boolean>;
  /** Counts what was really spent of a reservation. */
  settle(reserved: number, spent: number): Promise<void>;
}
