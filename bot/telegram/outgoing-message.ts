/** A message as text, entities and buttons, made once and sent as it is; never markup to parse. */

import type { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";

export interface OutgoingMessage {
  readonly text: string;
  /** Offsets and lengths in UTF-16 units of `text`. */
  readonly entities: readonly MessageEntity[];
  readonly buttons?: InlineKeyboardMarkup;
}

export function asMessage(
  content: FormattedString,
  buttons?: InlineKeyboardMarkup,
): OutgoingMessage {
  const message = { text: content.text, entities: content.entities };
  return buttons === undefined ? message : { ...message, buttons };
}

export function plainMessage(text: string): OutgoingMessage {
  return { text, entities: [] };
}
