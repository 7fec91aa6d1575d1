/** The years of China's five-year plans, by the name that papers give them. */

export interface PlanPeriod {
  readonly firstYear: number;
  readonly lastYear: number;
}

const years = 5;
/** The sixth plan; from it on each follows the one before without a gap. */
const sixthPlanFirstYear = 1981;
const gapless = "六七八九十".split("").concat("十一 十二 十三 十四 十五 十六 十七".split(" "));

const planPeriods: ReadonlyMap<string, PlanPeriod> = new Map([
  ["一", { firstYear: 1953, lastYear: 1957 }],
  ["二", { firstYear: 1958, lastYear: 1962 }],
  ["三", { firstYear: 1966, lastYear: 1970 }],
  ["四", { firstYear: 1971, lastYear: 1975 }],
  ["五", { firstYear: 1976, lastYear: 1980 }],
  ...gapless.map((name, index): [string, PlanPeriod] => {
    const firstYear = sixthPlanFirstYear + index * years;
    return [name, { firstYear, lastYear: firstYear + years - 1 }];
  }),
]);

/** Of the plan with this ordinal, such as `十四`; undefined where there is none. */
export function planPeriod(ordinal: string): PlanPeriod | undefined {
  return planPeriods.get(ordinal);
}
