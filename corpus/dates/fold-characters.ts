/** Writes variants of a character as one, so that patterns of time need not name them all. */

const traditional = "號後個間來劃規時開當現從於將預計達";
const simplified = "号后个间来划规时开当现从于将预计达";

const folds = new Map([...traditional].map((one, index) => [one, simplified.charAt(index)]));
const foldable = new RegExp(`[${traditional}]`, "gu");
const fullWidthDigit = /[０-９]/gu;
const fullWidthOffset = 0xfee0;

/** The text in simplified characters and ASCII digits; of the same length, so that offsets hold. */
export function foldCharacters(text: string): string {
  return text
    .replace(fullWidthDigit, (digit) => String.fromCodePoint(digit.charCodeAt(0) - fullWidthOffset))
    .replace(foldable, (character) => folds.get(character) ?? character);
}
