/** Which of several copies is the one to show. */

import type { Passage } from "../ranking/passage.ts";

function isKnown(value: unknown): number {
  return value === undefined ? 1 : 0;
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/**
 * Best score first; among equals those with a date, then those with a title, then the earliest, then
 * by path. Never 0 for two chunks, so that an order never depends on which leg came first.
 */
export function byStanding(one: Passage, other: Passage): number {
  const [a, b] = [one.chunk, other.chunk];
  return (
    other.score - one.score ||
    isKnown(a.publishedOn) - isKnown(b.publishedOn) ||
    isKnown(a.title) - isKnown(b.title) ||
    compareTexts(a.publishedOn?.value ?? "", b.publishedOn?.value ?? "") ||
    compareTexts(a.path, b.path) ||
    a.sequence - b.sequence ||
    compareTexts(a.id, b.id)
  );
}
