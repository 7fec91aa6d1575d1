/** Reads written numbers: 1,234.5, 8.6万, 一万二千, 二点五, twenty-five million. */

const hanDigits = "零一二三四五六七八九";
const hanPlaces: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const hanScales: ReadonlyMap<string, number> = new Map([
  ["万", 1e4],
  ["亿", 1e8],
]);
const englishSmall =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const englishTens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const firstTen = 20;
const tenStep = 10;
const englishScales: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["mln", 1e6],
  ["billion", 1e9],
  ["bn", 1e9],
  ["trillion", 1e12],
]);

const digits = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
/** 千 in 千克 and 百 in 百分点 belong to the unit. */
const hanScale = String.raw`(?:[十百千]?万亿|[十百千]?[万亿]|千(?![克米瓦卡])|百(?!分)|十)`;
const hanNumeral = "[零〇一二两三四五六七八九十百千万亿]";
const englishWord = [...englishSmall, ...englishTens].join("|");
const englishScale = [...englishScales.keys()].join("|");

/** Sources of patterns, to be matched against plain text. */
export const numberPatterns = {
  digits: String.raw`(?:(?:${digits})(?:\s?[多余]?${hanScale})?(?:\d+(?:\.\d+)?[万千百](?![克米瓦卡分]))*(?:\s(?:${englishScale})\b)?)`,
  han: String.raw`(?:${hanNumeral}+(?:点[零〇一二三四五六七八九]+)?${hanNumeral}*)`,
  english: String.raw`(?:\b(?:${englishWord})(?:[ -](?:and )?(?:${englishWord}|${englishScale}))*\b)`,
} as const;

function readHan(text: string): number {
  const plain = text.replace(/〇/gu, "零").replace(/两/gu, "二");
  const [whole = "", rest] = plain.split("点");
  if (rest !== undefined) {
    const scaled = /^([零一二三四五六七八九]+)([十百千万亿]*)$/u.exec(rest);
    if (scaled === null) return Number.NaN;
    const [, fraction = "", scale = ""] = scaled;
    const decimals = [...fraction].map((digit) => hanDigits.indexOf(digit)).join("");
    return Number((Number(`${readHan(whole)}.${decimals}`) * scaleOf(scale)).toPrecision(12));
  }
  if (!/[十百千万亿]/u.test(whole)) {
    return Number([...whole].map((digit) => hanDigits.indexOf(digit)).join(""));
  }
  return readPlaces(whole);
}

function readPlaces(text: string): number {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of text) {
    const place = hanPlaces.get(character);
    const scale = hanScales.get(character);
    if (place !== undefined) {
      section += (digit ?? 1) * place;
      digit = undefined;
    } else if (scale !== undefined) {
      section += digit ?? 0;
      // 亿元 alone is one of it.
      if (section === 0 && total === 0) section = 1;
      total = scale > 1e4 ? (total + section) * scale : total + section * scale;
      section = 0;
      digit = undefined;
    } else {
      digit = hanDigits.indexOf(character);
    }
  }
  return total + section + (digit ?? 0);
}

/** Product of 十, 百, 千, 万 and 亿; 1 for none. */
function scaleOf(text: string): number {
  let scale = 1;
  for (const character of text) {
    scale *= hanPlaces.get(character) ?? hanScales.get(character) ?? 1;
  }
  return scale;
}

function readEnglish(text: string): number {
  let total = 0;
  let section = 0;
  for (const word of text.split(/[ -]/u)) {
    const scale = englishScales.get(word);
    if (word === "hundred") section = (section === 0 ? 1 : section) * 100;
    else if (scale !== undefined) {
      total += (section === 0 ? 1 : section) * scale;
      section = 0;
    } else if (englishTens.includes(word))
      section += firstTen + englishTens.indexOf(word) * tenStep;
    else if (englishSmall.includes(word)) section += englishSmall.indexOf(word);
  }
  return total + section;
}

export interface NumberRead {
  readonly value: number;
  /** Worth of one unit in the last place written: 0.1万 is 1000. */
  readonly lastPlace: number;
}

const digitPiece = new RegExp(
  String.raw`(${digits})(?:\s?[多余]?([十百千万亿]+))?(?:\s(${englishScale}))?`,
  "gu",
);

/** Of what one of {@link numberPatterns} matched; undefined where it is no number. */
export function readNumber(text: string): NumberRead | undefined {
  if (/^\d/u.test(text)) {
    let value = 0;
    let lastPlace = 1;
    for (const [, number = "", han = "", english = ""] of text.matchAll(digitPiece)) {
      const scale = scaleOf(han) * (englishScales.get(english) ?? 1);
      const decimals = number.split(".")[1]?.length ?? 0;
      value += Number((Number(number.replace(/,/gu, "")) * scale).toPrecision(15));
      lastPlace = scale / 10 ** decimals;
    }
    return { value, lastPlace };
  }
  const value = /^[a-z]/u.test(text) ? readEnglish(text) : readHan(text);
  return Number.isFinite(value) && value >= 0 ? { value, lastPlace: placeOf(value) } : undefined;
}

/** Worth of one in the last digit that is not 0. */
export function placeOf(value: number): number {
  if (value === 0) return 1;
  for (let place = 10; ; place *= 10) if (value % place !== 0) return place / 10;
}
