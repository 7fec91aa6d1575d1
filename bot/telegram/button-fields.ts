/** What the fields of a button's data may hold: a forged one holds anything. */

/** As `bot/operations/answers.ts` and `uploads.ts` make them, `chats.ts` and `confirmations.ts` nonces. */
export function isAnswerId(text: string | undefined): text is string {
  return /^[A-Za-z0-9_-]{12}$/u.test(text ?? "");
}

/** As `corpus/ids.ts` makes them, with room. */
export function isSentenceId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,40}$/u.test(text);
}

/** Of a citation or a page. */
export function isNumber(text: string | undefined): text is string {
  return /^\d{1,4}$/u.test(text ?? "");
}

/** Of a person, a message or a load. */
export function isId(text: string | undefined): boolean {
  return /^\d{1,15}$/u.test(text ?? "");
}
