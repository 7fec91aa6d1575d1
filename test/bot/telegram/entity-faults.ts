/** What Telegram would refuse, or silently change, in a text with entities. */

import type { MessageEntity } from "grammy/types";

const quoteTypes = new Set(["blockquote", "expandable_blockquote"]);

/** Empty where every entity lies between whole characters, none is empty, and none cross. */
export function entityFaults(text: string, entities: readonly MessageEntity[]): readonly string[] {
  const faults: string[] = [];
  for (const { type, offset, length } of entities) {
    const end = offset + length;
    if (length <= 0) faults.push(`${type} is empty`);
    if (offset < 0 || end > text.length) faults.push(`${type} lies outside the text`);
    if (cutsPair(text, offset) || cutsPair(text, end)) faults.push(`${type} cuts a pair`);
  }
  for (const [at, a] of entities.entries()) {
    for (const b of entities.slice(at + 1)) {
      const [first, second] = a.offset <= b.offset ? [a, b] : [b, a];
      const firstEnd = first.offset + first.length;
      const secondEnd = second.offset + second.length;
      const crosses =
        second.offset > first.offset && second.offset < firstEnd && secondEnd > firstEnd;
      if (crosses) faults.push(`${first.type} and ${second.type} cross`);
      const overlaps = second.offset < firstEnd;
      if (overlaps && quoteTypes.has(first.type) && quoteTypes.has(second.type)) {
        faults.push("two quotes overlap");
      }
    }
  }
  return faults;
}

/** The text of each quote block, in order. */
export function quotesOf(text: string, entities: readonly MessageEntity[]): readonly string[] {
  return entities
    .filter(({ type }) => quoteTypes.has(type))
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

function cutsPair(text: string, at: number): boolean {
  return isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
