/** The pieces of which Chinese words of time are made, as sources of patterns with named groups. */

const digit = "[〇○零一二三四五六七八九]";
const year = String.raw`(?:(?<![\d.])(?:1\d|20)\d{2}|(?<!${digit})[一二]${digit}{3})`;
const month = String.raw`(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])(?!\d)`;
const digitMonth = String.raw`(?:1[0-2]|0?[1-9])(?!\d)`;
const day = String.raw`(?:3[01]|[12]\d|0?[1-9]|三十一?|[二廿]?十${digit}?|廿${digit}|${digit})(?!\d)`;
/** Between the ends of a range. */
export const dash = String.raw`\s?(?:至|到|[-‐‑‒–—―－~～〜]{1,2})\s?`;
const dayMark = "[日号]";

const days = String.raw`(?<fromMonth>${month})\s?月(?:份)?\s?(?<fromDay>${day})\s?${dayMark}?(?:${dash}(?:(?<toMonth>${month})\s?月\s?)?(?<toDay>${day}))?\s?${dayMark}`;
const monthRange = String.raw`(?<firstMonth>${month})\s?月?(?:份)?${dash}(?<finalMonth>${month})\s?月(?:份)?`;
const firstMonths = String.raw`[前首](?<monthCount>${month}|两)个?月`;
const firstQuarters = String.raw`[前首](?<quarterCount>[二两三23])个?季度`;
const quarter = String.raw`第?(?<quarter>[一二三四1-4])季度|(?<openingQuarter>首季度?(?![节军赛播]))`;
const half = "(?<half>[上下])半年";
const monthPart = "(?:[上中下]旬|初|底|末|中(?=[，,旬]))?";

/** `一季度`, `1至10月`, `12月19日`: a part of a year that may stand alone. */
const partAlone = [days, monthRange, firstMonths, firstQuarters, quarter, half];

/** A part that follows its year. */
export const partOfYear = [
  ...partAlone,
  String.raw`(?<oneMonth>${month})\s?月(?:份)?${monthPart}`,
  "年?(?<edge>初|底|末|岁末|岁尾|开年)",
  "(?:年)?(?<soFar>以来|至今|迄今)",
  "(?<samePart>同期)",
].join("|");

/** A part without its year; a month alone only in digits, as 五月 and 十月 stand in names too. */
export const partWithoutYear = [
  ...partAlone,
  String.raw`(?<oneMonth>${digitMonth})\s?月(?:份)?${monthPart}`,
].join("|");

/** Not a year: `1000年历史`, `2000年前`, `公元前1046年`; but `2030年前` is. */
const notDuration = String.raw`(?<!前\s?)(?!(?:1[0-4]\d{2}|[12]\d00)\s?年(?:的?历史|之久|前(?!${month}个?[季月]|两个?[季月])))`;

/** `今年`, `2025年`, `次年`. */
export const yearWords = [
  String.raw`${notDuration}(?<named>${year})\s?年(?:度)?(?!的?历史)`,
  String.raw`(?<near>今年|(?<!日)本年度?|去年|(?<![\d几多年]\s?)前年(?![轻龄代均])|明年|(?<!\d)后年)`,
  String.raw`(?<before>当年|同年|次年|翌年)`,
  String.raw`(?<context>(?<=[较比超于过])上一?年|上一?年(?=同期|末|底)|上一?年度)`,
].join("|");

/** Ends of a span of years: `2021—2023年`. */
export const yearRange = String.raw`(?<fromYear>${year})\s?年?${dash}(?<toYear>${year})\s?年`;

/** `20世纪90年代`, `1990年代`. */
export const decade = String.raw`(?:(?<century>上个?|\d{2}|[一二]?十[一二三四五六七八九]?)世纪(?<decade>\d0|[二三四五六七八九]十)|(?<![\d.])(?<decadeYear>[12]\d{2}0))年代`;

/** `“十四五”期间`, `“十五五”开局之年`. */
export const plan =
  '(?:(?:[“"「『]|(?<![一二三四五六七八九十]))(?<plan>十[一二三四五六七])五|[“"「『](?<quotedPlan>[一二三四五六七八九十])五(?=[”"」』]))[”"」』]?(?!普法|法治)(?:规划)?(?:(?<opening>(?:的?开局|第一|首)之?年|开局)|(?<closing>收官之?年|收官|末期?)|时期|期间|以来)?';

/** `2025-12-19`, `2025.12.19`. */
export const numericDay = String.raw`(?<![\d.])(?<numericYear>(?:19|20)\d{2})\s?(?<mark>[-/.])\s?(?<numericMonth>1[0-2]|0?[1-9])\s?\k<mark>\s?(?<numericDay>3[01]|[12]\d|0?[1-9])(?![\d.%])`;

/** `19日，`, `某部19日表示`: a day of which the month goes without saying. */
export const dayAlone = String.raw`(?:(?<=^|[，。：“（(；]|[于在自从]|截至|记者)(?=\d{1,2}\s?日(?:$|[，上下中凌晚早夜深午]))|(?<![\d.月年期时共满约近达每第余前后了用仅至到—-])(?=\d{1,2}\s?日(?:在|表示|报道|举|发|宣|召|公布|获悉|说|称|[电讯]|消息)))(?<dayOfMonth>3[01]|[12]\d|[1-9])\s?日`;
