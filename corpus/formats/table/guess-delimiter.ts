/** Tells by which character the values of a text table are parted. */

const candidates = [",", ";", "\t"];
/** Lines of the head that are looked at. */
const sampledLines = 100;
const quoted = /"(?:[^"]|"")*"/gu;

/** The one that parts most lines into the same number of values; ties go to the file's name. */
export function guessDelimiter(text: string, path: string): string {
  const lines = text
    .split("\n", sampledLines)
    .join("\n")
    .replace(quoted, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const usual = path.toLowerCase().endsWith(".tsv") ? "\t" : ",";
  let best = usual;
  let bestScore = evenness(lines, usual);
  for (const candidate of candidates) {
    const score = evenness(lines, candidate);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** Lines that have the commonest number of delimiters, where that is not none. */
function evenness(lines: readonly string[], delimiter: string): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const found = line.split(delimiter).length - 1;
    if (found > 0) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
