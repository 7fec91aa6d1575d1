/** Estimates how wide text stands in a picture, for no font is at hand to ask. */

/** Widths in parts of the font size, as common sans-serif fonts have them. */
const wide = 1;
const usual = 0.56;
const narrow = 0.3;
const capital = 0.66;

const wideCharacter =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\uffdc\u2460-\u24ff\u2600-\u27bf]|\p{Extended_Pictographic}|\p{Script=Han}/u;
const narrowCharacter = /[ilI.,:;'|!()[\]{}\s]/u;
const capitalCharacter = /[A-Z0-9@%&#]/u;

/** @returns pixels, at the font size in pixels */
export function textWidth(text: string, fontPixels: number): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * fontPixels;
}

function characterWidth(character: string): number {
  if (/\p{Mark}|\u200d|\ufe0f/u.test(character)) return 0;
  if (wideCharacter.test(character)) return wide;
  if (narrowCharacter.test(character)) return narrow;
  return capitalCharacter.test(character) ? capital : usual;
}
