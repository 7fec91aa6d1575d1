/** What a statement may draw on: its cited sentences, and for names and years what stands around. */

import type { PublishedOn } from "../../../corpus/article.ts";
import type { EvidenceSentence } from "../evidence.ts";
import { plainText, tidyText } from "./plain-text.ts";
import { readText, type ReadText } from "./read-text.ts";

export interface CitedSentence extends ReadText {
  readonly n: number;
  readonly publishedOn: PublishedOn | undefined;
  /** Plain: the neighbours, the title and the section, each on a line. */
  readonly around: string;
  /** Of what stands around. */
  readonly aroundRead: readonly ReadText[];
  /** Values stored beside the sentence. */
  readonly storedTimes: readonly string[];
}

export interface CitedText {
  /** In the order cited. */
  readonly sentences: readonly CitedSentence[];
  /** Plain text of the cited sentences, each on a line. */
  readonly plain: string;
  /** The same with what stands around them. */
  readonly context: string;
}

function readSentence(sentence: EvidenceSentence): CitedSentence {
  const { n, text, before, after, title, section, publishedOn, times } = sentence;
  const around = [before, after, title, section].filter((one) => one !== undefined).map(tidyText);
  return {
    ...readText(tidyText(text), publishedOn),
    n,
    publishedOn,
    around: around.map(plainText).join("\n"),
    aroundRead: around.map((one) => readText(one, publishedOn)),
    storedTimes: (times ?? []).map(({ value }) => value),
  };
}

export function readCited(evidence: readonly EvidenceSentence[]): CitedText {
  const sentences = evidence.map(readSentence);
  const plain = sentences.map((sentence) => sentence.plain).join("\n");
  return {
    sentences,
    plain,
    context: [plain, ...sentences.map(({ around }) => around)].join("\n"),
  };
}
