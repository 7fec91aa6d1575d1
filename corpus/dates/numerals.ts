/** Reads the small numbers of dates and ordinals, in digits or in Chinese numerals. */

const digits = "〇一二三四五六七八九";
const placeValues: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
]);

/** Of `7`, `07`, `十二`, `一百一十三` or, digit by digit, `二〇二五`; `NaN` where it is none of these. */
export function readNumeral(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const plain = text.replace(/[○零]/gu, "〇").replace(/廿/gu, "二十");
  if (!/[十百]/u.test(plain)) {
    const places = [...plain].map((digit) => digits.indexOf(digit));
    return places.length === 0 || places.includes(-1) ? Number.NaN : Number(places.join(""));
  }
  let sum = 0;
  let digit: number | undefined;
  for (const character of plain) {
    const placeValue = placeValues.get(character);
    if (placeValue === undefined) {
      digit = digits.indexOf(character);
      if (digit === -1) return Number.NaN;
    } else {
      sum += (digit ?? 1) * placeValue;
      digit = undefined;
    }
  }
  return sum + (digit ?? 0);
}
