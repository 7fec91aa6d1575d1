/** Translates questions whose language is not the corpus's, with a dictionary opened when first needed. */

import type { CorpusSnapshot } from "../../corpus-store.ts";
import type { AnalysedQuestion } from "../analyse-question.ts";
import { questionWordPattern } from "../stop-words.ts";
import type { AskedQuestion } from "./asked-question.ts";
import type { Dictionary } from "./dictionary.ts";
import type { OpenDictionaryOptions } from "./open-dictionary.ts";
import { translateEnglish } from "./translate-english.ts";

/** When a translation is asked: never, alone, beside the question as it is, or only if that fails. */
export type TranslationUse = "never" | "instead" | "beside" | "ifUnanswered";

export interface QuestionTranslator {
  /** Opens no dictionary. */
  plan(analysed: AnalysedQuestion, snapshot: CorpusSnapshot): Promise<TranslationUse>;
  /**
   * The question in words of the corpus; undefined where there is no dictionary.
   *
   * @param analysed the same question, as it was read without a dictionary
   */
  translate(
    asked: AskedQuestion,
    analysed: AnalysedQuestion,
    snapshot: CorpusSnapshot,
  ): Promise<AnalysedQuestion | undefined>;
}

export interface TranslatorOptions extends OpenDictionaryOptions {
  /** Told once where there is no dictionary: questions are then asked as they are. */
  readonly onUnavailable?: ((cause: unknown) => void) | undefined;
}

/** No text of any length in the language is without it. */
const commonChinese = "的";
const commonEnglish = "the";
/** In a Chinese corpus with fewer English chunks a Chinese question need not look at them. */
const leastEnglishShare = 0.05;

/** A question with Chinese question words is Chinese, however many Latin names stand in it. */
function isEnglish({ language, text }: AnalysedQuestion): boolean {
  return language === "en" && !questionWordPattern.test(text);
}

/** Opens nothing before the first question that needs it. */
export function createTranslator({
  onUnavailable,
  ...options
}: TranslatorOptions = {}): QuestionTranslator {
  let opening: Promise<Dictionary | undefined> | undefined;

  async function open(): Promise<Dictionary | undefined> {
    try {
      const { openDictionary } = await import("./open-dictionary.ts");
      return await openDictionary(options);
    } catch (error) {
      onUnavailable?.(error);
      return undefined;
    }
  }

  return {
    async plan(analysed, snapshot) {
      const counts = await snapshot.documentFrequencies([commonChinese, commonEnglish]);
      const chinese = counts.get(commonChinese) ?? 0;
      const english = counts.get(commonEnglish) ?? 0;
      if (isEnglish(analysed)) {
        if (chinese === 0) return "never";
        return english === 0 ? "instead" : "beside";
      }
      if (english < leastEnglishShare * snapshot.generation.chunks) return "never";
      return chinese === 0 ? "instead" : "ifUnanswered";
    },
    async translate(asked, analysed, snapshot) {
      opening ??= open();
      const dictionary = await opening;
      if (dictionary === undefined) return undefined;
      if (isEnglish(analysed)) return translateEnglish(asked, analysed, snapshot, dictionary);
      const { translateChinese } = await import("./translate-chinese.ts");
      return translateChinese(asked, analysed, snapshot, dictionary);
    },
  };
}
