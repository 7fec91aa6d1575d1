/** What a question may be before anybody looks for an answer. */

import { UsageError } from "../errors.ts";

/** A page of text is no question; Telegram's longest message is 4,096. */
const maxQuestionCharacters = 4000;

/**
 * The question without blanks around it.
 *
 * @throws {UsageError} `E_QUESTION_EMPTY`, `E_QUESTION_TOO_LONG`
 */
export function checkQuestion(text: string): string {
  const question = text.trim();
  if (question === "") {
    throw new UsageError("E_QUESTION_EMPTY", "Expected a question, found an empty text.");
  }
  if (question.length > maxQuestionCharacters) {
    throw new UsageError(
      "E_QUESTION_TOO_LONG",
      `Expected a question of at most ${maxQuestionCharacters} characters, found ${question.length}.` +
        " Ask for one thing at a time.",
    );
  }
  return question;
}
