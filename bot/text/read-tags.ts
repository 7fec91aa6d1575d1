/** Reads the tags a person names for a path. */

/** 1–32 letters of any script, digits, `-` and `_`. */
const tagPattern = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]{0,31}$/u;

export type ReadTags =
  | { readonly kind: "tags"; readonly add: readonly string[]; readonly take: readonly string[] }
  /** The first that cannot be a tag, as it was written. */
  | { readonly kind: "bad"; readonly tag: string };

/** One with a minus before it is to be taken; a `#` before it, letter case and width do not count. */
export function readTags(words: readonly string[]): ReadTags {
  const add = new Set<string>();
  const take = new Set<string>();
  for (const word of words) {
    const isTaken = word.startsWith("-");
    const tag = toTag(isTaken ? word.slice(1) : word);
    if (tag === undefined) return { kind: "bad", tag: word };
    (isTaken ? take : add).add(tag);
  }
  return { kind: "tags", add: [...add], take: [...take] };
}

/** Undefined where it cannot be one. */
export function toTag(written: string): string | undefined {
  const tag = written.normalize("NFKC").replace(/^#/u, "").toLowerCase();
  return tagPattern.test(tag) ? tag : undefined;
}
