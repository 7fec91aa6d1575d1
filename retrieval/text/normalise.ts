/** Brings question and corpus to one form before they are compared. Quotes never pass here. */

import * as OpenCC from "opencc-js/t2cn";

const toSimplified = OpenCC.Converter({ from: "tw", to: "cn" });
const han = /[\u3400-\u9fff]/u;

/**
 * Text for matching: NFKC, runs of blanks to one, traditional characters to simplified, lower case.
 * Offsets into the result are not offsets into `text`.
 */
export function normalise(text: string): string {
  const composed = text.normalize("NFKC").replace(/[ \t\u3000]+/gu, " ");
  return (han.test(composed) ? toSimplified(composed) : composed).toLowerCase();
}
