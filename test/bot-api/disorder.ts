/** Delivery as it goes wrong on a bad day: updates late, twice, and out of order, by a seed. */

import type { Disorder } from "./server-switches.ts";

export interface DisorderedDelivery {
  /** From now on; undefined for none. */
  set(disorder: Disorder | undefined): void;
  /** How long the next update is held back; 0 for most. */
  delayMs(): number;
  /** How much later the next update comes once more; undefined for most. */
  repeatAfterMs(): number | undefined;
  /** Neighbours swapped here and there. */
  shuffle<Item>(list: readonly Item[]): readonly Item[];
}

export function createDisorder(): DisorderedDelivery {
  let disorder: Disorder | undefined;
  let random = createRandom(0);
  const happens = (share: number | undefined): boolean => random() < (share ?? 0);
  return {
    set: (next) => {
      disorder = next;
      random = createRandom(next?.seed ?? 0);
    },
    delayMs: () =>
      disorder !== undefined && happens(disorder.delayed)
        ? Math.ceil(random() * (disorder.longestDelayMs ?? defaultLongestDelayMs))
        : 0,
    repeatAfterMs: () =>
      disorder !== undefined && happens(disorder.duplicated)
        ? Math.floor(random() * (disorder.longestDelayMs ?? defaultLongestDelayMs))
        : undefined,
    shuffle: (list) => {
      const shuffled = [...list];
      if (disorder === undefined) return shuffled;
      for (let place = 1; place < shuffled.length; place += 1) {
        if (!happens(disorder.reordered)) continue;
        const moved = shuffled.splice(place, 1);
        shuffled.splice(place - 1, 0, ...moved);
      }
      return shuffled;
    },
  };
}

const defaultLongestDelayMs = 50;

/**
 * Numbers from 0 to below 1, the same for the same seed.
 * @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (mulberry32)
 */
export function createRandom(seed: number): () => number {
  let state = Math.trunc(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
