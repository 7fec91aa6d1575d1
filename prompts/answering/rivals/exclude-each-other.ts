/** Whether two values cannot both be right, and neither is a rounding or a part of the other's words. */

import { figureRule } from "../../verification/figures/figure-rules.ts";
import type { Figure } from "../../verification/figures/read-figures.ts";
import { bare, dimensionsAgree } from "../../verification/figures/units.ts";
import type { AskedValue } from "./asked-values.ts";

/** Figures that differ by less were rounded. */
const rounding = 0.005;
/** So much of a figure may be meant by about, nearly or more than it. */
const hedgeReach = 0.1;

/** 12万 for 12.3万: half of one in the last place written. */
function isRounded(one: Figure, other: Figure): boolean {
  const apart = Math.abs(one.value - other.value);
  return [one, other].some(({ lastPlace }) => apart <= lastPlace / 2);
}

/** 超过100 and 108. */
function isWithinHedge(hedged: Figure, known: Figure): boolean {
  const above = (known.value - hedged.value) / Math.max(hedged.value, Number.MIN_VALUE);
  switch (hedged.hedge) {
    case "exact":
      return false;
    case "about":
      return Math.abs(above) <= hedgeReach / 2;
    case "above":
      return above >= 0 && above <= hedgeReach;
    case "below":
    case "under":
      return above <= 0 && -above <= hedgeReach;
  }
}

function figuresExclude(one: Figure, other: Figure): boolean {
  if (one.dimension === bare || other.dimension === bare) return false;
  if (!dimensionsAgree(one.dimension, other.dimension)) return false;
  if (one.rate !== other.rate || one.per?.words !== other.per?.words) return false;
  if (figureRule(one, other) !== undefined || figureRule(other, one) !== undefined) return false;
  if (Math.abs(one.value - other.value) <= rounding * Math.max(one.value, other.value))
    return false;
  return !isRounded(one, other) && !isWithinHedge(one, other) && !isWithinHedge(other, one);
}

export function excludeEachOther(one: AskedValue, other: AskedValue): boolean {
  if (one.kind === "figure" && other.kind === "figure") {
    return figuresExclude(one.figure, other.figure);
  }
  if (one.kind === "time" && other.kind === "time") {
    const [a = "", b = ""] = [one.moment.value, other.moment.value];
    return a !== "" && b !== "" && !a.startsWith(b) && !b.startsWith(a);
  }
  if (one.kind !== "name" || other.kind !== "name") return false;
  return !one.words.includes(other.words) && !other.words.includes(one.words);
}
