/** Tells a sentence that cannot be understood without its neighbour. */

import { pointsBack } from "../../retrieval/text/points-back.ts";

const isQuote = /^[“"「『].*[”"」』][。！？]?$/u;
const namesSpeaker =
  /(?:说|表示|介绍|指出|认为|称|告诉|坦言|感慨|透露|强调|解释)|\b(?:said|says|told|added|explained)\b/u;
const speakerWithin = 40;

/**
 * Which neighbour a sentence leans on: the one before where it points back, the one after where it
 * is a quote whose speaker follows; undefined where it stands alone or the neighbour is missing.
 */
export function leansOn(
  text: string,
  neighbours: { readonly before?: string | undefined; readonly after?: string | undefined },
): "before" | "after" | undefined {
  const { before, after } = neighbours;
  if (isQuote.test(text) && after !== undefined) {
    if (namesSpeaker.test(after.slice(0, speakerWithin))) return "after";
  }
  if (before !== undefined && pointsBack(text)) return "before";
  return undefined;
}
