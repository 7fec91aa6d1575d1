/** Takes passages that bring nothing new out of the ranking, and keeps them beside those they repeat. */

import type { Passage } from "../ranking/passage.ts";
import { isChangedCopy } from "./changed-copy.ts";
import { type Fingerprint, fingerprintOf } from "./fingerprint.ts";
import { byStanding } from "./standing.ts";

/** Share of a passage's runs that stand in better ones, from which it brings nothing new. */
const copyShare = 0.8;
/** Share of the shorter text from which two are relatives: copies are cut into chunks anywhere. */
const relativeShare = 0.3;
/** Relatives looked at, the closest first. */
const relativesCompared = 6;

export type PassageGroup = Passage & Required<Pick<Passage, "copies">>;

export interface GroupedPassages {
  /** Best first. */
  readonly groups: readonly PassageGroup[];
  /**
   * By chunk id, positions of the groups that hold the same writing, in part at least and not
   * changed; its own group among them.
   */
  readonly sameWriting: ReadonlyMap<string, readonly number[]>;
}

/**
 * Groups passages by their text; their order does not matter. A passage joins the one it shares most
 * with where the better ones of the same writing hold 80 % of it together. One in which words or
 * figures were changed stays by itself, however much it shares.
 */
export function groupPassages(passages: readonly Passage[]): GroupedPassages {
  const groups: (PassageGroup & { readonly copies: Passage[] })[] = [];
  const fingerprints: Fingerprint[] = [];
  const sameWriting = new Map<string, readonly number[]>();
  /** The groups whose best passage holds a run. */
  const holders = new Map<number, number[]>();

  /** Groups of the same writing, the closest first, and how much of the passage each holds. */
  function findRelatives(fingerprint: Fingerprint) {
    const held = new Uint32Array(groups.length);
    for (const run of fingerprint.runs) {
      for (const at of holders.get(run) ?? []) held[at] = (held[at] ?? 0) + 1;
    }
    const relatives: { at: number; runs: number }[] = [];
    held.forEach((runs, at) => {
      const shorter = Math.min(fingerprint.runs.length, fingerprints[at]?.runs.length ?? 0);
      if (runs > 0 && runs >= relativeShare * shorter) relatives.push({ at, runs });
    });
    return relatives
      .sort((one, other) => other.runs - one.runs || one.at - other.at)
      .slice(0, relativesCompared)
      .filter(({ at }) => {
        const relative = fingerprints[at];
        return relative !== undefined && !isChangedCopy(fingerprint, relative);
      });
  }

  /** How many of the runs stand in one of the groups. */
  function countHeld(runs: Uint32Array, among: readonly number[]): number {
    let count = 0;
    for (const run of runs) {
      if (holders.get(run)?.some((at) => among.includes(at)) === true) count++;
    }
    return count;
  }

  for (const passage of [...passages].sort(byStanding)) {
    const fingerprint = fingerprintOf(passage.chunk);
    const relatives = findRelatives(fingerprint);
    const writings = relatives.map(({ at }) => at);
    const wanted = copyShare * fingerprint.runs.length;
    const [closest] = relatives;
    if (closest !== undefined) {
      const isHeld = closest.runs >= wanted || countHeld(fingerprint.runs, writings) >= wanted;
      if (isHeld) {
        groups[closest.at]?.copies.push(passage);
        sameWriting.set(passage.chunk.id, writings);
        continue;
      }
    }

    const own = groups.length;
    groups.push({ ...passage, copies: [] });
    fingerprints.push(fingerprint);
    sameWriting.set(passage.chunk.id, [own, ...writings]);
    for (const run of fingerprint.runs) {
      const known = holders.get(run);
      if (known === undefined) holders.set(run, [own]);
      else if (known.at(-1) !== own) known.push(own);
    }
  }
  return { groups, sameWriting };
}
