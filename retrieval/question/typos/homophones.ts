/** Which characters sound alike, tones aside: what a pinyin keyboard offers for the same keys. */

import { pinyin } from "pinyin-pro";
import { normalise } from "../../text/normalise.ts";
import { dictionaryCharacters } from "../../text/word-frequencies.ts";

/** Rarer ones are hardly ever what somebody meant. */
const mostPerSyllable = 60;

/** Particles and asking words stand beside anything, so a neighbour tells nothing of them. */
export const particles: ReadonlySet<string> = new Set(
  "的了是在和其之以由为与及也都就而吗呢吧什么哪何谁几",
);

/** Toneless pinyin → characters, the commonest first. */
let bySyllable: ReadonlyMap<string, readonly string[]> | undefined;

const syllables = new Map<string, readonly string[]>();

/** Every reading a character has, toneless; ü as v. */
function syllablesOf(character: string): readonly string[] {
  const known = syllables.get(character);
  if (known !== undefined) return known;
  const readings = pinyin(character, {
    multiple: true,
    toneType: "none",
    type: "array",
    v: true,
    nonZh: "removed",
  });
  const each = [...new Set(readings)];
  syllables.set(character, each);
  return each;
}

/** Whether two characters have a reading in common, tones aside. */
export function soundAlike(one: string, other: string): boolean {
  const readings = syllablesOf(other);
  return syllablesOf(one).some((syllable) => readings.includes(syllable));
}

function groupBySyllable(): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const character of dictionaryCharacters()) {
    // Traditional forms never stand in normalised text, and particles stand beside anything.
    if (normalise(character) !== character || particles.has(character)) continue;
    for (const syllable of syllablesOf(character)) {
      const group = groups.get(syllable);
      if (group === undefined) groups.set(syllable, [character]);
      else if (group.length < mostPerSyllable) group.push(character);
    }
  }
  return groups;
}

/**
 * Other simplified characters, no particles, with one of the character's readings, those of each reading the
 * commonest first; none for what is no Chinese character. The first call takes about 0.3 s.
 */
export function homophonesOf(character: string): readonly string[] {
  bySyllable ??= groupBySyllable();
  const alike = syllablesOf(character).flatMap((syllable) => bySyllable?.get(syllable) ?? []);
  return [...new Set(alike)].filter((other) => other !== character);
}
