/** Finds how a slope changes over a page from many measurements of which some are wrong. */

export interface SlopeSample {
  /** Where on the page, along the axis over which the slope may change. */
  readonly at: number;
  readonly slope: number;
}

/** At `at` the slope is `base + change * at`. */
export interface Slope {
  readonly base: number;
  readonly change: number;
}

export function slopeAt({ base, change }: Slope, at: number): number {
  return base + change * at;
}

const rounds = 6;
/** Samples further from the fit than so many times the usual distance are left out. */
const maxDistance = 2.5;
/** A distance below this is as good as none. */
const exactSlope = 0.002;
const minSamples = 6;
/** A sample this far off a line does not speak for it, however much further it is. */
const farOff = 0.01;
/** So many samples, spread over the page, are enough to find a first line and to judge it. */
const maxEnds = 48;
const maxJudges = 300;

/**
 * Starts from the line through two samples that most of the others stand by, then weighs all samples
 * alike and leaves out, round by round, those that fit badly.
 *
 * @param minSpread samples that lie closer together do not show how the slope changes
 * @returns undefined from too few samples
 */
export function fitSlope(samples: readonly SlopeSample[], minSpread: number): Slope | undefined {
  if (samples.length < minSamples) return undefined;
  let fit = firstLine(samples, minSpread);
  for (let round = 0; round < rounds; round += 1) {
    const before = fit;
    const distanceTo = ({ at, slope }: SlopeSample) => Math.abs(slope - slopeAt(before, at));
    const usual = Math.max(exactSlope, median(samples.map(distanceTo)));
    const kept = samples.filter((sample) => distanceTo(sample) <= maxDistance * usual);
    fit = leastSquares(kept, minSpread);
  }
  return fit;
}

/**
 * Of the lines through two samples and the level one, that from which the samples stand least off.
 * A level line alone would throw out the page's sides, where a slanted photo shows most.
 */
function firstLine(samples: readonly SlopeSample[], minSpread: number): Slope {
  const sorted = samples.toSorted((one, other) => one.at - other.at || one.slope - other.slope);
  const ends = spreadOut(sorted, maxEnds);
  const judges = spreadOut(sorted, maxJudges);
  let best: Slope = { base: median(samples.map(({ slope }) => slope)), change: 0 };
  let least = totalOff(judges, best);
  for (const [index, left] of ends.entries()) {
    for (const right of ends.slice(index + 1)) {
      const apart = right.at - left.at;
      if (apart < minSpread) continue;
      const change = (right.slope - left.slope) / apart;
      const line = { base: left.slope - change * left.at, change };
      const off = totalOff(judges, line);
      if (off < least) [best, least] = [line, off];
    }
  }
  return best;
}

function totalOff(samples: readonly SlopeSample[], line: Slope): number {
  return samples.reduce(
    (sum, { at, slope }) => sum + Math.min(farOff, Math.abs(slope - slopeAt(line, at))),
    0,
  );
}

/** At most so many of them, evenly over their order. */
function spreadOut(samples: readonly SlopeSample[], most: number): readonly SlopeSample[] {
  const step = Math.max(1, samples.length / most);
  return samples.filter((_, index) => Math.floor(index / step) > Math.floor((index - 1) / step));
}

function leastSquares(samples: readonly SlopeSample[], minSpread: number): Slope {
  const meanAt = mean(samples.map(({ at }) => at));
  const meanSlope = mean(samples.map(({ slope }) => slope));
  const spread = mean(samples.map(({ at }) => (at - meanAt) ** 2));
  if (spread < minSpread ** 2) return { base: meanSlope, change: 0 };
  const common = mean(samples.map(({ at, slope }) => (at - meanAt) * (slope - meanSlope)));
  const change = common / spread;
  return { base: meanSlope - change * meanAt, change };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}
