/** The days that papers count, `第24个世界知识产权日`: their count tells the year. */

import { addDays, civilDay, lastDayOfMonth } from "./civil-day.ts";

/** Which day of a year it is. */
type DayRule =
  | { readonly month: number; readonly day: number }
  /** The so-manieth of a weekday in the month, from 1; -1 is the last. Weekdays from Sunday, 0. */
  | { readonly month: number; readonly nth: number; readonly weekday: number }
  | "autumn equinox";

export interface NumberedDay {
  readonly name: RegExp;
  /** The year in which it was the first. */
  readonly firstYear: number;
  readonly rule: DayRule;
}

const daysInWeek = 7;
const leapYears = 4;

/** As counted in Chinese papers, which is not always from the founding. */
export const numberedDays: readonly NumberedDay[] = [
  fixed("世界湿地日", 1997, 2, 2),
  fixed("中国人民警察节", 2021, 1, 10),
  fixed("世界野生动植物日", 2014, 3, 3),
  fixed("全国爱耳日", 2000, 3, 3),
  fixed("(?:国际劳动)?妇女节", 1911, 3, 8),
  fixed("植树节", 1979, 3, 12),
  fixed("消费者权益日", 1983, 3, 15),
  fixed("国际森林日", 2013, 3, 21),
  fixed("世界水日", 1993, 3, 22),
  fixed("世界气象日", 1961, 3, 23),
  fixed("(?:世界)?防治结核病日", 1996, 3, 24),
  weekday("(?:全国)?中小学生安全教育日", 1996, { month: 3, nth: -1, weekday: 1 }),
  fixed("(?:全民)?国家安全教育日", 2016, 4, 15),
  fixed("(?:世界)?地球日", 1970, 4, 22),
  fixed("(?:世界)?读书日", 1996, 4, 23),
  fixed("(?:中国)?航天日", 2016, 4, 24),
  fixed("(?:世界)?知识产权日", 2001, 4, 26),
  fixed("世界红十字日", 1948, 5, 8),
  fixed("(?:中国)?品牌日", 2017, 5, 10),
  fixed("(?:国际)?护士节", 1912, 5, 12),
  fixed("(?:全国)?防灾减灾日", 2009, 5, 12),
  fixed("世界电信(?:和信息社会)?日", 1969, 5, 17),
  fixed("(?:国际)?博物馆日", 1977, 5, 18),
  fixed("中国旅游日", 2011, 5, 19),
  weekday("(?:全国)?助残日", 1991, { month: 5, nth: 3, weekday: 0 }),
  fixed("国际茶日", 2020, 5, 21),
  fixed("(?:全国)?科技工作者日", 2017, 5, 30),
  fixed("(?:世界)?无烟日", 1988, 5, 31),
  fixed("(?:世界)?环境日", 1972, 6, 5),
  fixed("(?:全国)?爱眼日", 1996, 6, 6),
  fixed("国际档案日", 2008, 6, 9),
  fixed("(?:世界)?献血者?日", 2004, 6, 14),
  fixed("(?:全国)?土地日", 1991, 6, 25),
  fixed("(?:国际)?禁毒日", 1988, 6, 26),
  fixed("中国航海日", 2005, 7, 11),
  fixed("世界人口日", 1990, 7, 11),
  fixed("(?:全国)?全民健身日", 2009, 8, 8),
  fixed("(?:全国)?生态日", 2023, 8, 15),
  fixed("(?:中国)?医师节", 2018, 8, 19),
  fixed("教师节", 1985, 9, 10),
  fixed("(?:全国)?爱牙日", 1989, 9, 20),
  { name: /^(?:中国)?农民丰收节/u, firstYear: 2018, rule: "autumn equinox" },
  fixed("烈士纪念日", 2014, 9, 30),
  fixed("世界精神卫生日", 1992, 10, 10),
  fixed("(?:世界)?粮食日", 1981, 10, 16),
  fixed("(?:中国)?记者节", 2000, 11, 8),
  fixed("(?:全国)?消防(?:安全|宣传)?日", 1992, 11, 9),
  fixed("(?:世界)?艾滋病日", 1988, 12, 1),
  fixed("(?:全国)?交通安全日", 2012, 12, 2),
  fixed("国际残疾人日", 1992, 12, 3),
  fixed("(?:国家)?宪法日", 2014, 12, 4),
  fixed("国际志愿者日", 1986, 12, 5),
  fixed("(?:南京大屠杀死难者)?国家公祭日", 2014, 12, 13),
];

/** The day `YYYY-MM-DD` on which it was counted so, from 1; undefined where that is no count. */
export function dayOfCount({ firstYear, rule }: NumberedDay, count: number): string | undefined {
  if (!Number.isInteger(count) || count < 1) return undefined;
  const year = firstYear + count - 1;
  if (rule === "autumn equinox") return civilDay(year, 9, year % leapYears === 0 ? 22 : 23);
  if ("day" in rule) return civilDay(year, rule.month, rule.day);
  if (rule.nth < 0) {
    const last = lastDayOfMonth(year, rule.month);
    return addDays(last, -((weekdayOf(last) + daysInWeek - rule.weekday) % daysInWeek));
  }
  const first = civilDay(year, rule.month, 1);
  if (first === undefined) return undefined;
  const untilWeekday = (rule.weekday + daysInWeek - weekdayOf(first)) % daysInWeek;
  return addDays(first, untilWeekday + (rule.nth - 1) * daysInWeek);
}

function weekdayOf(day: string): number {
  return new Date(day).getUTCDay();
}

function fixed(name: string, firstYear: number, month: number, day: number): NumberedDay {
  return { name: new RegExp(`^(?:${name})`, "u"), firstYear, rule: { month, day } };
}

function weekday(name: string, firstYear: number, rule: DayRule): NumberedDay {
  return { name: new RegExp(`^(?:${name})`, "u"), firstYear, rule };
}
