/** Reads an English text: its words, what it asks for, and which words say so. */

import { type EnglishAsking, readEnglishAsking } from "../english-asking.ts";
import { attributeWords } from "./attribute-words.ts";
import { type EnglishWord, englishWords } from "./english-words.ts";

export interface EnglishText {
  /** Those that only ask have no stem, and are no names. */
  readonly words: readonly EnglishWord[];
  /** Positions of the words that say what is asked of the subject; none where the asking itself says it. */
  readonly attributes: ReadonlySet<number>;
  /** Undefined where it does not ask. */
  readonly asking: EnglishAsking | undefined;
}

/** Say only that something is asked, though the words mean something elsewhere. */
const emptyWordings =
  /\b(?:tak(?:e|es|en|ing)|took) place\b|\bhappen(?:s|ed|ing)?\b|\bcalled\b|\bname of\b|\bkinds? of\b/giu;

/** Where they ask, these name nothing; *century* and *county* do. */
const askingWords: ReadonlySet<string> = new Set(
  (
    "in on for what which who whom whose when where why how many much long ago old big large spacious tall high far wide " +
    "deep thick thin heavy length height altitude distance width depth thickness weight area total overall fast often times people percent percentage share proportion rate year years date dates day " +
    "days time place places reason reasons is was are were the"
  ).split(" "),
);

export function readEnglish(text: string): EnglishText {
  const plain = text.replace(emptyWordings, (wording) => " ".repeat(wording.length));
  const asking = readEnglishAsking(plain);
  const { start = 0, end = 0 } = asking ?? {};
  const words = englishWords(plain).map((word) => {
    const asks = word.start >= start && word.start < end;
    return asks && askingWords.has(word.text.toLowerCase())
      ? { ...word, stem: "", isName: false }
      : word;
  });
  const behind = words.findIndex((word) => word.start >= end);
  const attributes =
    asking === undefined || behind < 0 || asking.attribute.length > 0
      ? new Set<number>()
      : attributeWords(words, behind, asking.type);
  return { words, attributes, asking };
}
