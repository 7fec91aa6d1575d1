/**
 * One source in an answer: its line and its sentence, whole and word for word, or, where that is too
 * long, a word that its button opens it. Last, in how many other documents it stands.
 */

import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../../prompts/answering/answer.ts";
import type { Language } from "../text/language.ts";
import { removalTexts } from "../text/removal-texts.ts";
import { maxNeighbourUnits, maxQuoteUnits, openAnswerUnits } from "./limits.ts";
import { countOtherPlaces } from "./render-other-places.ts";
import { renderQuote } from "./render-quote.ts";
import { plain, renderSourceLine, type SourceLineOptions } from "./render-source-line.ts";
import { telegramTexts } from "./texts.ts";

export interface RenderCitationOptions extends SourceLineOptions {
  /** Among the quotes of its message, from 0. */
  readonly position: number;
  /**
   * `below` stands under statements, its line bold and first. `answer` is the answer itself: the quote
   * stands first, where the notification shows it, and its line under it, lighter, as below an
   * epigraph.
   */
  readonly layout: "below" | "answer";
}

export function renderCitation(
  citation: Citation,
  options: RenderCitationOptions,
): FormattedString {
  const { position, language } = options;
  if (citation.removed !== undefined) {
    // Its number only names its button: there is no quote that it could lead to.
    const said = plain(`${citation.n}. ${removalTexts[language].source(citation.removed.on)}`);
    return FormattedString.join([said, ...otherPlaces(citation, language)], "\n");
  }
  const line = renderSourceLine(citation, options);
  const others = otherPlaces(citation, language);
  if (citation.text.length > maxQuoteUnits) {
    const note = plain(telegramTexts[language].longQuote(citation.n));
    return FormattedString.join([FormattedString.bold(line), note, ...others], "\n");
  }
  const isAnswer = options.layout === "answer";
  const openUnits = isAnswer ? { openUnits: openAnswerUnits } : {};
  const quote = withNeighbour(citation, renderQuote(citation.text, { position, ...openUnits }));
  const parts = isAnswer ? [...quote, line] : [FormattedString.bold(line), ...quote];
  return FormattedString.join([...parts, ...others], "\n");
}

/** The quote, and outside it the sentence it cannot be understood without. */
function withNeighbour(citation: Citation, quote: FormattedString): readonly FormattedString[] {
  const { leansOn } = citation;
  const neighbour = leansOn === undefined ? undefined : citation[leansOn]?.trim();
  if (neighbour === undefined || neighbour === "" || neighbour.length > maxNeighbourUnits) {
    return [quote];
  }
  return leansOn === "before" ? [plain(neighbour), quote] : [quote, plain(neighbour)];
}

/** At most one line; the places themselves are told where the source is opened. */
function otherPlaces(citation: Citation, language: Language): readonly FormattedString[] {
  const count = countOtherPlaces(citation);
  return count === 0 ? [] : [plain(telegramTexts[language].alsoInCount(count))];
}
