/** A ranked sentence with what stands before it in its place, in matching form. */

import { normalise } from "../text/normalise.ts";
import type { RankedSentence } from "./rank-sentences.ts";

export interface Told {
  readonly text: string;
  /** Title, section and the sentence before. */
  readonly around: string;
}

export function toldBy({
  sentence,
  passage: { chunk },
  position,
}: Pick<RankedSentence, "sentence" | "passage" | "position">): Told {
  const before = position === 0 ? chunk.before : chunk.sentences[position - 1]?.text;
  return {
    text: normalise(sentence.text),
    around: normalise([chunk.title, sentence.section, before].filter(Boolean).join(" ")),
  };
}
