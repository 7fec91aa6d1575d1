/** What readers are told in the place of text that was removed, or has changed since it was cited. */

import type { Language } from "./language.ts";

export interface RemovalTexts {
  /** In the place of a source. @param on the day; undefined where nobody knows it */
  readonly source: (on: string | undefined) => string;
  /** In the place of a statement that rests on such a source. */
  readonly statement: string;
  /** Behind the word that a source has changed. @param generation by which the answer was given */
  readonly answeredFrom: (generation: number, asOf: string) => string;
  /** @param on the day on which the document changed */
  readonly changedOn: (on: string) => string;
}

export const removalTexts: Readonly<Record<Language, RemovalTexts>> = {
  zh: {
    source: (on) =>
      on === undefined
        ? "🚫 来源已从文档库移除，原文不再显示。"
        : `🚫 来源已于 ${on} 从文档库移除，原文不再显示。`,
    statement: "（来源已移除，这一条不再显示）",
    answeredFrom: (generation, asOf) => `回答依据第 ${generation} 版文档（${asOf}）。`,
    changedOn: (on) => `来源于 ${on} 有改动。`,
  },
  en: {
    source: (on) =>
      on === undefined
        ? "🚫 The source was removed from the documents; its words are no longer shown."
        : `🚫 The source was removed from the documents on ${on}; its words are no longer shown.`,
    statement: "(source removed; this statement is no longer shown)",
    answeredFrom: (generation, asOf) =>
      `The answer was given from version ${generation} of the documents (${asOf}).`,
    changedOn: (on) => `The source changed on ${on}.`,
  },
};
