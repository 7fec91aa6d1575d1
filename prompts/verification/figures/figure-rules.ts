/** The rules by which one figure of a statement follows from one figure of its evidence. */

import { placeOf } from "./numerals.ts";
import type { Figure } from "./read-figures.ts";
import { bare, dimensionsAgree } from "./units.ts";

const tolerance = 1e-9;
const percentPerTime = 100;
/** In minutes: 5时 may be 17时 where the half of the day is not said. */
const halfDay = 720;

export function sameValue(one: number, other: number): boolean {
  return Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(one), Math.abs(other));
}

/** Whether the statement's word of sureness agrees with the evidence's for the same value. */
function hedgesAgree(said: Figure, known: Figure): boolean {
  switch (said.hedge) {
    case "exact":
      return known.hedge !== "under";
    case "about":
      return true;
    case "above":
      return known.hedge === "above";
    case "below":
      return known.hedge === "below" || known.hedge === "under" || known.hedge === "about";
    case "under":
      return known.hedge === "under" || known.hedge === "below";
  }
}

/** Worth of the last place that a rounded figure claims to know. */
function claimedPlace(said: Figure): number {
  const scale = said.lastPlace;
  const digits = Math.round(said.value / scale);
  return placeOf(digits) * scale;
}

function isRounding(said: Figure, known: Figure): boolean {
  // 60岁以上 is no rounding of 65岁以上.
  if (said.dimension === "age") return false;
  const place = claimedPlace(said);
  if (place <= claimedPlace(known)) return false;
  const above = known.value - said.value;
  switch (said.hedge) {
    case "exact":
      return false;
    case "about":
      return Math.abs(above) <= place / 2 + tolerance;
    case "above":
      return above > 0 && above < place && known.hedge !== "below" && known.hedge !== "under";
    case "below":
    case "under":
      return above < 0 && -above <= place && known.hedge !== "above";
  }
}

/** `增长1倍`, `增长100%` and 翻一番 all double. */
export function asFactor(figure: Figure, text: string): number | undefined {
  const grows =
    /(?:增长|增加|提高|上升|扩大|增|increased by|grew|rose|up)(?:了|约|近|超过|超)?\s?$/u;
  const isGrowth = grows.test(text.slice(Math.max(0, figure.start - 14), figure.start));
  if (figure.dimension === "times") return isGrowth ? figure.value + 1 : figure.value;
  if (figure.dimension === "%" && isGrowth) return 1 + figure.value / percentPerTime;
  return undefined;
}

/**
 * Name of the rule by which `said` follows from `known`, empty where it is the same as written;
 * undefined where it does not.
 */
export function figureRule(said: Figure, known: Figure): string | undefined {
  const agrees =
    dimensionsAgree(said.dimension, known.dimension) ||
    (said.dimension === "ordinal" && known.dimension === bare) ||
    (said.dimension === bare && known.dimension === "ordinal");
  if (!agrees) return undefined;
  if (said.rate !== undefined && known.rate !== undefined && said.rate !== known.rate) {
    return undefined;
  }
  if (said.per !== undefined && known.per !== undefined && said.per.words !== known.per.words) {
    const factor = known.per.factor / said.per.factor;
    const isSame =
      said.per.dimension === known.per.dimension && sameValue(said.value * factor, known.value);
    return isSame && hedgesAgree({ ...said, value: known.value }, known) ? "other unit" : undefined;
  }
  if (said.dimension === "clock" && Math.abs(said.value - known.value) === halfDay) {
    return "time of day";
  }
  if (sameValue(said.value, known.value)) {
    if (!hedgesAgree(said, known)) return undefined;
    return said.words === known.words ? "" : "same value";
  }
  return isRounding(said, known) ? "rounding" : undefined;
}
