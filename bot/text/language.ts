/** The languages the bot speaks to people in, and which one a text asks for. */

const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/** Chinese where the text holds a Han character or no letter at all, else English. */
export function languageOf(text: string): Language {
  if (/\p{Script=Han}/u.test(text)) return "zh";
  return /\p{L}/u.test(text) ? "en" : "zh";
}
