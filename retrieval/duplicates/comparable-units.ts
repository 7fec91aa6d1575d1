/**
 * What of a text counts when two copies are compared: characters, words and figures. White space,
 * punctuation and its width do not.
 */

const unspaced =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}]";
/** With its sign, decimals and digit groups. */
const number = "(?:(?<![a-z\\p{N}])[-−])?\\d+(?:[.,]\\d+)*";
const word = `(?:(?!${unspaced}|\\d)[\\p{L}\\p{M}\\p{N}])+`;
const markThatTells = "[%‰<>≤≥?]";
const unit = new RegExp([unspaced, number, word, markThatTells].join("|"), "gu");
const digitGroup = /,(?=\d{3}(?!\d))/gu;

/** Units in reading order: characters of scripts without spaces, numbers, words, marks that tell. */
export function comparableUnits(normalised: string): readonly string[] {
  return (normalised.match(unit) ?? []).map((found) =>
    found.includes(",") ? found.replace(digitGroup, "") : found,
  );
}
