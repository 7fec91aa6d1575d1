/** Shows a number the way its spreadsheet does: `0.125` with the format `0.0%` reads `12.5%`. */

import { showDate } from "./date-format.ts";
import { type FormatMark, formatMarks } from "./format-marks.ts";

/** Of whole numbers all digits that a spreadsheet keeps; of others as many as a cell shows. */
const wholeDigits = 15;
const shownDigits = 11;
/** What `Intl.NumberFormat` takes. */
const maxFractionDigits = 20;
const maxIntegerDigits = 21;
/** The second in Chinese Excel. */
const general = /general|g\/通用格式/giu;
/** Beside other marks it shows what these do. */
const generalDigits = "0.##########";

/** Empty for what the spreadsheet does not show. */
export type ShowNumber = (value: number) => string;

/**
 * @param code as the file holds it: `#,##0.00`, `yyyy"年"m"月"`, `0.0%;[Red]-0.0%`, `General`
 * @see ECMA-376 part 1, §18.8.31
 */
export function numberFormat(code: string, isFrom1904: boolean): ShowNumber {
  if (code.replace(general, "").trim() === "") return showPlain;
  const [usual = showPlain, negative, zero] = formatMarks(code.replace(general, generalDigits)).map(
    (marks) => sectionFormat(marks, isFrom1904),
  );
  return (value) => {
    if (value < 0 && negative !== undefined) return negative(-value);
    return value === 0 && zero !== undefined ? zero(value) : usual(value);
  };
}

function sectionFormat(marks: readonly FormatMark[], isFrom1904: boolean): ShowNumber {
  const code = codesOf(marks);
  if (/[ymdhs]|aaa/u.test(code)) {
    return (value) => showDate(value, { letters: code, isFrom1904 }) ?? showPlain(value);
  }
  // Powers of ten, fractions and text are shown as the plain number.
  if (/[e@]|[0#?]\s*\/\s*[0#?\d]/u.test(code)) return showPlain;
  return decimalFormat(marks, code);
}

/** In lower case, without literals. */
function codesOf(marks: readonly FormatMark[]): string {
  return marks
    .filter(({ isLiteral }) => !isLiteral)
    .map(({ character }) => character)
    .join("")
    .toLowerCase();
}

function decimalFormat(marks: readonly FormatMark[], code: string): ShowNumber {
  const isDigit = ({ character, isLiteral }: FormatMark): boolean =>
    !isLiteral && /[0#?.,]/u.test(character);
  const first = marks.findIndex(isDigit);
  const end = marks.findLastIndex(isDigit) + 1;
  const before = shown(marks.slice(0, first === -1 ? marks.length : first));
  if (first === -1) return () => before;
  const behind = shown(marks.slice(end));
  const [whole = "", fraction = ""] = codesOf(marks.slice(first, end)).split(".");
  const thousands = /,*$/u.exec(whole)?.[0].length ?? 0;
  const percents = code.split("%").length - 1;
  const decimals = new Intl.NumberFormat("en-US", {
    useGrouping: /[0#?],+[0#?]/u.test(whole),
    minimumIntegerDigits: Math.min(Math.max(count(whole, /0/gu), 1), maxIntegerDigits),
    minimumFractionDigits: Math.min(count(fraction, /0/gu), maxFractionDigits),
    maximumFractionDigits: Math.min(count(fraction, /[0#?]/gu), maxFractionDigits),
  });
  return (value) => {
    const digits = decimals.format((Math.abs(value) * 100 ** percents) / 1000 ** thousands);
    const sign = value < 0 && /[1-9]/u.test(digits) ? "-" : "";
    return `${sign}${before}${digits}${behind}`.trim();
  };
}

function shown(marks: readonly FormatMark[]): string {
  return marks.map(({ character }) => character).join("");
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const plainWhole = new Intl.NumberFormat("en-US", {
  useGrouping: false,
  maximumSignificantDigits: wholeDigits,
});
const plainFraction = new Intl.NumberFormat("en-US", {
  useGrouping: false,
  maximumSignificantDigits: shownDigits,
});

/** Without powers of ten, and without the digits that only the machine's arithmetic made. */
function showPlain(value: number): string {
  const digits = (Number.isInteger(value) ? plainWhole : plainFraction).format(value);
  return digits === "-0" ? "0" : digits;
}
