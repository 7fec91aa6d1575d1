/** What is being done for a question, for people who wait for its answer. */

export type AskingStage =
  | { readonly kind: "understanding" }
  /** @property documents how many the corpus holds */
  | { readonly kind: "searching"; readonly documents: number }
  /** A model writes. */
  | { readonly kind: "writing" }
  /** What did not pass its check at once is mended, and checked again. */
  | { readonly kind: "checking" };
