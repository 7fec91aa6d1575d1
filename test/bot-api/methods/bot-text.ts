/** A text as the bot sends it: formatted by the server, with the breaches of its limits on record. */

import type { MessageEntity } from "grammy/types";
import { ApiRefusal, badRequest } from "../api-refusal.ts";
import {
  countCodePoints,
  type FormattedText,
  formatText,
  maxEntities,
  type TextLimits,
  messageLimits,
} from "../formatted-text.ts";
import { parseMarkup } from "../parse-mode/parse-markup.ts";
import type { Violate } from "./modelled-method.ts";

export interface GivenText {
  readonly text: string | undefined;
  readonly entities?: readonly MessageEntity[] | undefined;
  readonly parseMode?: string | undefined;
}

/** @throws {ApiRefusal} where the text is empty, too long, or its entities do not fit */
export function formatBotText(given: GivenText, violate: Violate): FormattedText {
  if ((given.text ?? "") === "") throw badRequest("message text is empty");
  const formatted = formatWithin(messageLimits, given, violate);
  if (formatted.text === "") throw badRequest("text must be non-empty");
  return formatted;
}

/** As `formatBotText`, where an empty text is none. */
export function formatWithin(
  limits: TextLimits,
  given: GivenText,
  violate: Violate,
): FormattedText {
  const { text, entities } =
    given.parseMode === undefined
      ? { text: given.text ?? "", entities: given.entities ?? [] }
      : parseMarkup(given.text ?? "", given.parseMode);
  if (entities.length > maxEntities) {
    violate(
      "too many entities",
      `${entities.length} entities, of which Telegram keeps ${maxEntities}`,
    );
  }
  try {
    return formatText(text, entities, limits);
  } catch (error) {
    if (error instanceof ApiRefusal && error.message.endsWith("too long")) {
      violate(
        "text too long",
        `${countCodePoints(text)} characters, ${Buffer.byteLength(text)} bytes`,
      );
    }
    throw error;
  }
}

/** The fields of a message that hold the text. */
export function textFields({ text, entities }: FormattedText): {
  readonly text: string;
  readonly entities?: MessageEntity[];
} {
  return { text, ...(entities.length > 0 ? { entities: [...entities] } : {}) };
}

/** The fields of a message that hold a caption; none where it is empty. */
export function captionFields({ text, entities }: FormattedText): {
  readonly caption?: string;
  readonly caption_entities?: MessageEntity[];
} {
  return {
    ...(text === "" ? {} : { caption: text }),
    ...(entities.length > 0 ? { caption_entities: [...entities] } : {}),
  };
}
