/** Reads how surely a figure is said: 约, 近, 超过, 不足. */

/** `below` is near and under it, `under` certainly under it. */
export type Hedge = "exact" | "about" | "above" | "below" | "under";

const reach = 14;

const before: readonly (readonly [Hedge, RegExp])[] = [
  ["above", /(?:不少于|不低于|不小于|至少|at least|no less than|no fewer than|not less than)\s?$/u],
  [
    "under",
    /(?:不超过|[不未][得能可会应]?超过|没有?超过|不高于|不多于|至多|最多|no more than|at most|up to)\s?$/u,
  ],
  ["under", /(?:不足|不到|不满|低于|少于|小于|less than|fewer than|under|below)\s?(?:了)?$/u],
  [
    "above",
    /(?:超过|超出|突破|高于|多于|大于|逾|超|破|more than|over|above|exceed|exceeds|exceeded|exceeding|in excess of|upwards of)\s?(?:了)?$/u,
  ],
  ["below", /(?:将近|接近|近|nearly|almost|close to|just under)\s?$/u],
  [
    "about",
    /(?:大约|大概|约为|约|左右|估计|about|around|roughly|approximately|some|an estimated)\s?$/u,
  ],
];
const after: readonly (readonly [Hedge, RegExp])[] = [
  ["above", /^\s?(?:\p{Script=Han}{0,2}以上|多|余|or more|and more)/u],
  ["under", /^\s?(?:\p{Script=Han}{0,2}(?:以下|以内|之内)|or less|or fewer)/u],
  ["about", /^\s?(?:左右|上下|or so)/u],
];
/** Within the figure's own words: `3000多名`. */
const inside = /[多余几]/u;

export function hedgeAround(text: string, start: number, end: number): Hedge {
  if (inside.test(text.slice(start, end))) return "above";
  const lead = text.slice(Math.max(0, start - reach), start);
  const follow = text.slice(end);
  return (
    before.find(([, pattern]) => pattern.test(lead))?.[0] ??
    after.find(([, pattern]) => pattern.test(follow))?.[0] ??
    "exact"
  );
}
