/** Where answerability is cut. */

/** Log-odds that the corpus answers, below which it is taken not to. */
export interface AnswerabilityBands {
  /** Below it: not found. */
  readonly refuse: number;
  /** Below it: no direct answer, only the nearest sentences. */
  readonly weak: number;
}

/**
 * Set on news, where it matters most: with them about two of five questions whose evidence was taken
 * out of a news corpus are refused, and at most 3 % of those whose evidence is there
 * (`npm run eval` on RGB). In an encyclopedia more questions fall in the weak band.
 */
export const answerabilityBands: AnswerabilityBands = { refuse: -2.5, weak: -0.7 };
