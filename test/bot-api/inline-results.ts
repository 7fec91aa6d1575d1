/** What an inline or guest result may be, and the message it becomes. */

import type { InlineQueryResult } from "grammy/types";
import { ApiRefusal, badRequest } from "./api-refusal.ts";
import { inlineKeyboard, refuseBadKeyboard } from "./keyboard-rules.ts";
import type { MessageContent } from "./keep-message.ts";
import { formatBotText, textFields } from "./methods/bot-text.ts";
import type { Violate } from "./methods/modelled-method.ts";

const maxResults = 50;
const maxIdBytes = 64;

/** @throws {ApiRefusal} for the first result Telegram would not show */
export function refuseBadResults(results: readonly InlineQueryResult[], violate: Violate): void {
  if (results.length > maxResults) throw badRequest("Too many inline query results specified");
  const ids = new Set<string>();
  for (const result of results) {
    if (result.id === "") throw badRequest("RESULT_ID_EMPTY");
    if (Buffer.byteLength(result.id) > maxIdBytes) throw badRequest("RESULT_ID_INVALID");
    if (ids.has(result.id)) throw badRequest("RESULT_ID_DUPLICATE");
    ids.add(result.id);
    if (result.type === "article" && result.title === "") throw badRequest("ARTICLE_TITLE_EMPTY");
    refuseBadKeyboard(result.reply_markup);
    inlineContent(result, violate);
  }
}

/**
 * The message a result becomes. Only texts are modelled.
 * @throws {ApiRefusal} for a text that is empty or too long; 501 for another kind of message
 */
export function inlineContent(result: InlineQueryResult, violate: Violate): MessageContent {
  const content = "input_message_content" in result ? result.input_message_content : undefined;
  if (content === undefined || !("message_text" in content)) {
    violate("not modelled", `an inline result of type ${result.type} without a text`);
    throw new ApiRefusal(501, `[fake] ${result.type} without a text is not modelled`);
  }
  const keyboard = inlineKeyboard(result.reply_markup);
  return {
    ...textFields(formatInlineText(content, violate)),
    ...(content.link_preview_options === undefined
      ? {}
      : { link_preview_options: content.link_preview_options }),
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  };
}

function formatInlineText(
  content: {
    readonly message_text: string;
    readonly entities?: Parameters<typeof formatBotText>[0]["entities"];
    readonly parse_mode?: string;
  },
  violate: Violate,
): ReturnType<typeof formatBotText> {
  try {
    return formatBotText(
      { text: content.message_text, entities: content.entities, parseMode: content.parse_mode },
      violate,
    );
  } catch (error) {
    // Telegram's servers check this one, not the Bot API's own, and in their words.
    if (error instanceof ApiRefusal && error.message.endsWith("message is too long")) {
      throw badRequest("MESSAGE_TOO_LONG");
    }
    throw error;
  }
}
