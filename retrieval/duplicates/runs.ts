/** Overlapping runs of units, by which two texts are found to be copies whatever frames them. */

/**
 * Units in a run. Three of one topic meet by chance, and at five a slip of a scanner costs more than
 * it tells.
 */
export const runLength = 4;

function hashUnit(unit: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < unit.length; at++) {
    hash = Math.imul(hash ^ unit.charCodeAt(at), 0x01000193);
  }
  return hash;
}

/**
 * Hashes of the runs of four units, in order: one for each unit at which a run begins. A shorter text
 * is one run.
 */
export function runsOf(units: readonly string[]): Uint32Array {
  if (units.length === 0) return new Uint32Array(0);
  const length = Math.min(runLength, units.length);
  const hashes = new Int32Array(units.length);
  units.forEach((unit, at) => {
    hashes[at] = hashUnit(unit);
  });
  const runs = new Uint32Array(units.length - length + 1);
  for (let at = 0; at < runs.length; at++) {
    let hash = 0;
    for (let next = at; next < at + length; next++) {
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + (hashes[next] ?? 0);
    }
    runs[at] = hash;
  }
  return runs;
}
