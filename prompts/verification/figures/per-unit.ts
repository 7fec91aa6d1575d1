/** Reads what a figure is a figure of: 每公斤22.84元, 22.84元/公斤, `$3 per kg`. */

import { type Unit, unitOf, unitPattern } from "./units.ts";

const before = new RegExp(String.raw`每(?<unit>${unitPattern})[^，。；,;\d]{0,8}$`, "u");
const after = new RegExp(String.raw`^(?:/|每|一|\s(?:per|an?)\s)(?<unit>${unitPattern})`, "u");
const reach = 14;
const measures: ReadonlySet<string> = new Set(["mass", "area", "volume", "length", "energy"]);

/** The unit where it measures something, as 公斤 does and 人 does not; otherwise undefined. */
export function perAround(text: string, start: number, end: number): Unit | undefined {
  const words =
    before.exec(text.slice(Math.max(0, start - reach), start))?.groups?.["unit"] ??
    after.exec(text.slice(end))?.groups?.["unit"];
  const unit = words === undefined ? undefined : unitOf(words);
  return unit !== undefined && measures.has(unit.dimension) ? unit : undefined;
}
