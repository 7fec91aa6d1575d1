/** Finds the sentences of retrieved passages that are one and the same. */

import type { Chunk } from "../../corpus/chunk.ts";
import type { Sentence } from "../../corpus/sentence.ts";
import { pointsBack } from "../text/points-back.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { GroupedPassages } from "./group-passages.ts";
import { type ComparableSentence, isSameSentence } from "./same-sentence.ts";

/** A sentence where it stands. */
export interface PlacedSentence {
  readonly sentence: Sentence;
  readonly chunk: Chunk;
}

/** One sentence with all places where it stands, the best passage's first. */
export type Saying = readonly PlacedSentence[];

/**
 * Units from which a sentence, equal in two writings, is taken to be about the same: shorter ones
 * like 馆内全年免费 stand in many pieces, each time about something else.
 */
const tellingLength = 20;

interface OpenSaying extends ComparableSentence {
  readonly group: number;
  readonly placed: PlacedSentence[];
}

function standsAlone({ text }: Sentence, { units }: ComparableSentence): boolean {
  return units.length >= tellingLength && !pointsBack(text);
}

/** 今年 of two years is not the same year; where one of them is not known, it may be. */
function speaksOfSameTime({ times: one }: Sentence, { times: other }: Sentence): boolean {
  if (one === undefined || other === undefined) return true;
  return one.length === other.length && one.every(({ value }, at) => other[at]?.value === value);
}

/**
 * Every sentence of the groups, copies included, in its saying. In copies of one writing sentences
 * are the same where they agree but for slips; in different writings only where they agree letter by
 * letter and can be understood alone.
 *
 * @returns by sentence id
 */
export function groupSentences({
  groups,
  sameWriting,
}: GroupedPassages): ReadonlyMap<string, Saying> {
  const sayings = new Map<string, Saying>();
  const byKey = new Map<string, OpenSaying[]>();
  const byGroup = groups.map((): OpenSaying[] => []);

  function place(placed: PlacedSentence, comparable: ComparableSentence, group: number): void {
    const writings = sameWriting.get(placed.chunk.id) ?? [];
    const equals = byKey.get(comparable.key) ?? [];
    const isAlone = standsAlone(placed.sentence, comparable);
    const isOfSameTime = (saying: OpenSaying) =>
      saying.placed.every(({ sentence }) => speaksOfSameTime(sentence, placed.sentence));
    const same =
      equals.find(
        (saying) => (isAlone || writings.includes(saying.group)) && isOfSameTime(saying),
      ) ??
      writings
        .flatMap((at) => byGroup[at] ?? [])
        .find(
          (saying) =>
            isElsewhere(saying, placed) &&
            isSameSentence(saying, comparable) &&
            isOfSameTime(saying),
        );
    if (same !== undefined) {
      same.placed.push(placed);
      sayings.set(placed.sentence.id, same.placed);
      return;
    }
    const saying = { ...comparable, group, placed: [placed] };
    sayings.set(placed.sentence.id, saying.placed);
    byKey.set(comparable.key, [...equals, saying]);
    byGroup[group]?.push(saying);
  }

  for (const [at, group] of groups.entries()) {
    for (const { chunk } of [group, ...group.copies]) {
      const comparables = fingerprintOf(chunk).sentences;
      chunk.sentences.forEach((sentence, position) => {
        const comparable = comparables[position];
        if (comparable !== undefined) place({ sentence, chunk }, comparable, at);
      });
    }
  }
  return sayings;
}

/** Two sentences of one document that nearly agree are two: 甲馆 opens at nine, 乙馆 as well. */
function isElsewhere({ placed }: OpenSaying, { chunk }: PlacedSentence): boolean {
  return placed.every((other) => other.chunk.documentId !== chunk.documentId);
}
