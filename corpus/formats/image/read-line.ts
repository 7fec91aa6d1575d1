/** Reads one line of text in a picture. */

import { cutStrip } from "./cut-strip.ts";
import { decodeCharacters, type ReadText } from "./decode-characters.ts";
import type { Recogniser } from "./load-recogniser.ts";
import type { Picture } from "./picture.ts";
import type { TextBox } from "./text-box.ts";

export async function readLine(
  picture: Picture,
  box: TextBox,
  recogniser: Recogniser,
): Promise<ReadText> {
  const scores = await recogniser.readStrip(cutStrip(picture, box));
  return decodeCharacters(scores, recogniser.alphabet);
}
