/** Names a part of the corpus in the words of a reader. */

import type { Scope } from "../../retrieval/scope.ts";
import { tagMark } from "../documents/tag-scope.ts";
import type { Language } from "./language.ts";
import { texts } from "./texts.ts";

/** `news/2024/, report.zip/, #annual`: a stroke ends each folder. */
export function scopeLabel(scope: Scope, language: Language): string {
  return scope
    .map((name) => (name.startsWith(tagMark) ? name : `${name}/`))
    .join(language === "zh" ? "、" : ", ");
}

/** Behind a refusal: that only a part was looked at; empty where all was. */
export function scopeNote(scope: Scope | undefined, language: Language): string {
  return scope === undefined ? "" : texts[language].lookedOnlyIn(scopeLabel(scope, language));
}
