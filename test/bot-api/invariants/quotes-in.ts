/** The quotes of a message. */

import type { MessageEntity } from "grammy/types";

export interface ShownText {
  readonly text?: string;
  readonly entities?: readonly MessageEntity[];
  readonly caption?: string;
  readonly caption_entities?: readonly MessageEntity[];
}

/** Byte for byte as shown, in their order. */
export function quotesIn(message: ShownText): readonly string[] {
  const text = message.text ?? message.caption ?? "";
  return quoteEntities(message).map(({ offset, length }) => text.slice(offset, offset + length));
}

export function quoteEntities(message: ShownText): readonly MessageEntity[] {
  return (message.entities ?? message.caption_entities ?? []).filter(
    ({ type }) => type === "blockquote" || type === "expandable_blockquote",
  );
}
