/** Says how many there are of a thing, in English. */

/** @param one the thing's name, with a regular plural */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
