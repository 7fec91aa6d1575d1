/**
 * Tells a copy from a text of the same form about something else: last month's figures, another
 * fish, a corrected name. Between stretches that both hold, such a text has other words.
 */

import type { ComparableText } from "./fingerprint.ts";
import { findMisreadings, type Misreadings, type Stretch } from "./slips.ts";
import { isNegation, isQualifier } from "./telling-units.ts";

/** More units than this between two common stretches are other matter, no change. */
const longestChange = 24;

interface Position {
  readonly text: number;
  readonly of: number;
}

/** Where each run stands, in order. */
function placesOf(runs: Uint32Array): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  runs.forEach((run, at) => {
    const known = places.get(run);
    if (known === undefined) places.set(run, [at]);
    else known.push(at);
  });
  return places;
}

/** How many units from here on are equal in both. */
function commonLength(text: readonly string[], of: readonly string[], from: Position): number {
  let length = 0;
  while (from.text + length < text.length && text[from.text + length] === of[from.of + length]) {
    length++;
  }
  return length;
}

const nothing: Misreadings = { slips: 0, doubtful: 0 };

/** Undefined where the words between two common stretches were changed. */
function misreadingsIn(one: Stretch, other: Stretch): Misreadings | undefined {
  const [a, b] = [one.end - one.start, other.end - other.start];
  if (a > longestChange || b > longestChange) return nothing;
  if (a > 0 && b > 0) return findMisreadings(one, other);
  const added = [one, other].flatMap(({ units, start, end }) => units.slice(start, end));
  const turns = added.some(isNegation) || (added.length === 1 && added.some(isQualifier));
  return turns ? undefined : nothing;
}

/**
 * Whether words were replaced, or a negation or 副 put in, between stretches that stand in both texts in
 * the same order: of four units and more, or of any length where both texts begin or end with them.
 * What else frames the common text does not count.
 */
export function isChangedCopy(
  { units: text, runs }: ComparableText,
  { units: of, runs: runsOfOther }: ComparableText,
): boolean {
  const places = placesOf(runsOfOther);

  /** The next common run: the one with least between, for a run may stand in several places. */
  function nextRun(from: Position): Position | undefined {
    let nearest: Position | undefined;
    let least = Infinity;
    for (let at = from.text; at < runs.length; at++) {
      if (nearest !== undefined && at - from.text >= Math.min(least, longestChange)) break;
      const place = places.get(runs[at] ?? 0)?.find((found) => found >= from.of);
      if (place === undefined || at - from.text + place - from.of >= least) continue;
      // Two runs may share a hash.
      if (text[at] !== of[place]) continue;
      nearest = { text: at, of: place };
      least = at - from.text + place - from.of;
    }
    return nearest;
  }

  let slips = 0;
  let doubtful = 0;
  /** Whether the words between two positions were changed; counts what was only misread. */
  function isChangedBetween(from: Position, to: Position): boolean {
    const misread = misreadingsIn(
      { units: text, start: from.text, end: to.text },
      { units: of, start: from.of, end: to.of },
    );
    slips += misread?.slips ?? 0;
    doubtful += misread?.doubtful ?? 0;
    return misread === undefined;
  }

  const start = { text: 0, of: 0 };
  const begins = commonLength(text, of, start);
  let isFramed = begins === 0;
  let at: Position = { text: begins, of: begins };
  for (let next = nextRun(at); next !== undefined; next = nextRun(at)) {
    if (!isFramed && isChangedBetween(at, next)) return true;
    const length = commonLength(text, of, next);
    at = { text: next.text + length, of: next.of + length };
    isFramed = false;
  }
  const [restOfText, restOf] = [text.slice(at.text).toReversed(), of.slice(at.of).toReversed()];
  const ends = commonLength(restOfText, restOf, start);
  const end = { text: text.length - ends, of: of.length - ends };
  if (!isFramed && ends > 0 && isChangedBetween(at, end)) return true;
  // Among plain slips of a scanner a doubtful one is one more; alone it is another word.
  return doubtful > slips;
}
