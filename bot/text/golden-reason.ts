/** Says in a few words why a golden question is not what it was. */

import { goldenTexts } from "./golden-texts.ts";
import type { Language } from "./language.ts";

/** @param why a `GoldenReason`; another is told as it stands */
export function goldenReason(why: string, language: Language): string {
  const reasons: Readonly<Record<string, string>> = goldenTexts[language].reasons;
  return Object.hasOwn(reasons, why) ? (reasons[why] ?? why) : why;
}
