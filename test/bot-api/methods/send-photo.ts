/** `sendPhoto`. */

import type { PhotoSize } from "grammy/types";
import { reachChatToWrite } from "../access-rules.ts";
import { captionLimits } from "../formatted-text.ts";
import { fileFields, type StoredFile } from "../stored-files.ts";
import { captionFields, formatWithin } from "./bot-text.ts";
import { modelledMethod } from "./modelled-method.ts";
import { findFile } from "./send-document.ts";
import { sendAsBot } from "./send-message.ts";

export const sendPhoto = modelledMethod({
  name: "sendPhoto",
  options: [
    "chat_id",
    "message_thread_id",
    "photo",
    "caption",
    "caption_entities",
    "parse_mode",
    "disable_notification",
    "protect_content",
    "reply_parameters",
    "reply_markup",
  ],
  run: ({ world, args, uploads, violate }) => {
    const state = reachChatToWrite(world, args.chat_id, "photos");
    const file = findFile(world, "photo", args.photo, uploads);
    const given = {
      text: args.caption,
      entities: args.caption_entities,
      parseMode: args.parse_mode,
    };
    const caption = captionFields(formatWithin(captionLimits, given, violate));
    const photo = photoOf(file);
    return { ...sendAsBot(world, state, args, { photo, ...caption }), photo };
  },
});

/** One size, of no particular measure: nothing here looks into a picture. */
export function photoOf(file: StoredFile): PhotoSize[] {
  return [{ ...fileFields(file), width: 800, height: 600 }];
}
