/** `sendDocument`: keeps the uploaded file, or sends a kept one again. */

import type { Document } from "grammy/types";
import { z } from "zod";
import { reachChatToWrite } from "../access-rules.ts";
import { badRequest } from "../api-refusal.ts";
import { captionLimits } from "../formatted-text.ts";
import type { Upload } from "../read-request.ts";
import { fileFields, keepFile, type StoredFile } from "../stored-files.ts";
import type { World } from "../world.ts";
import { captionFields, formatWithin } from "./bot-text.ts";
import { modelledMethod } from "./modelled-method.ts";
import { sendAsBot } from "./send-message.ts";

/** How an uploaded file stands in the arguments. */
const uploadSchema = z.object({ upload: z.string() });

export const sendDocument = modelledMethod({
  name: "sendDocument",
  options: [
    "chat_id",
    "message_thread_id",
    "document",
    "caption",
    "caption_entities",
    "parse_mode",
    "disable_content_type_detection",
    "disable_notification",
    "protect_content",
    "reply_parameters",
    "reply_markup",
  ],
  run: ({ world, args, uploads, violate }) => {
    const state = reachChatToWrite(world, args.chat_id, "documents");
    const file = findFile(world, "document", args.document, uploads);
    const given = {
      text: args.caption,
      entities: args.caption_entities,
      parseMode: args.parse_mode,
    };
    const caption = captionFields(formatWithin(captionLimits, given, violate));
    const document = documentOf(file);
    const message = sendAsBot(world, state, args, { document, ...caption });
    return { ...message, document };
  },
});

export function documentOf(file: StoredFile): Document {
  return {
    ...fileFields(file),
    file_name: file.name,
    mime_type: file.mimeType,
  };
}

/** @throws {ApiRefusal} where nothing was given under the name, or it is empty or unknown */
export function findFile(
  world: World,
  what: "document" | "photo",
  given: unknown,
  uploads: ReadonlyMap<string, Upload>,
): StoredFile {
  if (typeof given === "string") {
    const kept = world.files.get(given);
    if (kept !== undefined) return kept;
    throw badRequest(
      given.startsWith("attach://")
        ? `there is no ${what} in the request`
        : "wrong remote file identifier specified: Wrong string length",
    );
  }
  const upload = uploads.get(uploadSchema.parse(given).upload);
  if (upload === undefined) throw badRequest(`there is no ${what} in the request`);
  if (upload.bytes.byteLength === 0) throw badRequest("file must be non-empty");
  return keepFile(world, upload);
}
