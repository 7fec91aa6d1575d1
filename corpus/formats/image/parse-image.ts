/** Reads photos and scans of pages by recognising their letters. */

import type { DroppedText } from "../../document.ts";
import type { ParsedDocument } from "../parsed-document.ts";
import { parsePages } from "../pages/parse-pages.ts";
import type { ParseBytes } from "../parsers.ts";
import { openPicture } from "./open-picture.ts";
import { type RecognisedPage, recognisePage } from "./recognise-page.ts";

/**
 * The text as it was recognised, slips and all; without blocks where a picture holds no text.
 *
 * @throws {CorpusError} `E_PART_MISSING`, `E_FILE_TOO_LARGE`, `E_FILE_DAMAGED`
 */
export const parseImage: ParseBytes = async (bytes, options) => {
  const file = await openPicture(bytes, options);
  const pages: RecognisedPage[] = [];
  for (let index = 0; index < file.pageCount; index += 1) {
    pages.push(await recognisePage(await file.decode(index), index + 1));
  }
  const parsed = parsePages(pages);
  return { ...parsed, dropped: [...parsed.dropped, ...pages.flatMap(doubtfulOf(parsed))] };
};

/** Stands where the text of its page ends. */
function doubtfulOf(parsed: ParsedDocument): (page: RecognisedPage) => readonly DroppedText[] {
  return ({ number, doubtful }) => {
    const ends = parsed.blocks
      .filter(({ place }) => place?.kind === "page" && place.page <= number)
      .flatMap(({ spans }) => spans.map(({ end }) => end));
    const end = Math.max(0, ...ends);
    const reason = "recognised with too little confidence";
    return doubtful.map(({ text }) => ({ text, reason, start: end, end }));
  };
}
