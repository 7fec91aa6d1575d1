/** Puts corrections back into the question's own wording. */

/**
 * The question with the corrected characters, and else as it was written, where its characters are those
 * that were read; else the corrected text.
 */
export function asWritten(question: string, normalised: string, corrected: string): string {
  if (corrected === normalised) return question;
  if (question.length !== normalised.length) return corrected;
  return question
    .split("")
    .map((own, at) => (corrected[at] === normalised[at] ? own : (corrected[at] ?? own)))
    .join("");
}
