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
import type { Violate } from "./modelled-method.ts";

/** @throws {ApiRefusal} where the text is empty, too long, or its entities do not fit */
export function formatBotText(
  text: string,
  entities: readonly MessageEntity[] | undefined,
  violate: Violate,
): FormattedText {
  if (text === "") throw badRequest("message text is empty");
  const formatted = formatWithin(messageLimits, text, entities ?? [], violate);
  if (formatted.text === "") throw badRequest("text must be non-empty");
  return formatted;
}

/** As `formatBotText`, where nothing is asked and an empty text is none. */
export function formatWithin(
  limits: TextLimits,
  text: string,
  entities: readonly MessageEntity[],
  violate: Violate,
): FormattedText {
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
