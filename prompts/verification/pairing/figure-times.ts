/** Tells of what time each figure of a clause is. */

import type { Moment } from "../dates/read-moments.ts";
import type { Figure } from "../figures/read-figures.ts";
import type { ReadText } from "../text/read-text.ts";

/** Characters behind a figure within which its time may stand. */
const timeReach = 60;
/** A time behind one of these is that of the next figure only. */
const localTime = /[从由比较的]\s?$/u;
const fromOne = /[从由]|\bfrom\b/u;

function keyOf({ value, words }: Moment): string {
  return value ?? words;
}

function momentsWithin(text: ReadText, start: number, end: number): readonly Moment[] {
  return text.moments.filter((one) => !one.isNow && start <= one.start && one.end <= end);
}

/** In English the time follows its figure: `510 in 2019`. */
function timeBehind(text: ReadText, { end }: Figure, next = text.plain.length): string | undefined {
  const until = Math.min(next, end + timeReach);
  const moment = momentsWithin(text, end, until)[0];
  const between = moment === undefined ? "" : text.plain.slice(end, moment.start);
  return moment !== undefined && /^[a-z ]+$/u.test(between) ? keyOf(moment) : undefined;
}

/** Time of each figure of a clause; a span gives its ends where a figure changed from one to another. */
export function timesOf(
  text: ReadText,
  start: number,
  figures: readonly Figure[],
  carried: string | undefined,
): readonly (string | undefined)[] {
  let topic = carried;
  let from = start;
  return figures.map((figure, at) => {
    let local: string | undefined;
    for (const moment of momentsWithin(text, from, figure.start)) {
      if (localTime.test(text.plain.slice(0, moment.start))) local = keyOf(moment);
      else topic = keyOf(moment);
    }
    from = figure.end;
    local ??= timeBehind(text, figure, figures[at + 1]?.start);
    const isChange =
      figures.length === 2 && fromOne.test(text.plain.slice(start, figures[0]?.start));
    const [first, last] = topic?.split("/") ?? [];
    if (local === undefined && isChange && last !== undefined) return at === 0 ? first : last;
    return local ?? topic;
  });
}

/** The time that holds for what follows the clause; undefined where it names none that does. */
export function timeCarried(text: ReadText, start: number, end: number): string | undefined {
  const last = momentsWithin(text, start, end).findLast(
    (one) => !localTime.test(text.plain.slice(0, one.start)),
  );
  return last === undefined ? undefined : keyOf(last);
}
