/** Reads which generations a person wants compared. */

export interface NamedGenerations {
  readonly from?: number;
  readonly to?: number;
}

/** None, one (compared with what is served) or two numbers; undefined for anything else. */
export function readNumbers(words: readonly string[]): NamedGenerations | undefined {
  if (words.length > 2 || !words.every((word) => /^[1-9]\d{0,8}$/u.test(word))) return undefined;
  const [from, to] = words.map(Number);
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
