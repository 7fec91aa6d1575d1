/** When a sentence counts as the gold one: white space aside, one contains the other. */

export function withoutWhiteSpace(text: string): string {
  return text.replace(/\s+/gu, "");
}

export function matches(a: string, b: string): boolean {
  const [first, second] = [withoutWhiteSpace(a), withoutWhiteSpace(b)];
  if (first === "" || second === "") return false;
  return first.includes(second) || second.includes(first);
}
