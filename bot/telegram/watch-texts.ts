/** What is said over the report of a load that nobody asked for. */

import type { Language } from "../text/language.ts";

export interface WatchTexts {
  readonly heading: string;
  /** Over what became of pages that were fetched again. */
  readonly pages: string;
}

export const watchTexts: Readonly<Record<Language, WatchTexts>> = {
  zh: { heading: "文档有变动，已自动处理：", pages: "按设定重新取来了网页：" },
  en: {
    heading: "The documents changed and were looked at by themselves:",
    pages: "Pages were fetched again, as set:",
  },
};
