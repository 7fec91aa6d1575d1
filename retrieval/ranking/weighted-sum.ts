/** The linear model: what ranking and answerability both are. */

/** Σ weight · value over the names that have a weight. */
export function weightedSum<Name extends string>(
  values: Readonly<Record<Name, number>>,
  weights: Readonly<Partial<Record<Name, number>>>,
): number {
  let sum = 0;
  for (const name in weights) sum += (weights[name] ?? 0) * values[name];
  return sum;
}
