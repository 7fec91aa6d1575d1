/** Where in its file a sentence stands, in the words of a reader. */

import type { Place } from "../../corpus/place.ts";
import type { Language } from "./language.ts";
import { texts } from "./texts.ts";

/** One line: a page or a row, with its sheet. */
export function placeLabel(place: Place, language: Language): string {
  const words = texts[language];
  switch (place.kind) {
    case "page":
      return words.page(place.page);
    case "row":
      return words.row(place.row, place.sheet?.replace(/\s+/gu, " ").trim() || undefined);
  }
}
