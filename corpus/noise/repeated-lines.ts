/** Finds text that a scan or a page repeats, and the one place where it belongs. */

/** Shorter lines are headings, items and refrains, which may well stand twice. */
const minLength = 20;
/** Lengths of repeated lines that are looked for at the ends of longer ones. */
const maxLengths = 200;
/** Lines that begin alike are compared with so many earlier ones: more are rows of a list. */
const maxAlike = 20;

/**
 * Indices of the lines that only repeat another one or its beginning, white space aside.
 *
 * A line that stands at the end of a longer one belongs there. Otherwise the copy stays that follows
 * a line which itself stays, for a loop tears lines from what they follow; else the first.
 *
 * @param lines in reading order
 */
export function repeatedLines(lines: readonly string[]): ReadonlySet<number> {
  const contents = lines.map((line) => line.replace(/\s/gu, ""));
  const repeated = new Set(beginningsOfEarlier(contents));
  const undecided = indicesOfRepeated(contents);
  for (const content of endsOfLonger(contents, undecided)) {
    for (const index of undecided.get(content) ?? []) repeated.add(index);
    undecided.delete(content);
  }

  const isUndecided = (index: number): boolean => undecided.has(contents[index] ?? "");
  const staysAfter = (index: number): boolean =>
    index === 0 || (!isUndecided(index - 1) && !repeated.has(index - 1));
  const keep = (content: string, kept: number): void => {
    for (const index of undecided.get(content) ?? []) if (index !== kept) repeated.add(index);
    undecided.delete(content);
  };

  while (undecided.size > 0) {
    const before = undecided.size;
    for (const [content, indices] of undecided) {
      const kept = indices.find(staysAfter);
      if (kept !== undefined) keep(content, kept);
    }
    if (undecided.size < before) continue;
    const [content = "", [first = 0] = []] = undecided.entries().next().value ?? [];
    keep(content, first);
  }
  return repeated;
}

/** Indices of the lines with which an earlier one begins: a loop that broke off. */
function beginningsOfEarlier(contents: readonly string[]): readonly number[] {
  const earlier = new Map<string, string[]>();
  return [...contents.keys()].filter((index) => {
    const content = contents[index] ?? "";
    if (content.length < minLength) return false;
    const start = content.slice(0, minLength);
    const alike = earlier.get(start) ?? [];
    if (alike.length < maxAlike) earlier.set(start, [...alike, content]);
    return alike.some((one) => one.length > content.length && one.startsWith(content));
  });
}

function indicesOfRepeated(contents: readonly string[]): Map<string, readonly number[]> {
  const indicesOf = new Map<string, number[]>();
  for (const [index, content] of contents.entries()) {
    if (content.length < minLength) continue;
    const indices = indicesOf.get(content);
    if (indices === undefined) indicesOf.set(content, [index]);
    else indices.push(index);
  }
  return new Map([...indicesOf].filter(([, indices]) => indices.length > 1));
}

/** The repeated contents that end a longer line. */
function endsOfLonger(
  contents: readonly string[],
  repeated: ReadonlyMap<string, unknown>,
): ReadonlySet<string> {
  const lengths = [...new Set([...repeated.keys()].map(({ length }) => length))];
  const ends = new Set<string>();
  for (const content of contents) {
    for (const length of lengths.slice(0, maxLengths)) {
      if (length >= content.length) continue;
      const end = content.slice(-length);
      if (repeated.has(end)) ends.add(end);
    }
  }
  return ends;
}
