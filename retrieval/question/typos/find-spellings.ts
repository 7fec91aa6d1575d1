/** Lays a question beside passages, character by character, to see how they write what it says by ear. */

import { hasHan } from "../../../corpus/text/characters.ts";
import { type DoubtfulText, readForTypos } from "./choose-corrections.ts";
import { particles, soundAlike } from "./homophones.ts";
import { touchable } from "./touchable.ts";

/** A stretch of the question as a passage writes it. */
export interface Spelling {
  /** Where it begins in the question. */
  readonly from: number;
  readonly text: string;
  /** Places in the question that the passage writes with another character of the same sound. */
  readonly differing: readonly number[];
  /** Places alike in both, asking words and particles left out. */
  readonly alike: readonly number[];
  /** How often the passages write it so, beside whatever. */
  readonly count: number;
}

export interface ReadBeside extends DoubtfulText {
  readonly isTouchable: readonly boolean[];
  /** Per character: it may be a typo, as the passages do not write it with its neighbours. */
  readonly isDoubtful: readonly boolean[];
  /** Per character: how often they have it beside one of them all the same, 流国 in 主流国家. */
  readonly chances: readonly number[];
}

/** How often the text has the stretch. */
function timesIn(text: string, stretch: string): number {
  return text.split(stretch).length - 1;
}

/**
 * @param question normalised
 * @param passages normalised, as one text
 * @param isCorrected places that are in doubt whatever the passages write
 */
export function readBeside(
  question: string,
  passages: string,
  isCorrected: (at: number) => boolean,
): ReadBeside {
  const isTouchable = touchable(question);
  const text = readForTypos(question);
  const timesOf = (from: number, to: number): number => {
    const stretch = text.characters.slice(Math.max(0, from), to);
    const isWhole = stretch.length === to - from && stretch.every(hasHan);
    return isWhole ? timesIn(passages, stretch.join("")) : 0;
  };
  const chances = text.characters.map((_, at) =>
    isCorrected(at) ? 0 : Math.max(timesOf(at - 1, at + 1), timesOf(at, at + 2)),
  );
  const isDoubtful = text.characters.map((_, at) => {
    if (isTouchable[at] !== true || isCorrected(at)) return isTouchable[at] === true;
    if (chances[at] === 0) return true;
    const around = [at - 2, at - 1, at].filter((from) =>
      [from, from + 1, from + 2].every((one) => isTouchable[one] === true),
    );
    return around.length > 0 && around.every((from) => timesOf(from, from + 3) === 0);
  });
  return { ...text, isTouchable, isDoubtful, chances };
}

/** Whether the passages' character may stand for that of the question. */
function isMet({ characters, isDoubtful }: ReadBeside, at: number, written = ""): boolean {
  const own = characters[at];
  if (own === undefined || !hasHan(written)) return false;
  if (own === written) return true;
  return isDoubtful[at] === true && !particles.has(written) && soundAlike(own, written);
}

function placesOf(passages: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at < passages.length; at++) {
    const list = places.get(passages.charAt(at));
    if (list === undefined) places.set(passages.charAt(at), [at]);
    else list.push(at);
  }
  return places;
}

/** The longest stretch around a character that stands in both, at `at` and at `place`. */
function stretchAround(
  reading: ReadBeside,
  passages: string,
  at: number,
  place: number,
): Omit<Spelling, "count"> {
  const meets = (other: number): boolean => isMet(reading, other, passages[place + other - at]);
  let [from, to] = [at, at + 1];
  while (meets(from - 1)) from--;
  while (meets(to)) to++;
  const text = passages.slice(place + from - at, place + to - at);
  const places = Array.from({ length: to - from }, (_, step) => from + step);
  const isSame = (one: number): boolean => reading.characters[one] === text[one - from];
  return {
    from,
    text,
    differing: places.filter((one) => !isSame(one)),
    alike: places.filter((one) => isSame(one) && reading.isTouchable[one] === true),
  };
}

/** How often the passages have the stretch, without asking words and particles at its ends. */
function timesWritten(
  { from, text, differing, alike }: Omit<Spelling, "count">,
  passages: string,
): number {
  const told = [...differing, ...alike];
  const core = text.slice(Math.min(...told) - from, Math.max(...told) + 1 - from);
  return timesIn(passages, core);
}

/** Stretches with a doubtful character in them that the passages write otherwise, each once. */
export function findSpellings(reading: ReadBeside, passages: string): readonly Spelling[] {
  const { characters, isDoubtful } = reading;
  const places = placesOf(passages);
  const found = new Map<string, Spelling>();
  for (const [at, character] of characters.entries()) {
    const isBeside = isDoubtful[at - 1] === true || isDoubtful[at + 1] === true;
    if (!isBeside || !hasHan(character)) continue;
    for (const place of places.get(character) ?? []) {
      const stretch = stretchAround(reading, passages, at, place);
      // It is met from each of its characters, and wherever it stands.
      const key = `${stretch.from} ${stretch.text}`;
      if (stretch.differing.length === 0 || found.has(key)) continue;
      found.set(key, { ...stretch, count: timesWritten(stretch, passages) });
    }
  }
  return [...found.values()];
}
