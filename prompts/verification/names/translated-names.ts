/** Tells whether a Latin name is that of a Chinese text: by pinyin, or as a country's name. */

import { pinyin } from "pinyin-pro";

const letters = /[^a-z]/gu;
const syllable =
  "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)";
const allSyllables = new RegExp(`^(?:${syllable}){2,6}$`, "u");
const letterA = "A".charCodeAt(0);
const letterCount = 26;

/** English name in lower case → Chinese names, of all countries and regions. */
const regions: ReadonlyMap<string, readonly string[]> = readRegions();

function readRegions(): ReadonlyMap<string, readonly string[]> {
  const options = { type: "region", fallback: "none" } as const;
  const english = new Intl.DisplayNames(["en"], options);
  const chinese = new Intl.DisplayNames(["zh-Hans"], options);
  const letter = (at: number) => String.fromCharCode(letterA + at);
  const codes = Array.from(
    { length: letterCount * letterCount },
    (_, at) => letter(Math.floor(at / letterCount)) + letter(at % letterCount),
  );
  const found = new Map<string, readonly string[]>();
  for (const code of codes) {
    const [en, zh] = [english.of(code), chinese.of(code)];
    if (en !== undefined && zh !== undefined) found.set(en.toLowerCase(), [zh]);
  }
  found.set("china", ["中国", "我国", "全国", "国家"]);
  found.set("hong kong", ["香港"]);
  found.set("macao", ["澳门"]);
  found.set("america", ["美国"]);
  found.set("britain", ["英国"]);
  return found;
}

/** Toneless pinyin of a text's Han characters, unbroken. */
export function pinyinOf(plain: string): string {
  return pinyin(plain, { toneType: "none", v: true, nonZh: "spaced" }).replace(letters, "");
}

/**
 * Whether Chinese text bears a Latin name out.
 *
 * @param contextPinyin see {@link pinyinOf}
 * @returns undefined where neither pinyin nor the names of countries can tell
 */
export function isTranslated(
  name: string,
  context: string,
  contextPinyin: string,
): boolean | undefined {
  const plain = name.toLowerCase().replace(letters, "");
  const region = regions.get(name.toLowerCase());
  if (region !== undefined) return region.some((one) => context.includes(one));
  if (contextPinyin.includes(plain)) return true;
  return allSyllables.test(plain) ? false : undefined;
}
