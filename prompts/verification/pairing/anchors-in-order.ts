/** Gives figures that are told in order their things: `甲、乙分别为3、5`. */

import type { ReadText } from "../text/read-text.ts";
import { tellingWords } from "../text/telling-words.ts";
import type { AnchoredFigure } from "./anchored-figure.ts";

const listJoint = /、|和|与|以及|及|\band\b|,/u;
const respectively = /分别(?:为|是|达|达到|有|增长|下降)?|各为|依次(?:为|是)?|\brespectively\b/u;

/** The first thing with the first figure, and so on; empty where they are not told so. */
export function anchorsInOrder(
  text: ReadText,
  start: number,
  end: number,
): readonly AnchoredFigure[] {
  const saying = text.plain.slice(start, end);
  const mark = respectively.exec(saying);
  if (mark === null) return [];
  const isTrailing = mark[0] === "respectively";
  const figures = text.figures.filter(
    (one) =>
      start <= one.start && one.end <= end && (isTrailing || one.start >= start + mark.index),
  );
  const lead = saying.slice(0, isTrailing ? (figures[0]?.start ?? start) - start : mark.index);
  const clause = lead.slice(lead.search(/[^，,]*$/u)).split(listJoint);
  const things = clause.length === figures.length ? clause : lead.split(listJoint);
  if (things.length !== figures.length || things.length < 2) return [];
  return figures.map((figure, at) => {
    const own = new Set(tellingWords(things[at] ?? ""));
    return {
      figure,
      own,
      attribute: new Set<string>(),
      full: own,
      since: new Set<string>(),
      phrase: "",
      isChange: false,
    };
  });
}
