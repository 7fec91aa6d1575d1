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

/**
 * For translated questions, which share fewer words with the text that answers them. Of English
 * questions to three Chinese corpora nine of ten that were put to the wrong one stay below `weak`,
 * and one of seven of those put to the right one.
 */
export const translatedBands: AnswerabilityBands = { refuse: -4, weak: -3 };
