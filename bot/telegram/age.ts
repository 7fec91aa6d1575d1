/** How long ago something was, in words. */

import type { Language } from "../text/language.ts";

const secondsPer = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** Such as `3 小时前` and `3 hours ago`, in the largest unit of which at least one has passed. */
export function age(at: Date, nowMs: number, language: Language): string {
  const seconds = Math.max(0, Math.round((nowMs - at.getTime()) / 1000));
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  for (const [unit, size] of secondsPer) {
    if (seconds >= size) return words.format(-Math.floor(seconds / size), unit);
  }
  return words.format(-seconds, "second");
}
