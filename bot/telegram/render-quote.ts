/** A sentence of a source as a quote block, word for word. */

import { FormattedString } from "@grammyjs/parse-mode";
import { openQuotes, openQuoteUnits } from "./limits.ts";

export interface QuoteOptions {
  /** Of the quote in its message, from 0. */
  readonly position: number;
  /** A longer quote is folded. */
  readonly openUnits?: number;
}

/** Folded where it is long or there are many: folded quotes show their first lines. */
export function renderQuote(text: string, options: QuoteOptions): FormattedString {
  const isOpen =
    text.length <= (options.openUnits ?? openQuoteUnits) && options.position < openQuotes;
  return isOpen ? FormattedString.blockquote(text) : FormattedString.expandableBlockquote(text);
}
