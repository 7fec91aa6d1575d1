/** What is said over the report of a load that nobody asked for. */

import type { Language } from "../text/language.ts";

export const watchTexts: Readonly<Record<Language, { readonly heading: string }>> = {
  zh: { heading: "文档有变动，已自动处理：" },
  en: { heading: "The documents changed and were looked at by themselves:" },
};
