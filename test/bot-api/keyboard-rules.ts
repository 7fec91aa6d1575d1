/** What the server refuses in a `reply_markup` before it looks at anything else. */

import type { InlineKeyboardMarkup } from "grammy/types";
import { z } from "zod";
import { badRequest } from "./api-refusal.ts";

const maxCallbackBytes = 64;

const markupSchema = z.looseObject({
  inline_keyboard: z.array(z.array(z.looseObject({ text: z.string() }))).optional(),
});

/** Every field that gives a button something to do. */
const actions = [
  "url",
  "callback_data",
  "web_app",
  "login_url",
  "disabled",
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "switch_inline_query_chosen_chat",
  "copy_text",
  "callback_game",
  "pay",
];

/** @throws {ApiRefusal} where the markup is no JSON object, or a button is empty or says too much */
export function refuseBadKeyboard(markup: unknown): void {
  if (markup === undefined) return;
  const parsed = markupSchema.safeParse(markup);
  if (!parsed.success) throw badRequest("can't parse reply keyboard markup JSON object");
  for (const button of (parsed.data.inline_keyboard ?? []).flat()) {
    if (!actions.some((action) => action in button)) {
      throw badRequest(
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
      );
    }
    const data = button["callback_data"];
    if (typeof data !== "string") continue;
    const bytes = Buffer.byteLength(data);
    if (bytes === 0 || bytes > maxCallbackBytes) throw badRequest("BUTTON_DATA_INVALID");
  }
}

/** The keyboard a message keeps: undefined where no button is left, or it is none of the message's. */
export function inlineKeyboard(markup: object | undefined): InlineKeyboardMarkup | undefined {
  if (markup === undefined || !isInlineKeyboard(markup)) return undefined;
  const rows = markup.inline_keyboard.filter((row) => row.length > 0);
  return rows.length === 0 ? undefined : { ...markup, inline_keyboard: rows };
}

function isInlineKeyboard(markup: object): markup is InlineKeyboardMarkup {
  return "inline_keyboard" in markup;
}
