/** What unit counts the things that an English question counts: how many elevators → 台 or 部. */

import { type AskedUnit, measuring } from "../asked-unit.ts";
import type { Dictionary } from "./dictionary.ts";

/** Counts anything, and its group people, households and the like. */
const anyMeasure = "个";
const hanWord = /^[\u3400-\u9fff]+$/u;

/** @param counted Chinese words for the thing */
export function countedUnit(counted: readonly string[], dictionary: Dictionary): AskedUnit {
  const things = counted.filter((word) => hanWord.test(word));
  const classifiers = things.flatMap((word) => dictionary.classifiers(word));
  const measures = new Set([
    ...classifiers,
    // 楼层 is counted as 层, 次数 as 次; and 240盏路灯 are 路灯, whatever counts them.
    ...things.map((word) => word.slice(-1)),
    ...things.map((word) => `[\u3400-\u9fff]?${word}`),
    anyMeasure,
  ]);
  return {
    unit: classifiers[0] ?? anyMeasure,
    answers: new RegExp([...measures].map((measure) => measuring(measure).source).join("|"), "u"),
  };
}
