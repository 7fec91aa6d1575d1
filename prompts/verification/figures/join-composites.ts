/** Joins figures that are written as one: 1小时36分钟 is 96 minutes. */

import type { Figure } from "./read-figures.ts";

const composite = /^\s?(?:零|and |, )?\s?$/u;
const composed = new Set(["time", "months", "length"]);

/** `1小时36分钟` is one figure. */
export function joinComposites(text: string, figures: readonly Figure[]): readonly Figure[] {
  const joined: Figure[] = [];
  for (const one of figures) {
    const last = joined.at(-1);
    const isPart =
      last !== undefined &&
      last.dimension === one.dimension &&
      composed.has(one.dimension) &&
      one.value < last.value &&
      one.unit !== last.unit &&
      composite.test(text.slice(last.end, one.start));
    if (!isPart) {
      joined.push(one);
      continue;
    }
    joined.pop();
    const words = text.slice(last.start, one.end);
    const { end, lastPlace, unit } = one;
    joined.push({ ...last, words, end, lastPlace, unit, value: last.value + one.value });
  }
  return joined;
}
