/** Linear ranking by listwise softmax, and logistic regression; both by Adam on standardised features. */

export interface RankingExample {
  /** One row a candidate, features in a fixed order. */
  readonly rows: readonly (readonly number[])[];
  /** Which rows are right; at least one. */
  readonly isRight: readonly boolean[];
}

export interface BinaryExample {
  readonly row: readonly number[];
  readonly isPositive: boolean;
  /** How much it counts beside the others. */
  readonly weight: number;
}

export interface LinearModel {
  readonly weights: readonly number[];
  readonly bias: number;
}

const steps = 300;
const learningRate = 0.05;
const firstMomentDecay = 0.9;
const secondMomentDecay = 0.999;
const tiny = 1e-8;

interface Scale {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

function scaleOf(rows: readonly (readonly number[])[]): Scale {
  const width = rows[0]?.length ?? 0;
  const mean = Array.from({ length: width }, () => 0);
  const deviation = Array.from({ length: width }, () => 0);
  for (const row of rows) row.forEach((value, at) => (mean[at]! += value / rows.length));
  for (const row of rows) {
    row.forEach((value, at) => (deviation[at]! += (value - mean[at]!) ** 2 / rows.length));
  }
  return { mean, deviation: deviation.map((variance) => Math.sqrt(variance) + 1e-6) };
}

function standardise(row: readonly number[], { mean, deviation }: Scale): Float64Array {
  return Float64Array.from(row, (value, at) => (value - mean[at]!) / deviation[at]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

/** Minimises by Adam. @param gradientAt writes the gradient at `point` into `into` */
function minimise(
  width: number,
  gradientAt: (point: Float64Array, into: Float64Array) => void,
): Float64Array {
  const point = new Float64Array(width);
  const gradient = new Float64Array(width);
  const first = new Float64Array(width);
  const second = new Float64Array(width);
  for (let step = 1; step <= steps; step++) {
    gradient.fill(0);
    gradientAt(point, gradient);
    for (let at = 0; at < width; at++) {
      const slope = gradient[at]!;
      first[at] = firstMomentDecay * first[at]! + (1 - firstMomentDecay) * slope;
      second[at] = secondMomentDecay * second[at]! + (1 - secondMomentDecay) * slope * slope;
      const direction = first[at]! / (1 - firstMomentDecay ** step);
      const spread = Math.sqrt(second[at]! / (1 - secondMomentDecay ** step));
      point[at] = point[at]! - (learningRate * direction) / (spread + tiny);
    }
  }
  return point;
}

/** Back to the scale of the features as they come. */
function unscale(point: Float64Array, scale: Scale): LinearModel {
  const weights = scale.deviation.map((deviation, at) => point[at]! / deviation);
  const shift = weights.reduce((sum, weight, at) => sum + weight * scale.mean[at]!, 0);
  return { weights, bias: -shift };
}

/**
 * Maximises the softmax share of the right rows of each list.
 *
 * @param ridge pull of the standardised weights to 0
 */
export function trainRanking(examples: readonly RankingExample[], ridge: number): LinearModel {
  const scale = scaleOf(examples.flatMap(({ rows }) => rows));
  const lists = examples.map(({ rows, isRight }) => ({
    rows: rows.map((row) => standardise(row, scale)),
    isRight,
  }));
  const width = scale.mean.length;
  const point = minimise(width, (weights, gradient) => {
    for (const { rows, isRight } of lists) {
      const scores = rows.map((row) => dot(row, weights));
      const highest = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - highest));
      const total = shares.reduce((sum, share) => sum + share, 0);
      const right = shares.reduce((sum, share, at) => sum + (isRight[at] === true ? share : 0), 0);
      rows.forEach((row, at) => {
        const wanted = isRight[at] === true ? shares[at]! / Math.max(right, tiny) : 0;
        const slope = (shares[at]! / total - wanted) / lists.length;
        for (let k = 0; k < width; k++) gradient[k] = gradient[k]! + slope * row[k]!;
      });
    }
    for (let k = 0; k < width; k++) gradient[k] = gradient[k]! + ridge * weights[k]!;
  });
  return unscale(point, scale);
}

/** Log-odds of being positive. */
export function trainLogistic(examples: readonly BinaryExample[], ridge: number): LinearModel {
  const scale = scaleOf(examples.map(({ row }) => row));
  const width = scale.mean.length;
  const rows = examples.map(({ row }) => standardise(row, scale));
  const totalWeight = examples.reduce((sum, { weight }) => sum + weight, 0);
  // The last place of the point is the bias, which is not pulled to 0.
  const point = minimise(width + 1, (weights, gradient) => {
    rows.forEach((row, at) => {
      const { isPositive, weight } = examples[at]!;
      const score = dot(row, weights) + weights[width]!;
      const chance = 1 / (1 + Math.exp(-score));
      const slope = ((chance - (isPositive ? 1 : 0)) * weight) / totalWeight;
      for (let k = 0; k < width; k++) gradient[k] = gradient[k]! + slope * row[k]!;
      gradient[width] = gradient[width]! + slope;
    });
    for (let k = 0; k < width; k++) gradient[k] = gradient[k]! + ridge * weights[k]!;
  });
  const model = unscale(point.slice(0, width), scale);
  return { weights: model.weights, bias: model.bias + point[width]! };
}
