/** Writes rows of a paragraph as one line of text. */

import { visibleText } from "../../text/visible-text.ts";
import type { Row } from "./row.ts";

/** Hyphens that divide a word at a row's end; the one on keyboards is `visibleText`'s own. */
const dividedWord = /\p{L}[\u2010\u00ad]$/u;

/** The rows' text; between Chinese characters and behind a dividing hyphen no blank stands. */
export function joinRows(rows: readonly Pick<Row, "text">[]): string {
  return rows.reduce((text, row) => {
    const isDivided = dividedWord.test(text) && /^\p{Ll}/u.test(row.text);
    return isDivided ? text + visibleText(row.text) : visibleText(`${text}\n${row.text}`);
  }, "");
}
