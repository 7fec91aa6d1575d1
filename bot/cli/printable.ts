/** Keeps what stands in a file from moving the cursor, or the order of letters, of a terminal. */

/** The text, line breaks and tabs as they are, every other such character shown as `\ufffd`. */
export function printable(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, "\ufffd");
}
